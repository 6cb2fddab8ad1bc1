include(GNUInstallDirs)

install(TARGETS causeway RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include DESTINATION lib/causeway)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/stdlib/builtin ${CMAKE_SOURCE_DIR}/stdlib/global DESTINATION lib/causeway)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/cmake/app/ DESTINATION lib/causeway/cmake)
install(DIRECTORY ${CAUSEWAY_HOME}/linux ${CAUSEWAY_HOME}/hosted DESTINATION lib/causeway)
# What is compiled against the user's SDK.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/boards DESTINATION lib/causeway)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/runtime ${CMAKE_SOURCE_DIR}/loader ${CMAKE_SOURCE_DIR}/include
	DESTINATION lib/causeway/source)
install(FILES ${CMAKE_SOURCE_DIR}/cmake/CausewayWarnings.cmake DESTINATION lib/causeway/source/cmake)
install(CODE "file(TOUCH \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/causeway/source/changed\")")

# For projects that bring their own build: a Core Platform SDK's layout, pkg-config, and a CMake package.
set(board lib/causeway/sdk/board/linux/debug)
install(PROGRAMS ${CMAKE_SOURCE_DIR}/sdk/bin/microkit DESTINATION lib/causeway/sdk/bin)
install(FILES ${CMAKE_SOURCE_DIR}/sdk/linux/microkit.ld ${CAUSEWAY_BOARD}/lib/libmicrokit.a DESTINATION ${board}/lib)
install(FILES ${CMAKE_SOURCE_DIR}/sdk/linux/gen_config.h DESTINATION ${board}/include/kernel)
install(FILES ${CMAKE_SOURCE_DIR}/include/microkit.h ${CMAKE_SOURCE_DIR}/include/sel4cp.h DESTINATION ${board}/include)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include/causeway DESTINATION ${board}/include FILES_MATCHING PATTERN *.h)
configure_file(${CMAKE_CURRENT_LIST_DIR}/causeway.pc.in ${CMAKE_BINARY_DIR}/causeway.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/causeway.pc DESTINATION lib/pkgconfig)
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/CausewayConfigVersion.cmake COMPATIBILITY SameMinorVersion
	ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/CausewayConfig.cmake ${CMAKE_BINARY_DIR}/CausewayConfigVersion.cmake
	DESTINATION lib/cmake/Causeway)

install(FILES ${CMAKE_SOURCE_DIR}/docs/causeway.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
