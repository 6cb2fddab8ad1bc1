/*
 * Tokens out of the texts, one inside the other, with directives carried out and skipped parts skipped.
 */
#ifndef CPP_READ_H
#define CPP_READ_H

#include "cpp/run.h"

/* Not expanded. One of kind END at the end of all, and in a directive at the end of its line. */
struct cpp_token cpp_read(struct cpp_run *run);

/*
 * Whether '(' is next in the text, and moves behind it then. Looks across the ends of lines, but not beyond a
 * directive or the end of a file.
 */
bool cpp_read_parenthesis(struct cpp_run *run);

/* The rest of a directive's line, not expanded, ending in a token of kind END. Valid until the next call. */
const cpp_tokens *cpp_read_line(struct cpp_run *run);

void cpp_enter(struct cpp_run *run, struct cpp_source *source);

/* Ends the innermost text; reports conditions that are still open. */
void cpp_leave(struct cpp_run *run);

/* The rest of a line of BUFFER, which need not be the innermost one any more. */
void cpp_skip_line(struct cpp_run *run, struct cpp_buffer *buffer);

#endif
