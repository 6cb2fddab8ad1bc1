/*
 * The lexer: one token at a time out of a text that the source map holds. It reports what can be no token at
 * all and goes on behind it, and records the preprocessor's line markers as it meets them.
 */
#ifndef ADL_LEX_H
#define ADL_LEX_H

#include "base/compilation.h"

#include <stdbool.h>

/* The bodies in which statements begin with keywords; a set, so that a keyword may begin one in several. */
enum adl_body {
	IN_FILE = 1 << 0,
	IN_COMPONENT = 1 << 1,
	IN_PROCEDURE = 1 << 2,
	IN_STRUCT = 1 << 3,
	IN_CONNECTOR = 1 << 4,
	IN_COMPOSITION = 1 << 5,
	IN_GROUP = 1 << 6,
	IN_CONFIGURATION = 1 << 7,
	IN_ASSEMBLY = 1 << 8,
};

enum adl_token_kind {
#define TOKEN(id, text) ADL_TOKEN_##id,
#define KEYWORD(id, text, bodies) ADL_TOKEN_##id,
#include "adl/token.def"
#undef TOKEN
#undef KEYWORD
	ADL_TOKEN_COUNT
};

struct adl_token {
	enum adl_token_kind kind;
	bool starts_line;   /* the first one of its line */
	bool after_illegal; /* what cannot be a token was skipped before it */
	unsigned column;    /* bytes before it on its line */
	struct src_range range;
	const char *text; /* RANGE's bytes; a STRING's or ANGLE's without its quotes */
	size_t length;
};

/* Finds keywords by their text: made once, shared by the lexers of a run. */
struct adl_keywords {
	unsigned char slots[256];
};

struct adl_lexer {
	struct compilation *compilation;
	const struct adl_keywords *keywords;
	const struct src_file *file;
	const char *cursor;
	const char *end;
	const char *line;     /* where the current line starts */
	const char *marked;   /* line markers before this have been recorded */
	const char *stdin_as; /* what the marker "<stdin>" means, or NULL */
	bool fresh_line;      /* no token yet on this line */
	bool skipped_illegal; /* since the last token */
	bool truncated;	      /* an unterminated comment swallowed the rest */
};

void adl_keywords_init(struct adl_keywords *keywords);

struct adl_lexer adl_lexer_begin(struct compilation *compilation, const struct adl_keywords *keywords,
				 const struct src_file *file);

struct adl_token adl_lex(struct adl_lexer *lexer);

/* Starts again at LOC, which must begin a line: for a string whose closing quote was found to be missing. */
void adl_lexer_rewind(struct adl_lexer *lexer, src_loc loc);

/* "';'", "'from'", "number": a kind of token in a message. */
const char *adl_token_name(enum adl_token_kind kind);

/* The bodies in which a statement may begin with this token; 0 for what is no keyword. */
unsigned adl_token_bodies(enum adl_token_kind kind);

/* A keyword's spelling; NULL for other tokens. */
const char *adl_keyword_text(enum adl_token_kind kind);

#endif
