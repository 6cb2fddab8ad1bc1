# All CMake functions that CAmkES applications call. Found by find_package(camkes-tool) when the folder modules/ is in
# CMAKE_MODULE_PATH and the toolchain file is one of Causeway's; CMakeLists.txt beside this file includes it, too.
include_guard(GLOBAL)

if(NOT DEFINED CAUSEWAY_SUBSTRATE AND NOT DEFINED CMAKE_TOOLCHAIN_FILE)
	message(FATAL_ERROR "CAmkES applications are built with a toolchain file of Causeway: give "
		"-DCMAKE_TOOLCHAIN_FILE=${CMAKE_CURRENT_LIST_DIR}/causeway-linux.cmake.")
endif()
if("${CAUSEWAY_OUTPUT}" STREQUAL "")
	set(CAUSEWAY_OUTPUT "${CMAKE_BINARY_DIR}/system" CACHE PATH "Folder of the .system file and the ELF files")
endif()
if("${CAUSEWAY_TOOL}" STREQUAL "")
	find_program(CAUSEWAY_TOOL causeway HINTS "${CMAKE_CURRENT_LIST_DIR}/../../../bin" NO_CMAKE_FIND_ROOT_PATH REQUIRED)
endif()
foreach(file IN ITEMS kernel config refused CausewayPD camkes instance group defaults translate)
	include("${CMAKE_CURRENT_LIST_DIR}/${file}.cmake")
endforeach()
