# The programs of hardware.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/hardware.system")

causeway_instance(
	PROTECTION_DOMAIN "driver"
	INSTANCE "driver"
	COMPONENT "Driver"
	PROGRAM "driver.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/driver/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/driver")

causeway_instance(
	PROTECTION_DOMAIN "watcher"
	INSTANCE "watcher"
	COMPONENT "Watcher"
	PROGRAM "watcher.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/watcher/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/watcher")
