# The programs of groups.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/groups.system")

causeway_member(
	PROTECTION_DOMAIN "one"
	INSTANCE "left"
	COMPONENT "Left"
	PREFIX "left_"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/one/left")

causeway_member(
	PROTECTION_DOMAIN "one"
	INSTANCE "right"
	COMPONENT "Right"
	PREFIX "right_"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/one/right")

causeway_group(
	PROTECTION_DOMAIN "one"
	PROGRAM "one.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/one/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/one")

causeway_instance(
	PROTECTION_DOMAIN "user"
	INSTANCE "user"
	COMPONENT "User"
	PROGRAM "user.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/user/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/user")

causeway_instance(
	PROTECTION_DOMAIN "giver"
	INSTANCE "giver"
	COMPONENT "Giver"
	PROGRAM "giver.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/giver/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/giver")
