# The programs of procedures.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/procedures.system")

causeway_instance(
	PROTECTION_DOMAIN "caller"
	INSTANCE "caller"
	COMPONENT "Client"
	PROGRAM "caller.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/caller/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/caller")

causeway_instance(
	PROTECTION_DOMAIN "procedure_server"
	INSTANCE "procedure_server"
	COMPONENT "Server"
	PROGRAM "procedure_server.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/procedure_server/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/procedure_server")

causeway_instance(
	PROTECTION_DOMAIN "waiter"
	INSTANCE "waiter"
	COMPONENT "Client"
	PROGRAM "waiter.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/waiter/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/waiter")

causeway_instance(
	PROTECTION_DOMAIN "queue_server"
	INSTANCE "queue_server"
	COMPONENT "Server"
	PROGRAM "queue_server.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/queue_server/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/queue_server")

causeway_instance(
	PROTECTION_DOMAIN "self"
	INSTANCE "self"
	COMPONENT "Self"
	PROGRAM "self.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/self/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/self")
