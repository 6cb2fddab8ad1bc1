# Makes the ELF file of a component instance, as the generated components.cmake asks for it.

# Libraries of the seL4 world whose headers stand in include/camkes-compat; what they define is in the runtime.
set(CAUSEWAY_KNOWN_LIBRARIES sel4 sel4_autoconf sel4camkes sel4muslcsys sel4sync sel4utils muslc platsupport utils
	virtqueue)

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

cmake_policy(SET CMP0119 OLD) # as in CausewayPD.cmake

# Freestanding C++ is compiled by the C compiler's driver, which knows the C library, as an object library of its own:
# no exceptions, no run-time types, no libstdc++.
set(CAUSEWAY_CXX_OPTIONS "SHELL:-x c++" -std=c++17 -ffreestanding -fno-exceptions -fno-rtti -fno-threadsafe-statics
	-nostdinc++)

# Splits SOURCES by language: C and assembly stay in <target>_sources; C++ goes to the library <target>_cxx.
function(causeway_split_sources result target)
	set(others "")
	set(cxx "")
	foreach(source IN LISTS ARGN)
		if(source MATCHES "\\.(cc|cpp|cxx|C|c\\+\\+)$")
			list(APPEND cxx "${source}")
		else()
			list(APPEND others "${source}")
		endif()
		# One compiler drives all three, so no language has to be enabled that the application does not name.
		if(NOT source MATCHES "\\.(c|h)$")
			set_source_files_properties("${source}" PROPERTIES LANGUAGE C)
		endif()
	endforeach()
	if(cxx)
		execute_process(COMMAND ${CMAKE_C_COMPILER} -print-prog-name=cc1plus OUTPUT_VARIABLE compiler
			OUTPUT_STRIP_TRAILING_WHITESPACE)
		if(NOT IS_ABSOLUTE "${compiler}")
			list(GET cxx 0 first)
			message(FATAL_ERROR "'${first}' is C++, and there is no C++ compiler here: install g++.")
		endif()
		add_library(${target}_cxx OBJECT ${cxx})
		list(APPEND others $<TARGET_OBJECTS:${target}_cxx>)
	endif()
	set(${result} "${others}" PARENT_SCOPE)
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
				"nor Causeway has; an application can bring it along with add_library.")
		endif()
		list(APPEND libraries "${library}")
	endforeach()
	set(${result} "${libraries}" PARENT_SCOPE)
endfunction()

# Sets RESULT to the runtime's name for the application's CAmkESErrorHandlingMode.
function(causeway_error_mode result)
	if(NOT CAmkESErrorHandlingMode)
		set(CAmkESErrorHandlingMode Standard)
	endif()
	string(TOUPPER "${CAmkESErrorHandlingMode}" mode)
	string(REGEX REPLACE "S$" "" mode "${mode}")
	if(NOT mode MATCHES "^(STANDARD|GUARD|ABORT|DISCARD)$")
		message(FATAL_ERROR "CAmkESErrorHandlingMode is '${CAmkESErrorHandlingMode}': it can be Standard, Guards, "
			"Abort or Discard.")
	endif()
	set(${result} "CAUSEWAY_ERROR_${mode}" PARENT_SCOPE)
endfunction()

# Sets in the caller what was declared for an instance: sources, includes, libraries, c_flags, cxx_flags, ld_flags; and
# the names of its two targets, component and instance.
macro(causeway_declared)
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
	causeway_collect(cxx_flags CXX_FLAGS "${component}" "${instance}")
	causeway_collect(ld_flags LD_FLAGS "${component}" "${instance}")
	causeway_check_libraries(libraries "${arg_COMPONENT}" ${libraries})
endmacro()

# The flags of TARGET and of its part in C++, and what has to be there before both.
macro(causeway_set_flags target)
	target_compile_options("${target}" PRIVATE ${c_flags})
	set(compiled "${target}")
	if(TARGET "${target}_cxx")
		list(APPEND compiled "${target}_cxx")
		target_include_directories("${target}_cxx" PRIVATE ${CAUSEWAY_CXX_INCLUDES}
			$<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>)
		target_compile_options("${target}_cxx" PRIVATE ${CAUSEWAY_PD_COMPILE_OPTIONS} ${CAUSEWAY_CXX_OPTIONS}
			${cxx_flags})
		target_compile_definitions("${target}_cxx" PRIVATE $<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>)
		target_link_libraries("${target}_cxx" PRIVATE ${libraries})
	endif()
	foreach(dependency IN ITEMS "${component}" "${instance}")
		if(TARGET "${dependency}")
			foreach(each IN LISTS compiled)
				add_dependencies("${each}" "${dependency}")
			endforeach()
		endif()
	endforeach()
endmacro()

# A prefix, since an instance may be called like a target that CMake or the application has: "test", "install".
set(CAUSEWAY_TARGET_PREFIX causeway_pd_)

# causeway_instance(PROTECTION_DOMAIN name INSTANCE name COMPONENT name PROGRAM file GLUE file INCLUDE folder OWN files)
function(causeway_instance)
	cmake_parse_arguments(PARSE_ARGV 0 arg "" "PROTECTION_DOMAIN;INSTANCE;COMPONENT;PROGRAM;GLUE;INCLUDE" "OWN")
	causeway_declared()
	set(target "${CAUSEWAY_TARGET_PREFIX}${arg_PROTECTION_DOMAIN}")
	cmake_path(GET arg_PROGRAM STEM LAST_ONLY program)
	causeway_split_sources(sources "${target}" ${sources})
	causeway_error_mode(error_mode)
	set_source_files_properties("${arg_GLUE}" PROPERTIES COMPILE_DEFINITIONS CAUSEWAY_ERROR_MODE=${error_mode})
	add_protection_domain("${target}" "${arg_GLUE}" ${arg_OWN} ${sources}
		INCLUDES "${arg_INCLUDE}" ${includes} ${CAUSEWAY_CAMKES_INCLUDES}
		LIBRARIES ${libraries} RUNTIME ${CAUSEWAY_CAMKES_LIBRARY})
	set_target_properties("${target}" PROPERTIES OUTPUT_NAME "${program}"
		RUNTIME_OUTPUT_DIRECTORY "${CAUSEWAY_OUTPUT}")
	target_link_options("${target}" PRIVATE ${CAUSEWAY_CAMKES_LINK_OPTIONS} ${ld_flags})
	causeway_set_flags("${target}")
endfunction()
