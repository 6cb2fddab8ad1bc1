# Included by the build files of whole projects; kernel.cmake has what is left of it.
include("${CMAKE_CURRENT_LIST_DIR}/../kernel.cmake")
