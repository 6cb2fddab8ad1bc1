# The programs of dataports.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/dataports.system")

causeway_instance(
	PROTECTION_DOMAIN "a"
	INSTANCE "a"
	COMPONENT "Node"
	PROGRAM "a.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/a/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/a")

causeway_instance(
	PROTECTION_DOMAIN "b"
	INSTANCE "b"
	COMPONENT "Node"
	PROGRAM "b.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/b/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/b")

causeway_instance(
	PROTECTION_DOMAIN "c"
	INSTANCE "c"
	COMPONENT "Node"
	PROGRAM "c.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/c/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/c")
