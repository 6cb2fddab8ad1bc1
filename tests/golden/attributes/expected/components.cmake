# The programs of attributes.system.
set(CAUSEWAY_SYSTEM "${CMAKE_CURRENT_LIST_DIR}/attributes.system")

causeway_instance(
	PROTECTION_DOMAIN "outer"
	INSTANCE "outer"
	COMPONENT "Outer"
	PROGRAM "outer.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/outer/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/outer")

causeway_instance(
	PROTECTION_DOMAIN "bare"
	INSTANCE "bare"
	COMPONENT "Reader"
	PROGRAM "bare.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/bare/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/bare")

causeway_instance(
	PROTECTION_DOMAIN "artist"
	INSTANCE "artist"
	COMPONENT "Artist"
	PROGRAM "artist.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/artist/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/artist")

causeway_instance(
	PROTECTION_DOMAIN "outer_reader"
	INSTANCE "outer.reader"
	COMPONENT "Reader"
	PROGRAM "outer_reader.elf"
	GLUE "${CMAKE_CURRENT_LIST_DIR}/outer_reader/glue.c"
	INCLUDE "${CMAKE_CURRENT_LIST_DIR}/outer_reader")
