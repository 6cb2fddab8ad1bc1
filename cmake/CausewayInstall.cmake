include(GNUInstallDirs)

install(TARGETS causeway RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/include DESTINATION lib/causeway)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/stdlib/builtin ${CMAKE_SOURCE_DIR}/stdlib/global DESTINATION lib/causeway)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/cmake/app/ DESTINATION lib/causeway/cmake)
install(DIRECTORY ${CAUSEWAY_HOME}/linux DESTINATION lib/causeway)
install(FILES ${CMAKE_SOURCE_DIR}/docs/causeway.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
