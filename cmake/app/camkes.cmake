# The CMake functions that CAmkES applications call. They record; translate.cmake and instance.cmake act on it when the
# application's files have been read. Components are targets called CAmkESComponent_<name> with the properties that
# CAmkES gives them, so that applications can add dependencies to them.

# Sets RESULT to PATHS, each absolute: in the caller's source folder or beside its file, or in its binary folder if it is
# made there. A folder may come to exist only during the build.
function(causeway_absolute result kind)
	set(absolute "")
	foreach(path IN LISTS ARGN)
		if(IS_ABSOLUTE "${path}" OR path MATCHES "^\\$<")
			list(APPEND absolute "${path}")
			continue()
		endif()
		set(found "${CMAKE_CURRENT_SOURCE_DIR}/${path}")
		set(made "${CMAKE_CURRENT_BINARY_DIR}/${path}")
		get_source_file_property(is_made "${made}" GENERATED)
		if(NOT EXISTS "${found}" AND EXISTS "${CMAKE_CURRENT_LIST_DIR}/${path}")
			set(found "${CMAKE_CURRENT_LIST_DIR}/${path}")
		elseif(NOT EXISTS "${found}" AND (kind STREQUAL "FOLDER" OR is_made OR EXISTS "${made}"))
			set(found "${made}")
			# What makes files there may count on the folder: not all of CMake's generators make it.
			if(kind STREQUAL "FOLDER")
				file(MAKE_DIRECTORY "${made}")
			endif()
		endif()
		list(APPEND absolute "${found}")
	endforeach()
	set(${result} "${absolute}" PARENT_SCOPE)
endfunction()

set(CAUSEWAY_COMPONENT_LISTS SOURCES INCLUDES C_FLAGS CXX_FLAGS LD_FLAGS LIBS)
set(CAUSEWAY_COMPONENT_CAKEML CAKEML_SOURCES CAKEML_DEPENDS CAKEML_INCLUDES CAKEML_HEAP_SIZE CAKEML_STACK_SIZE)
set(CAUSEWAY_COMPONENT_TEMPLATES TEMPLATE_SOURCES TEMPLATE_HEADERS)

# Calls for the same target add up.
function(causeway_component function target)
	cmake_parse_arguments(PARSE_ARGV 2 component "" "LINKER_LANGUAGE"
		"${CAUSEWAY_COMPONENT_LISTS};${CAUSEWAY_COMPONENT_CAKEML};${CAUSEWAY_COMPONENT_TEMPLATES}")
	if(DEFINED component_UNPARSED_ARGUMENTS)
		message(FATAL_ERROR "${function}: it is unclear what '${component_UNPARSED_ARGUMENTS}' is; "
			"source files follow the keyword SOURCES.")
	endif()
	string(REGEX REPLACE "^CAmkESComponent_" "" name "${target}")
	foreach(keyword IN LISTS CAUSEWAY_COMPONENT_CAKEML)
		if(DEFINED component_${keyword})
			message(FATAL_ERROR "Component ${name} is written in CakeML (${keyword}), for which Causeway has no "
				"compiler: components are C, C++ or assembly.")
		endif()
	endforeach()
	foreach(keyword IN LISTS CAUSEWAY_COMPONENT_TEMPLATES)
		if(DEFINED component_${keyword})
			message(FATAL_ERROR "Component ${name} has Jinja templates (${keyword}: ${component_${keyword}}), which "
				"Causeway does not run. Write what they make as C: <camkes.h> has the component's names, and the "
				"macros of <NAME_pd.h> its ids and addresses.")
		endif()
	endforeach()
	causeway_absolute(component_SOURCES FILE ${component_SOURCES})
	causeway_absolute(component_INCLUDES FOLDER ${component_INCLUDES})
	if(NOT TARGET "${target}")
		add_custom_target("${target}")
	endif()
	foreach(keyword IN LISTS CAUSEWAY_COMPONENT_LISTS)
		set_property(TARGET "${target}" APPEND PROPERTY COMPONENT_${keyword} ${component_${keyword}})
	endforeach()
endfunction()

function(DeclareCAmkESComponent name)
	causeway_component(DeclareCAmkESComponent "CAmkESComponent_${name}" ${ARGN})
endfunction()

# For one instance, on top of what its component has.
function(ExtendCAmkESComponentInstance component instance)
	causeway_component(ExtendCAmkESComponentInstance "CAmkESComponent_${component}_instance_${instance}" ${ARGN})
endfunction()

