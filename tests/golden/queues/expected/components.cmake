# The programs of queues.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/queues.system")

causeway_instance(
	PROTECTION_DOMAIN "front"
	INSTANCE "front"
	COMPONENT "Front"
	PROGRAM "front.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/front/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/front")

causeway_instance(
	PROTECTION_DOMAIN "back"
	INSTANCE "back"
	COMPONENT "Back"
	PROGRAM "back.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/back/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/back")

causeway_instance(
	PROTECTION_DOMAIN "pair"
	INSTANCE "pair"
	COMPONENT "VirtQueueInit"
	PROGRAM "pair.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/pair/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/pair")

causeway_instance(
	PROTECTION_DOMAIN "topology"
	INSTANCE "topology"
	COMPONENT "VirtQueueInit"
	PROGRAM "topology.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/topology/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/topology")
