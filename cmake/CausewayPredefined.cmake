# What the system's C preprocessor defines by itself and where it looks for headers, for src/cpp/predefined.c:
# causeway_predefined(FILE) writes FILE.

function(causeway_predefined output)
	find_program(CAUSEWAY_CPP cpp DOC "The C preprocessor that the built-in one stands in for")
	set(command ${CAUSEWAY_CPP})
	if(NOT CAUSEWAY_CPP)
		set(command ${CMAKE_C_COMPILER} -E)
	endif()
	execute_process(COMMAND ${command} -dM /dev/null OUTPUT_VARIABLE macros COMMAND_ERROR_IS_FATAL ANY)
	execute_process(COMMAND ${command} -v /dev/null OUTPUT_QUIET ERROR_VARIABLE log COMMAND_ERROR_IS_FATAL ANY)

	string(REPLACE "\\" "\\\\" macros "${macros}")
	string(REPLACE "\"" "\\\"" macros "${macros}")
	string(REPLACE ";" "\\;" macros "${macros}")
	string(REPLACE "\n" ";" macros "${macros}")
	set(rows "")
	foreach(macro IN LISTS macros)
		if(macro MATCHES "^#define ([A-Za-z0-9_]+)(.*)$")
			# The name's end comes first in the row, so that sorting rows sorts names as strcmp does.
			string(APPEND rows "PREDEFINED(\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_1}${CMAKE_MATCH_2}\");")
		endif()
	endforeach()
	list(SORT rows)
	list(JOIN rows "\n" text)

	string(REGEX MATCH "#include <[.][.][.]>[^\n]*\n(.*)End of search list" found "${log}")
	string(REGEX MATCHALL "[^\n]+" folders "${CMAKE_MATCH_1}")
	foreach(folder IN LISTS folders)
		string(STRIP "${folder}" folder)
		string(APPEND text "\nFOLDER(\"${folder}\")")
	endforeach()
	file(CONFIGURE OUTPUT ${output} CONTENT "@text@\n" @ONLY)
endfunction()
