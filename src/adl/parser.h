/*
 * The parser's inside, shared by the files that parse a part of the language each: the token at hand, what is
 * expected, and how to go on after a mistake. One mistake is one message: nothing more is said at a token
 * that an error was reported at, and a statement that makes no sense is skipped to its end.
 *
 * The parse functions return false after they have reported an error and have not found back into the text;
 * the loop over the enclosing body (adl_body) then looks for the next statement.
 */
#ifndef ADL_PARSER_H
#define ADL_PARSER_H

#include "adl/ast.h"
#include "adl/lex.h"
#include "adl/number.h"

/* What a file holds, in order: its items and, between them, its imports. */
struct adl_part {
	bool is_import;
	struct adl_item item;
	const char *path; /* of an import */
	bool angle;
	struct src_range path_range;
	struct src_range range;
	size_t structs; /* of adl_unit.structs, those that end before the end of this part */
};

struct adl_unit {
	struct map *lost_words; /* of the specification */
	VEC(struct adl_part) parts;
	bool incomplete;		  /* an item was left out */
	VEC(struct adl_struct *) structs; /* every struct body, in the order in which they end */
};

/* An open body: its '{', and the indentation of the line that opened it. */
struct adl_brace {
	struct src_range range;
	unsigned indent;
};

struct adl_parser {
	unsigned last_indent; /* that of the last line with a token before this one */
	struct compilation *compilation;
	struct arena *arena;
	struct adl_lexer lexer;
	struct adl_token token;
	struct adl_token previous;
	struct adl_token ahead; /* valid when HAS_AHEAD */
	bool has_ahead;
	unsigned indent; /* the column of the first token of this line */
	unsigned open_dicts;
	src_loc last_error; /* the token that an error was last reported at */
	unsigned depth;	    /* of nested constructs */
	unsigned enclosing; /* the bodies around this one: enum adl_body */
	unsigned forgiven;  /* closing braces that may turn up for braces that were taken to be closed */
	src_loc misplaced;  /* a token that turned out to belong outside the body */
	VEC(struct adl_brace) braces;
	struct adl_unit *unit;
};

/* Parses a whole file into UNIT. */
void adl_parse_unit(struct compilation *compilation, const struct adl_keywords *keywords,
		    const struct src_file *file, const char *stdin_as, struct adl_unit *unit);

/* ------------------------------------------------------------------ tokens (parser.c) */

static inline bool adl_at(const struct adl_parser *parser, enum adl_token_kind kind)
{
	return parser->token.kind == kind;
}

void adl_advance(struct adl_parser *parser);
const struct adl_token *adl_peek(struct adl_parser *parser);
bool adl_accept(struct adl_parser *parser, enum adl_token_kind kind);

/* From FIRST to the end of the last token that was read. */
struct src_range adl_since(const struct adl_parser *parser, struct src_range first);

/* Report at the token at hand, unless something was already; always false. */
bool adl_fail(struct adl_parser *parser, const char *format, ...) BASE_PRINTF(2, 3);
bool adl_fail_as(struct adl_parser *parser, enum diag_id id, const char *format, ...) BASE_PRINTF(3, 4);

/* The token at hand as a message shows it, shortened: "'foo'", "end of file". */
const char *adl_shown(struct adl_parser *parser);

/* "expected ';' after dataport declaration": WHERE begins with "after", "before", ... */
bool adl_expect(struct adl_parser *parser, enum adl_token_kind kind, const char *where);

/* The ';' of a statement. What begins the next statement may follow a missing one. */
bool adl_expect_semicolon(struct adl_parser *parser, unsigned body, const char *statement);

/* A name; WHAT: "the dataport's name". A keyword there is reported and, if that makes sense, taken as the
 * name. */
bool adl_expect_name(struct adl_parser *parser, struct adl_name *name, const char *what);

/* a.b.c */
bool adl_expect_qname(struct adl_parser *parser, struct adl_qname *name, const char *what);

/* The qualified name's text with dots, interned. */
const char *adl_qname_text(struct adl_parser *parser, const struct adl_qname *name);

