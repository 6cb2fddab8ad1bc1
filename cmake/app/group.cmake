# Groups that are one protection domain: each member is linked into one object, whose names are kept apart from the other
# members' (member.cmake); then all are linked with the group's glue.

# causeway_member(PROTECTION_DOMAIN name INSTANCE name COMPONENT name PREFIX text INCLUDE folder)
function(causeway_member)
	cmake_parse_arguments(PARSE_ARGV 0 arg "" "PROTECTION_DOMAIN;INSTANCE;COMPONENT;PREFIX;INCLUDE" "")
	causeway_declared()
	set(group "${CAUSEWAY_TARGET_PREFIX}${arg_PROTECTION_DOMAIN}")
	set(target "${group}_${arg_PREFIX}")
	causeway_split_sources(sources "${target}" ${sources})
	list(FILTER sources EXCLUDE REGEX "^\\$<TARGET_OBJECTS:")
	# A component may have no sources, and a library may not.
	file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/gen/empty.c" CONTENT "extern int causeway_g_nothing;\n" @ONLY)
	add_library("${target}" OBJECT "${CMAKE_BINARY_DIR}/gen/empty.c" ${sources})
	target_include_directories("${target}" PRIVATE "${arg_INCLUDE}" ${includes} ${CAUSEWAY_CAMKES_INCLUDES}
		${CAUSEWAY_PD_INCLUDES})
	target_compile_options("${target}" PRIVATE ${CAUSEWAY_PD_COMPILE_OPTIONS})
	target_link_libraries("${target}" PRIVATE ${libraries})
	causeway_set_flags("${target}")

	set(objects $<TARGET_OBJECTS:${target}>)
	if(TARGET "${target}_cxx")
		list(APPEND objects $<TARGET_OBJECTS:${target}_cxx>)
	endif()
	set(member "${CMAKE_CURRENT_BINARY_DIR}/${target}.o")
	add_custom_command(OUTPUT "${member}"
		COMMAND ${CMAKE_LINKER} -r -o "${member}" ${objects}
		COMMAND ${CMAKE_COMMAND} -DNM=${CMAKE_NM} -DOBJCOPY=${CMAKE_OBJCOPY} "-DMEMBER=${member}"
			"-DGLUE=$<TARGET_OBJECTS:${group}_glue>" -DPREFIX=${arg_PREFIX}
			-P "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/member.cmake"
		DEPENDS "${target}" "${group}_glue" ${objects} $<TARGET_OBJECTS:${group}_glue> "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/member.cmake"
		COMMAND_EXPAND_LISTS VERBATIM)
	set_property(GLOBAL APPEND PROPERTY ${group}_MEMBERS "${member}")
	set_property(GLOBAL APPEND PROPERTY ${group}_LIBRARIES ${libraries})
	set_property(GLOBAL APPEND PROPERTY ${group}_INCLUDES ${includes})
	set_property(GLOBAL APPEND PROPERTY ${group}_FLAGS ${ld_flags})
endfunction()

# causeway_group(PROTECTION_DOMAIN name PROGRAM file GLUE file INCLUDE folder), after its members.
function(causeway_group)
	cmake_parse_arguments(PARSE_ARGV 0 arg "" "PROTECTION_DOMAIN;PROGRAM;GLUE;INCLUDE" "")
	set(target "${CAUSEWAY_TARGET_PREFIX}${arg_PROTECTION_DOMAIN}")
	foreach(property IN ITEMS MEMBERS LIBRARIES INCLUDES FLAGS)
		get_property(${property} GLOBAL PROPERTY ${target}_${property})
	endforeach()
	causeway_error_mode(error_mode)
	set_source_files_properties("${arg_GLUE}" PROPERTIES COMPILE_DEFINITIONS CAUSEWAY_ERROR_MODE=${error_mode})
	add_library("${target}_glue" OBJECT "${arg_GLUE}")
	target_include_directories("${target}_glue" PRIVATE "${arg_INCLUDE}" ${INCLUDES} ${CAUSEWAY_CAMKES_INCLUDES}
		${CAUSEWAY_PD_INCLUDES})
	target_compile_options("${target}_glue" PRIVATE ${CAUSEWAY_PD_COMPILE_OPTIONS})
	target_link_libraries("${target}_glue" PRIVATE ${LIBRARIES})
	set_source_files_properties(${MEMBERS} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
	add_protection_domain("${target}" $<TARGET_OBJECTS:${target}_glue> ${MEMBERS}
		LIBRARIES ${LIBRARIES} RUNTIME ${CAUSEWAY_CAMKES_LIBRARY})
	cmake_path(GET arg_PROGRAM STEM LAST_ONLY program)
	set_target_properties("${target}" PROPERTIES OUTPUT_NAME "${program}" LINKER_LANGUAGE C
		RUNTIME_OUTPUT_DIRECTORY "${CAUSEWAY_OUTPUT}")
	target_link_options("${target}" PRIVATE ${CAUSEWAY_CAMKES_LINK_OPTIONS} ${FLAGS})
endfunction()
