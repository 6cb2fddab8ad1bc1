# What the tool needs at run time (headers, libraries of protection domains, CMake functions, built-in ADL) lies in one
# folder, lib/causeway beside bin/. In the build tree it is the same folder, made of links into the source tree.

set(CAUSEWAY_HOME ${CMAKE_BINARY_DIR}/lib/causeway)
file(MAKE_DIRECTORY ${CAUSEWAY_HOME})
foreach(entry "include;include" "stdlib/builtin;builtin" "stdlib/global;global" "cmake/app;cmake")
	list(GET entry 0 source)
	list(GET entry 1 name)
	file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${source} ${CAUSEWAY_HOME}/${name} SYMBOLIC)
endforeach()
