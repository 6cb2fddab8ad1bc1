# How a module of the host tool is built: add_module(name [dependencies...]) is the whole of each module's CMake.

include(CausewayWarnings)

add_library(causeway_host_flags INTERFACE)
target_compile_options(causeway_host_flags INTERFACE ${CAUSEWAY_WARNINGS})
target_compile_definitions(causeway_host_flags INTERFACE _GNU_SOURCE)
target_include_directories(causeway_host_flags INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/include)
if(CAUSEWAY_SANITIZE)
	target_compile_options(causeway_host_flags INTERFACE -fsanitize=${CAUSEWAY_SANITIZE} -fno-sanitize-recover=all
		-fno-omit-frame-pointer)
	target_link_options(causeway_host_flags INTERFACE -fsanitize=${CAUSEWAY_SANITIZE})
endif()
if(CAUSEWAY_FUZZ)
	target_compile_options(causeway_host_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CAUSEWAY_COVERAGE)
	target_compile_options(causeway_host_flags INTERFACE --coverage)
	target_link_options(causeway_host_flags INTERFACE --coverage)
endif()

function(add_module name)
	file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.c)
	add_library(causeway_${name} STATIC ${sources})
	list(TRANSFORM ARGN PREPEND causeway_)
	target_link_libraries(causeway_${name} PUBLIC causeway_host_flags ${ARGN})
	set_property(GLOBAL APPEND PROPERTY CAUSEWAY_MODULES causeway_${name})
endfunction()