function(DeclareCAmkESRootserver adl)
	cmake_parse_arguments(PARSE_ARGV 1 root "" "DTS_FILE_PATH;DTB_FILE_PATH" "CPP_FLAGS;CPP_INCLUDES")
	get_property(declared GLOBAL PROPERTY CAUSEWAY_DECLARED_ADL)
	if(declared)
		message(FATAL_ERROR "DeclareCAmkESRootserver: '${declared}' was declared already; a system has one.")
	endif()
	if(root_DTS_FILE_PATH)
		causeway_absolute(source FILE "${root_DTS_FILE_PATH}")
		find_program(CAUSEWAY_DTC dtc)
		if(NOT CAUSEWAY_DTC)
			message(FATAL_ERROR "DeclareCAmkESRootserver: DTS_FILE_PATH needs the device tree compiler, dtc.")
		endif()
		set(root_DTB_FILE_PATH "${CMAKE_BINARY_DIR}/device-tree.dtb")
		execute_process(COMMAND "${CAUSEWAY_DTC}" -q -I dts -O dtb -o "${root_DTB_FILE_PATH}" "${source}"
			RESULT_VARIABLE status)
		if(NOT status EQUAL 0)
			message(FATAL_ERROR "The device tree '${source}' cannot be compiled.")
		endif()
		set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
	endif()
	if(root_DTB_FILE_PATH)
		causeway_absolute(blob FILE "${root_DTB_FILE_PATH}")
		set_property(GLOBAL PROPERTY CAUSEWAY_DTB "${blob}")
	endif()
	causeway_absolute(adl FILE "${adl}")
	set_property(GLOBAL PROPERTY CAUSEWAY_DECLARED_ADL "${adl}")
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_CPP_FLAGS ${root_CPP_FLAGS})
	CAmkESAddCPPInclude(${root_CPP_INCLUDES})
	# What the folder's further lines declare is to be known, and its options are to hold for components.
	cmake_language(DEFER CALL causeway_translate_once)
endfunction()

function(CAmkESAddImportPath)
	causeway_absolute(paths FOLDER ${ARGN})
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_IMPORT_PATHS ${paths})
endfunction()

function(CAmkESMaybeAddImportPath)
	foreach(path IN LISTS ARGN)
		causeway_absolute(absolute FOLDER "${path}")
		if(EXISTS "${absolute}")
			CAmkESAddImportPath("${path}")
		endif()
	endforeach()
endfunction()

function(CAmkESAddCPPInclude)
	causeway_absolute(paths FOLDER ${ARGN})
	list(TRANSFORM paths PREPEND -I)
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_CPP_FLAGS ${paths})
endfunction()

function(AddCamkesCPPFlag)
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_CPP_FLAGS ${ARGN})
endfunction()

# What the application's output is expected to be, in the language of expect(1); kept beside the system. A macro, and
# an argument without quotes: so CMake takes one layer of escapes away, as tests are written for.
macro(add_simulate_test causeway_script)
	set(causeway_test ${causeway_script})
	set_property(GLOBAL PROPERTY CAUSEWAY_TEST "${causeway_test}")
endmacro()

# A test that the application no longer has must not stay.
function(causeway_write_test)
	get_property(declared GLOBAL PROPERTY CAUSEWAY_TEST SET)
	get_property(test GLOBAL PROPERTY CAUSEWAY_TEST)
	if(declared)
		file(CONFIGURE OUTPUT "${CAUSEWAY_OUTPUT}/simulate_test.tcl" CONTENT "@test@\n" @ONLY)
	else()
		file(REMOVE "${CAUSEWAY_OUTPUT}/simulate_test.tcl")
	endif()
endfunction()

# For applications whose last line this is; for others it happens when their file has been read.
macro(GenerateCAmkESRootserver)
	causeway_translate_once()
endmacro()

# The connectors, interfaces and components of global-components.
function(global_components_import_project)
	CAmkESAddImportPath("${CAUSEWAY_HOME}/global")
	DeclareCAmkESComponent(VirtQueueInit)
	DeclareCAmkESComponent(TimeServer SOURCES "${CAUSEWAY_HOME}/global/TimeServer/time_server.c")
	DeclareCAmkESComponent(SerialServer SOURCES "${CAUSEWAY_HOME}/global/SerialServer/serial_server.c")
endfunction()

function(includeGlobalComponents)
	global_components_import_project()
endfunction()

# A connector's templates are in Jinja; what replaces them is a description beside the specification.
function(CAmkESAddTemplatesPath)
endfunction()

function(DeclareCAmkESConnector name)
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_TEMPLATE_CONNECTORS "${name}")
endfunction()
