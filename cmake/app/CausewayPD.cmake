# add_protection_domain(NAME SOURCES... [INCLUDES DIRECTORIES...] [LIBRARIES LIBRARIES...] [RUNTIME LIBRARY])
#
# Makes the ELF file NAME.elf of a protection domain: sources in C that define init() and notified(), linked with the
# runtime of the substrate that the toolchain file chose. Further libraries are linked before the runtime. RUNTIME is
# another library instead of it.

function(add_protection_domain name)
	cmake_parse_arguments(PARSE_ARGV 1 pd "" "RUNTIME" "INCLUDES;LIBRARIES")
	if(NOT DEFINED CAUSEWAY_SUBSTRATE)
		message(FATAL_ERROR "add_protection_domain needs a toolchain file of Causeway, such as causeway-linux.cmake.")
	endif()
	if(NOT pd_RUNTIME)
		set(pd_RUNTIME ${CAUSEWAY_PD_LIBRARY})
	endif()
	add_executable(${name} ${pd_UNPARSED_ARGUMENTS})
	set_target_properties(${name} PROPERTIES SUFFIX .elf LINK_DEPENDS ${pd_RUNTIME})
	target_include_directories(${name} PRIVATE ${pd_INCLUDES} ${CAUSEWAY_PD_INCLUDES})
	target_compile_options(${name} PRIVATE ${CAUSEWAY_PD_COMPILE_OPTIONS})
	target_link_options(${name} PRIVATE ${CAUSEWAY_PD_LINK_OPTIONS})
	target_link_libraries(${name} PRIVATE ${pd_LIBRARIES} ${pd_RUNTIME})
endfunction()
