# The warnings that all C of the project is compiled with, on the host and on the target.
set(CAUSEWAY_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
	-Wcast-qual -Wvla -Wswitch-enum -Werror)