/* Between "include" or "import" and ';': "path" ... or <path>. */
bool adl_expect_path(struct adl_parser *parser, const char **path, bool *angle);

/* Adjacent strings in one. The token at hand is a STRING. */
const char *adl_parse_strings(struct adl_parser *parser);

/* Enters a nested construct; false and an error where the nesting is too deep. adl_leave undoes it in both
 * cases. */
bool adl_enter(struct adl_parser *parser);
void adl_leave(struct adl_parser *parser);

/*
 * Whether a definition that began with TOKEN shows that the body around it should have been closed before it:
 * then the parser is back at TOKEN, and the body ends there.
 */
bool adl_end_body_before(struct adl_parser *parser, const struct adl_token *token);

/*
 * Skips from a mistake in a statement of BODY to its end: behind its ';', before the '}' of the body, or
 * before a line that begins with what can begin a statement. START is where the statement began; at least one
 * token is skipped.
 */
void adl_recover(struct adl_parser *parser, unsigned body, src_loc start);

/* Whether the body that should begin here has lost its '{': what follows is indented like its statements. */
bool adl_brace_is_missing(struct adl_parser *parser);

/*
 * '{', statements until '}'. STATEMENT parses one. Where one is left out, INCOMPLETE becomes true. False when
 * there is not even a '{'.
 */
typedef bool adl_statement(struct adl_parser *parser, void *owner);
bool adl_parse_body(struct adl_parser *parser, unsigned body, const char *where, adl_statement *statement,
		    void *owner, bool *incomplete);

/*
 * The optional name behind KEYWORD of an item with a body. Without one, RANGE is the keyword's. False when no
 * body follows.
 */
bool adl_parse_item_name(struct adl_parser *parser, struct src_range keyword, struct adl_name *name,
			 const char *what);

/* The token at hand begins no statement of BODY: says what is expected, and what may have been meant. */
bool adl_fail_statement(struct adl_parser *parser, enum adl_body body);

/* Words of C that begin declarations, where types were expected: reported, then true. */
bool adl_fail_c_declaration(struct adl_parser *parser);

/* ------------------------------------------------------------- the language */

bool adl_parse_expression(struct adl_parser *parser, struct adl_number *result); /* expression.c */

bool adl_parse_value(struct adl_parser *parser, struct adl_value *value);	  /* value.c */
bool adl_parse_setting_value(struct adl_parser *parser, struct adl_value *value); /* also a query */
bool adl_parse_reference(struct adl_parser *parser, struct adl_value *value);	  /* behind <- */

bool adl_at_type(const struct adl_parser *parser); /* type.c */
bool adl_parse_type(struct adl_parser *parser, struct adl_type *type);
void adl_check_type(struct adl_parser *parser, const struct adl_type *type, bool of_attribute);
bool adl_parse_array(struct adl_parser *parser, bool *is_array); /* [ '[' ']' ] */
bool adl_parse_default(struct adl_parser *parser, struct adl_attribute *attribute);
struct adl_attribute *adl_parse_attribute(struct adl_parser *parser, unsigned body);
struct adl_struct *adl_parse_struct(struct adl_parser *parser);

bool adl_parse_include(struct adl_parser *parser, unsigned body, adl_includes *includes); /* procedure.c */
struct adl_procedure *adl_parse_procedure(struct adl_parser *parser);
struct adl_component *adl_parse_component(struct adl_parser *parser); /* component.c */
bool adl_parse_component_body(struct adl_parser *parser, struct adl_component *component);
struct adl_connector *adl_parse_connector(struct adl_parser *parser); /* connector.c */
bool adl_parse_connector_body(struct adl_parser *parser, struct adl_connector *connector);
struct adl_composition *adl_parse_composition(struct adl_parser *parser, unsigned body); /* composition.c */
struct adl_configuration *adl_parse_configuration(struct adl_parser *parser, unsigned body); /* assembly.c */
struct adl_assembly *adl_parse_assembly(struct adl_parser *parser);

#endif
