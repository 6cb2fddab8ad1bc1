# The programs of own-connectors.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/own-connectors.system")

causeway_instance(
	PROTECTION_DOMAIN "left"
	INSTANCE "left"
	COMPONENT "Left"
	PROGRAM "left.elf"
	OWN "${CMAKE_CURRENT_LIST_DIR}/left/ring_connector.c"
		"${CMAKE_CURRENT_LIST_DIR}/left/done_connector.c"
		"${CMAKE_CURRENT_LIST_DIR}/left/question_connector.c"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/left/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/left")

causeway_instance(
	PROTECTION_DOMAIN "right"
	INSTANCE "right"
	COMPONENT "Right"
	PROGRAM "right.elf"
	OWN "${CMAKE_CURRENT_LIST_DIR}/right/ring_connector.c"
		"${CMAKE_CURRENT_LIST_DIR}/right/question_connector.c"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/right/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/right")
