# The CMake functions that CAmkES applications call. They record; translate.cmake and instance.cmake act on it when the
# application's files have been read. Components are targets called CAmkESComponent_<name> with the properties that
# CAmkES gives them, so that applications can add dependencies to them.

# Sets RESULT to PATHS, each absolute: in the caller's source folder; or in its binary folder if it is made there.
function(causeway_absolute result)
	set(absolute "")
	foreach(path IN LISTS ARGN)
		if(IS_ABSOLUTE "${path}" OR path MATCHES "^\\$<")
			list(APPEND absolute "${path}")
			continue()
		endif()
		get_source_file_property(generated "${CMAKE_CURRENT_BINARY_DIR}/${path}" GENERATED)
		if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${path}"
			AND (generated OR EXISTS "${CMAKE_CURRENT_BINARY_DIR}/${path}"))
			list(APPEND absolute "${CMAKE_CURRENT_BINARY_DIR}/${path}")
		else()
			list(APPEND absolute "${CMAKE_CURRENT_SOURCE_DIR}/${path}")
		endif()
	endforeach()
	set(${result} "${absolute}" PARENT_SCOPE)
endfunction()

# Folders may come to exist only during the build; then they are in the binary folder.
function(causeway_absolute_folders result)
	set(absolute "")
	foreach(path IN LISTS ARGN)
		if(IS_ABSOLUTE "${path}" OR path MATCHES "^\\$<" OR EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${path}")
			causeway_absolute(path "${path}")
			list(APPEND absolute "${path}")
		else()
			list(APPEND absolute "${CMAKE_CURRENT_BINARY_DIR}/${path}")
		endif()
	endforeach()
	set(${result} "${absolute}" PARENT_SCOPE)
endfunction()

set(CAUSEWAY_COMPONENT_LISTS SOURCES INCLUDES C_FLAGS CXX_FLAGS LD_FLAGS LIBS)
set(CAUSEWAY_COMPONENT_UNSUPPORTED TEMPLATE_SOURCES TEMPLATE_HEADERS CAKEML_SOURCES CAKEML_DEPENDS CAKEML_INCLUDES
	CAKEML_HEAP_SIZE CAKEML_STACK_SIZE LINKER_LANGUAGE)

# Calls for the same target add up.
function(causeway_component function target)
	cmake_parse_arguments(PARSE_ARGV 2 component "" ""
		"${CAUSEWAY_COMPONENT_LISTS};${CAUSEWAY_COMPONENT_UNSUPPORTED}")
	if(DEFINED component_UNPARSED_ARGUMENTS)
		message(FATAL_ERROR "${function}: it is unclear what '${component_UNPARSED_ARGUMENTS}' is; "
			"source files follow the keyword SOURCES.")
	endif()
	foreach(keyword IN LISTS CAUSEWAY_COMPONENT_UNSUPPORTED)
		if(DEFINED component_${keyword})
			message(FATAL_ERROR "${function}: ${keyword} is not supported: components are C, and their glue "
				"is not made from templates.")
		endif()
	endforeach()
	causeway_absolute(component_SOURCES ${component_SOURCES})
	causeway_absolute_folders(component_INCLUDES ${component_INCLUDES})
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
	if(root_DTS_FILE_PATH OR root_DTB_FILE_PATH)
		message(FATAL_ERROR "DeclareCAmkESRootserver: device trees (DTS_FILE_PATH, DTB_FILE_PATH) are not supported.")
	endif()
	causeway_absolute(adl "${adl}")
	set_property(GLOBAL PROPERTY CAUSEWAY_DECLARED_ADL "${adl}")
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_CPP_FLAGS ${root_CPP_FLAGS})
	CAmkESAddCPPInclude(${root_CPP_INCLUDES})
endfunction()

function(CAmkESAddImportPath)
	causeway_absolute_folders(paths ${ARGN})
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_IMPORT_PATHS ${paths})
endfunction()

function(CAmkESMaybeAddImportPath)
	foreach(path IN LISTS ARGN)
		causeway_absolute_folders(absolute "${path}")
		if(EXISTS "${absolute}")
			CAmkESAddImportPath("${path}")
		endif()
	endforeach()
endfunction()

function(CAmkESAddCPPInclude)
	causeway_absolute_folders(paths ${ARGN})
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

# Applications that are projects of their own end with this; here it happens anyway, when all files have been read.
function(GenerateCAmkESRootserver)
endfunction()

function(camkes_tool_setup_camkes_build_environment)
endfunction()

function(sel4_tutorials_regenerate_tutorial)
endfunction()

# What has no counterpart here says so, rather than that there is no such command.
foreach(name IN ITEMS
	AddFileToOverlayDir AddOverlayDirToRootfs AddToFileServer add_config_library CAmkESAddTemplatesPath config_option
	ConfigureLinux DeclareCAmkESARMVM DeclareCAmkESConnector DeclareCAmkESVM DeclareCAmkESVMRootServer
	DeclareRumprunCAmkESComponent DecompressLinuxKernel DefineCAmkESVMFileServer DefineLinuxModule
	GenerateSimulateScript camkes_arm_vm_import_project global_components_import_project includeGlobalComponents)
	cmake_language(EVAL CODE "
		function(${name})
			message(FATAL_ERROR \"This application calls ${name}, which Causeway does not support.\")
		endfunction()")
endforeach()
