# What the tool needs at run time (headers, libraries of protection domains, CMake functions, built-in ADL) lies in one
# folder, lib/causeway beside bin/. In the build tree it is the same folder, made of links into the source tree.

set(CAUSEWAY_HOME ${CMAKE_BINARY_DIR}/lib/causeway)
file(MAKE_DIRECTORY ${CAUSEWAY_HOME})
foreach(entry "include;include" "stdlib/builtin;builtin" "stdlib/global;global" "cmake/app;cmake"
	"boards;boards" "runtime;source/runtime" "loader;source/loader" "include;source/include"
	"cmake/CausewayWarnings.cmake;source/cmake/CausewayWarnings.cmake")
	list(GET entry 0 source)
	list(GET entry 1 name)
	cmake_path(GET name PARENT_PATH folder)
	file(MAKE_DIRECTORY ${CAUSEWAY_HOME}/${folder})
	file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${source} ${CAUSEWAY_HOME}/${name} SYMBOLIC)
endforeach()

# The same for projects that are built with a Core Platform SDK: sdk/board/linux/debug is laid out like one of its boards.
set(CAUSEWAY_BOARD ${CAUSEWAY_HOME}/sdk/board/linux/debug)
foreach(entry "sdk/bin/microkit;sdk/bin/microkit" "sdk/linux/microkit.ld;sdk/board/linux/debug/lib/microkit.ld"
	"sdk/linux/gen_config.h;sdk/board/linux/debug/include/kernel/gen_config.h"
	"include/microkit.h;sdk/board/linux/debug/include/microkit.h"
	"include/sel4cp.h;sdk/board/linux/debug/include/sel4cp.h"
	"include/causeway;sdk/board/linux/debug/include/causeway")
	list(GET entry 0 source)
	list(GET entry 1 name)
	cmake_path(GET name PARENT_PATH folder)
	file(MAKE_DIRECTORY ${CAUSEWAY_HOME}/${folder})
	file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${source} ${CAUSEWAY_HOME}/${name} SYMBOLIC)
endforeach()

# A file that is newer than all that is compiled against a user's SDK: the tool looks at that one alone.
file(GLOB_RECURSE target_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/runtime/* ${CMAKE_SOURCE_DIR}/loader/*
	${CMAKE_SOURCE_DIR}/include/* ${CMAKE_SOURCE_DIR}/cmake/app/*)
add_custom_command(OUTPUT ${CAUSEWAY_HOME}/source/changed
	COMMAND ${CMAKE_COMMAND} -E touch ${CAUSEWAY_HOME}/source/changed DEPENDS ${target_sources} VERBATIM)
add_custom_target(target_sources_changed ALL DEPENDS ${CAUSEWAY_HOME}/source/changed)
