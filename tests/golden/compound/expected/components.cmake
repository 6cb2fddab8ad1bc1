# The programs of compound.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/compound.system")

causeway_instance(
	PROTECTION_DOMAIN "root"
	INSTANCE "root"
	COMPONENT "Root"
	PROGRAM "root.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/root/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/root")

causeway_instance(
	PROTECTION_DOMAIN "branch"
	INSTANCE "branch"
	COMPONENT "Branch"
	PROGRAM "branch.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/branch/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/branch")

causeway_instance(
	PROTECTION_DOMAIN "branch_leaf"
	INSTANCE "branch_leaf"
	COMPONENT "Leaf"
	PROGRAM "branch_leaf.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/branch_leaf/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/branch_leaf")

causeway_instance(
	PROTECTION_DOMAIN "branch_leaf_9fc7d9"
	INSTANCE "branch.leaf"
	COMPONENT "Leaf"
	PROGRAM "branch_leaf_9fc7d9.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/branch_leaf_9fc7d9/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/branch_leaf_9fc7d9")
