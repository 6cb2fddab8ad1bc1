# find_package(Causeway): protection domains of the Core Platform in a CMake project of one's own. Configure it with
#
#     -DCMAKE_TOOLCHAIN_FILE=<prefix>/lib/causeway/cmake/causeway-linux.cmake
#
# and call add_protection_domain and add_core_platform_system (lib/causeway/cmake/CausewayPD.cmake). The library of
# protection domains is also the target Causeway::PD, for whoever has executables made in another way.

cmake_path(SET Causeway_HOME NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../../causeway")
if(NOT DEFINED CAUSEWAY_SUBSTRATE)
	set(Causeway_FOUND FALSE)
	set(Causeway_NOT_FOUND_MESSAGE "protection domains need a compiler of their own: configure this project with "
		"-DCMAKE_TOOLCHAIN_FILE=${Causeway_HOME}/cmake/causeway-linux.cmake")
	string(CONCAT Causeway_NOT_FOUND_MESSAGE ${Causeway_NOT_FOUND_MESSAGE})
	return()
endif()

include("${Causeway_HOME}/cmake/CausewayPD.cmake")
cmake_path(SET CAUSEWAY_TOOL NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/../../../bin/causeway")

if(NOT TARGET Causeway::PD)
	add_library(Causeway::PD INTERFACE IMPORTED)
	target_include_directories(Causeway::PD INTERFACE ${CAUSEWAY_PD_INCLUDES})
	target_compile_options(Causeway::PD INTERFACE ${CAUSEWAY_PD_COMPILE_OPTIONS})
	target_link_options(Causeway::PD INTERFACE ${CAUSEWAY_PD_LINK_OPTIONS})
	target_link_libraries(Causeway::PD INTERFACE ${CAUSEWAY_PD_LIBRARY})
endif()
