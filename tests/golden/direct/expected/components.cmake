# The programs of direct.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/direct.system")

causeway_instance(
	PROTECTION_DOMAIN "caller"
	INSTANCE "caller"
	COMPONENT "Caller"
	PROGRAM "caller.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/caller/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/caller")
