# The programs of device-tree.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/device-tree.system")

causeway_instance(
	PROTECTION_DOMAIN "driver"
	INSTANCE "driver"
	COMPONENT "Driver"
	PROGRAM "driver.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/driver/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/driver")

causeway_instance(
	PROTECTION_DOMAIN "emitter"
	INSTANCE "emitter"
	COMPONENT "Emitter"
	PROGRAM "emitter.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/emitter/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/emitter")
