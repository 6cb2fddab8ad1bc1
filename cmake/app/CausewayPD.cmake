# add_protection_domain(NAME SOURCES... [INCLUDES DIRECTORIES...] [LIBRARIES LIBRARIES...] [RUNTIME LIBRARIES])
#
# Makes the ELF file NAME.elf of a protection domain: sources in C that define init() and notified(), linked with the
# runtime of the substrate that the toolchain file chose. Further libraries are linked before the runtime. RUNTIME has
# others instead of it.

# A source's language is for CMake to choose rules by: the compiler, whose driver knows more languages than one, is to
# go by the file's ending.
cmake_policy(SET CMP0119 OLD)

function(add_protection_domain name)
	cmake_parse_arguments(PARSE_ARGV 1 pd "" "" "INCLUDES;LIBRARIES;RUNTIME")
	if(NOT DEFINED CAUSEWAY_SUBSTRATE)
		message(FATAL_ERROR "add_protection_domain needs a toolchain file of Causeway, such as causeway-linux.cmake.")
	endif()
	if(NOT pd_RUNTIME)
		set(pd_RUNTIME ${CAUSEWAY_PD_LIBRARY})
	endif()
	add_executable(${name} ${pd_UNPARSED_ARGUMENTS})
	set_target_properties(${name} PROPERTIES SUFFIX .elf LINK_DEPENDS "${pd_RUNTIME}")
	target_include_directories(${name} PRIVATE ${pd_INCLUDES} ${CAUSEWAY_PD_INCLUDES})
	target_compile_options(${name} PRIVATE ${CAUSEWAY_PD_COMPILE_OPTIONS})
	target_link_options(${name} PRIVATE ${CAUSEWAY_PD_LINK_OPTIONS})
	target_link_libraries(${name} PRIVATE ${pd_LIBRARIES} ${CAUSEWAY_PD_SANITIZER_LIBRARY} ${pd_RUNTIME})
endfunction()

# add_core_platform_system(NAME FILE.system PROTECTION_DOMAINS TARGETS...)
#
# Checks the system description with the programs that these targets make, as part of the build. The target run-NAME
# runs it.
function(add_core_platform_system name description)
	cmake_parse_arguments(PARSE_ARGV 2 system "" "" "PROTECTION_DOMAINS")
	if(DEFINED system_UNPARSED_ARGUMENTS OR NOT DEFINED system_PROTECTION_DOMAINS)
		message(FATAL_ERROR "add_core_platform_system(NAME FILE.system PROTECTION_DOMAINS TARGETS...)")
	endif()
	if(NOT DEFINED CAUSEWAY_TOOL)
		find_program(CAUSEWAY_TOOL causeway REQUIRED)
	endif()
	cmake_path(ABSOLUTE_PATH description)
	set(paths "")
	set(programs "")
	foreach(domain IN LISTS system_PROTECTION_DOMAINS)
		list(APPEND paths "--search-path=$<TARGET_FILE_DIR:${domain}>")
		list(APPEND programs "$<TARGET_FILE:${domain}>")
	endforeach()
	list(REMOVE_DUPLICATES paths)
	set(checked "${CMAKE_CURRENT_BINARY_DIR}/${name}.checked")
	add_custom_command(OUTPUT "${checked}"
		COMMAND "${CAUSEWAY_TOOL}" check "${description}" ${paths}
		COMMAND "${CMAKE_COMMAND}" -E touch "${checked}"
		DEPENDS "${description}" ${system_PROTECTION_DOMAINS} ${programs} VERBATIM)
	add_custom_target("${name}" ALL DEPENDS "${checked}")
	add_custom_target("run-${name}" COMMAND "${CAUSEWAY_TOOL}" run "${description}" ${paths}
		DEPENDS "${checked}" USES_TERMINAL VERBATIM)
endfunction()
