# Makes the ELF file of a component instance, as the generated components.cmake asks for it.

# Libraries of the seL4 world whose headers stand in include/camkes-compat; what they define is in the runtime.
set(CAUSEWAY_KNOWN_LIBRARIES sel4 sel4camkes sel4muslcsys sel4sync sel4utils muslc platsupport utils)

# Sets RESULT to property COMPONENT_<NAME> of the targets that exist.
function(causeway_collect result name)
	set(all "")
	foreach(target IN LISTS ARGN)
		if(TARGET "${target}")
			get_target_property(values "${target}" COMPONENT_${name})
			if(values)
				list(APPEND all ${values})
			endif()
		endif()
	endforeach()
	set(${result} "${all}" PARENT_SCOPE)
endfunction()

function(causeway_check_sources component)
	foreach(source IN LISTS ARGN)
		if(source MATCHES "\\.(cc|cpp|cxx|C)$")
			message(FATAL_ERROR "Component ${component} has a source file in C++, which is not supported: ${source}")
		endif()
	endforeach()
endfunction()

# Sets RESULT to the libraries to link. A name that is none must not reach the linker, whose message would not say why.
function(causeway_check_libraries result component)
	set(libraries "")
	foreach(library IN LISTS ARGN)
		if(library IN_LIST CAUSEWAY_KNOWN_LIBRARIES)
			continue()
		endif()
		if(NOT TARGET "${library}" AND NOT library STREQUAL "m" AND NOT library MATCHES "^-|^\\$<|/")
			message(FATAL_ERROR "Component ${component} links with '${library}', which neither the application "
				"nor Causeway has.")
		endif()
		list(APPEND libraries "${library}")
	endforeach()
	set(${result} "${libraries}" PARENT_SCOPE)
endfunction()

# causeway_instance(PROTECTION_DOMAIN name INSTANCE name COMPONENT name PROGRAM file GLUE file INCLUDE folder)
function(causeway_instance)
	cmake_parse_arguments(PARSE_ARGV 0 arg "" "PROTECTION_DOMAIN;INSTANCE;COMPONENT;PROGRAM;GLUE;INCLUDE" "")
	set(component "CAmkESComponent_${arg_COMPONENT}")
	set(instance "${component}_instance_${arg_INSTANCE}")
	if(NOT TARGET "${component}")
		message(WARNING "Component ${arg_COMPONENT} (instance ${arg_INSTANCE}) is not declared with "
			"DeclareCAmkESComponent: it is built without sources.")
	endif()
	causeway_collect(sources SOURCES "${component}" "${instance}")
	causeway_collect(includes INCLUDES "${instance}" "${component}")
	causeway_collect(libraries LIBS "${component}" "${instance}")
	causeway_collect(c_flags C_FLAGS "${component}" "${instance}")
	causeway_collect(ld_flags LD_FLAGS "${component}" "${instance}")
	causeway_check_sources("${arg_COMPONENT}" ${sources})
	causeway_check_libraries(libraries "${arg_COMPONENT}" ${libraries})

	# A prefix, since an instance may be called like a target that CMake or the application has: "test", "install".
	set(target "causeway_pd_${arg_PROTECTION_DOMAIN}")
	cmake_path(GET arg_PROGRAM STEM LAST_ONLY program)
	add_protection_domain("${target}" "${arg_GLUE}" ${sources}
		INCLUDES "${arg_INCLUDE}" ${includes} ${CAUSEWAY_CAMKES_INCLUDES}
		LIBRARIES ${libraries} RUNTIME ${CAUSEWAY_CAMKES_LIBRARY})
	set_target_properties("${target}" PROPERTIES OUTPUT_NAME "${program}"
		RUNTIME_OUTPUT_DIRECTORY "${CAUSEWAY_OUTPUT}")
	target_compile_options("${target}" PRIVATE ${c_flags})
	target_link_options("${target}" PRIVATE ${ld_flags})
	foreach(dependency IN ITEMS "${component}" "${instance}")
		if(TARGET "${dependency}")
			add_dependencies("${target}" "${dependency}")
		endif()
	endforeach()
endfunction()
