# cmake -DNM=program -DOBJCOPY=program -DMEMBER=object -DGLUE=object -DPREFIX=text -P member.cmake
#
# Gives a member's names PREFIX where the group's glue speaks of them with it, and hides all others that the member
# defines. What it only uses keeps its name: the C library, the component runtime.

cmake_minimum_required(VERSION 3.25)

function(read_symbols result object)
	execute_process(COMMAND ${NM} --extern-only --format=posix ${object} OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
	string(REGEX REPLACE " [^\n]*" "" text "${text}")
	string(REPLACE "\n" ";" text "${text}")
	set(${result} "${text}" PARENT_SCOPE)
endfunction()

read_symbols(spoken "${GLUE}")
read_symbols(own "${MEMBER}")
set(renames "")
set(kept "causeway_g_nothing\n")
foreach(symbol IN LISTS own)
	if("${PREFIX}${symbol}" IN_LIST spoken AND NOT "${PREFIX}${symbol}" MATCHES "^causeway_")
		string(APPEND renames "${symbol} ${PREFIX}${symbol}\n")
		string(APPEND kept "${PREFIX}${symbol}\n")
	endif()
endforeach()
file(WRITE "${MEMBER}.renames" "${renames}")
file(WRITE "${MEMBER}.kept" "${kept}")
execute_process(COMMAND ${OBJCOPY} "--redefine-syms=${MEMBER}.renames" "${MEMBER}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJCOPY} "--keep-global-symbols=${MEMBER}.kept" "${MEMBER}" COMMAND_ERROR_IS_FATAL ANY)
