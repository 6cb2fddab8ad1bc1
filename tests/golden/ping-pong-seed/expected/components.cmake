# The programs of ping-pong.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/ping-pong.system")

causeway_instance(
	PROTECTION_DOMAIN "ping"
	INSTANCE "ping"
	COMPONENT "Ping"
	PROGRAM "ping.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/ping/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/ping")

causeway_instance(
	PROTECTION_DOMAIN "pong"
	INSTANCE "pong"
	COMPONENT "Pong"
	PROGRAM "pong.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/pong/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/pong")
