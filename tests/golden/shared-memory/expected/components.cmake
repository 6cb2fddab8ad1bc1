# The programs of shared-memory.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/shared-memory.system")

causeway_instance(
	PROTECTION_DOMAIN "source"
	INSTANCE "source"
	COMPONENT "Source"
	PROGRAM "source.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/source/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/source")

causeway_instance(
	PROTECTION_DOMAIN "left"
	INSTANCE "left"
	COMPONENT "Target"
	PROGRAM "left.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/left/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/left")

causeway_instance(
	PROTECTION_DOMAIN "right"
	INSTANCE "right"
	COMPONENT "Target"
	PROGRAM "right.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/right/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/right")
