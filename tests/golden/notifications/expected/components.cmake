# The programs of notifications.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/notifications.system")

causeway_instance(
	PROTECTION_DOMAIN "left"
	INSTANCE "left"
	COMPONENT "Source"
	PROGRAM "left.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/left/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/left")

causeway_instance(
	PROTECTION_DOMAIN "right"
	INSTANCE "right"
	COMPONENT "Source"
	PROGRAM "right.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/right/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/right")

causeway_instance(
	PROTECTION_DOMAIN "target"
	INSTANCE "target"
	COMPONENT "Target"
	PROGRAM "target.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/target/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/target")
