# The programs of signals.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/signals.system")

causeway_instance(
	PROTECTION_DOMAIN "one"
	INSTANCE "one"
	COMPONENT "Client"
	PROGRAM "one.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/one/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/one")

causeway_instance(
	PROTECTION_DOMAIN "two"
	INSTANCE "two"
	COMPONENT "Client"
	PROGRAM "two.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/two/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/two")

causeway_instance(
	PROTECTION_DOMAIN "driver"
	INSTANCE "driver"
	COMPONENT "Driver"
	PROGRAM "driver.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/driver/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/driver")
