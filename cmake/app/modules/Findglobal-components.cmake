include("${CMAKE_CURRENT_LIST_DIR}/camkes_world.cmake")
