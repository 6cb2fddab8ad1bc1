# find_package() of what is part of CAmkES' own build: it is here already.
set(${CMAKE_FIND_PACKAGE_NAME}_FOUND TRUE)
include("${CMAKE_CURRENT_LIST_DIR}/../causeway-camkes.cmake")
