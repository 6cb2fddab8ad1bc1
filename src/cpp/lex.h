/*
 * Preprocessing tokens, out of one text. Lines that end in a backslash are continued, comments are blanks.
 */
#ifndef CPP_LEX_H
#define CPP_LEX_H

#include "base/arena.h"
#include "base/source.h"

#include <stdbool.h>

enum cpp_token_kind {
	CPP_TOKEN_END, /* of the text, of a directive's line, of an argument */
	CPP_TOKEN_NEWLINE,
	CPP_TOKEN_NAME,
	CPP_TOKEN_NUMBER,
	CPP_TOKEN_STRING,
	CPP_TOKEN_CHARACTER,
	CPP_TOKEN_PUNCTUATOR,
	CPP_TOKEN_PARAMETER,   /* of the macro in whose body it is */
	CPP_TOKEN_PLACEMARKER, /* an empty operand of ## */
	CPP_TOKEN_OTHER, /* the rest of a line behind a quote that nothing closes, or a stray character */
};

enum cpp_token_flag {
	CPP_SPACE = 1,	   /* a blank stands before it */
	CPP_LINE = 2,	   /* the first one of its line */
	CPP_NO_EXPAND = 4, /* a macro's name inside of the macro's own expansion: never again expanded */
	CPP_BOUNDARY = 8,  /* beside it text was replaced: it must not grow together with the token before */
	CPP_STRINGIFY = 16,
	CPP_PASTE = 32, /* ## stands behind it */
};

struct cpp_token {
	unsigned char kind;
	unsigned char flags;
	unsigned short parameter;
	unsigned line; /* of the text, from 1 */
	const char *text;
	const char *name; /* a NAME's text, interned */
	unsigned length;
	unsigned width; /* bytes where it was written: more than LENGTH when a line ends inside of it */
	src_loc loc;
	const struct src_expansion *expansion;
};

struct cpp_lexer {
	struct arena *arena;
	const char *text;
	const char *at;
	const char *end;
	src_loc base;
	unsigned line;
	bool fresh;	      /* nothing but blanks yet on this line */
	src_loc unterminated; /* a comment that nothing closes, or 0 */
};

struct cpp_lexer cpp_lexer_begin(struct arena *arena, const struct src_file *file);

/* The next token; NAME is not set. */
struct cpp_token cpp_lex(struct cpp_lexer *lexer);

/* The text between '<' and '>' when that is next on the line, and moves behind it; an empty range else. */
struct cpp_token cpp_lex_angle(struct cpp_lexer *lexer);

bool cpp_is(const struct cpp_token *token, const char *punctuator);

/* Whether B must not follow A without a blank: they would be read as something else. */
bool cpp_would_paste(const struct cpp_token *a, const struct cpp_token *b);

#endif
