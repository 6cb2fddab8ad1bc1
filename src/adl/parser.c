#include "adl/parser.h"

#include "adl/characters.h"
#include "base/suggest.h"

#include <stdarg.h>
#include <string.h>

enum { NESTING_LIMIT = 200, SHOWN_LENGTH = 40 };

/* ------------------------------------------------------------------ tokens */

void adl_advance(struct adl_parser *parser)
{
	parser->previous = parser->token;
	parser->token = parser->has_ahead ? parser->ahead : adl_lex(&parser->lexer);
	parser->has_ahead = false;
	if (!parser->token.starts_line)
		return;
	parser->last_indent = parser->indent;
	parser->indent = parser->token.column;
}

const struct adl_token *adl_peek(struct adl_parser *parser)
{
	if (!parser->has_ahead)
		parser->ahead = adl_lex(&parser->lexer);
	parser->has_ahead = true;
	return &parser->ahead;
}

bool adl_accept(struct adl_parser *parser, enum adl_token_kind kind)
{
	if (!adl_at(parser, kind))
		return false;
	adl_advance(parser);
	return true;
}

struct src_range adl_since(const struct adl_parser *parser, struct src_range first)
{
	return (struct src_range){ first.begin, parser->previous.range.end };
}

static bool is_keyword(const struct adl_token *token)
{
	return adl_keyword_text(token->kind) != NULL;
}

static bool is_word(const struct adl_token *token)
{
	return token->kind == ADL_TOKEN_IDENTIFIER || is_keyword(token);
}

/* ------------------------------------------------------------------ errors */

const char *adl_shown(struct adl_parser *parser)
{
	const struct adl_token *token = &parser->token;
	if (token->kind == ADL_TOKEN_STRING)
		return "a string";
	if (!is_word(token) && token->kind != ADL_TOKEN_NUMBER)
		return adl_token_name(token->kind);
	size_t length = token->length;
	if (length <= SHOWN_LENGTH)
		return arena_format(parser->arena, "'%.*s'", (int)length, token->text);
	for (length = SHOWN_LENGTH; ((unsigned char)token->text[length] & 0xc0) == 0x80;)
		length--;
	return arena_format(parser->arena, "'%.*s...'", (int)length, token->text);
}

static bool already_reported(const struct adl_parser *parser)
{
	return parser->token.range.begin == parser->last_error || parser->token.after_illegal ||
	       (parser->lexer.truncated && adl_at(parser, ADL_TOKEN_END));
}

static void note_unclosed_brace(struct adl_parser *parser)
{
	if (adl_at(parser, ADL_TOKEN_END) && parser->braces.count)
		diag_note(parser->compilation->diag, parser->braces.items[parser->braces.count - 1].range,
			  "missing closing brace? this '{' is not closed");
}

/* What is wrong with a number that the lexer had to take for two tokens; NULL if it isn't that. */
static const char *explain_number(struct adl_parser *parser)
{
	const struct adl_token *token = &parser->token, *number = &parser->previous;
	if (adl_at(parser, ADL_TOKEN_DOT) && adl_peek(parser)->kind == ADL_TOKEN_NUMBER &&
	    parser->ahead.range.begin == token->range.end)
		return "a number cannot begin with '.': write a 0 before it";
	if (number->kind != ADL_TOKEN_NUMBER || number->range.end != token->range.begin)
		return NULL;
	if (adl_at(parser, ADL_TOKEN_DOT))
		return "a number cannot end with '.': write a digit behind it";
	if (!is_word(token))
		return NULL;
	bool zero = number->length == 1 && number->text[0] == '0';
	if (zero && token->text[0] == 'X')
		return "a hexadecimal number begins with a lower-case 0x";
	if (zero && (token->text[0] == 'x' || token->text[0] == 'b' || token->text[0] == 'B'))
		return "a number is decimal, or 0x and hexadecimal digits";
	if (token->text[0] == 'e' || token->text[0] == 'E')
		return "numbers have no exponents";
	return "numbers have no suffixes";
}

static bool report_number(struct adl_parser *parser)
{
	const char *why = explain_number(parser);
	if (!why)
		return false;
	struct src_range range = parser->token.range;
	if (parser->previous.kind == ADL_TOKEN_NUMBER && parser->previous.range.end == range.begin)
		range = src_range_join(parser->previous.range, range);
	diag_report(parser->compilation->diag, DIAG_NUMBER, range, "malformed number: %s", why);
	return true;
}

static bool is_long_string(const struct adl_token *token)
{
	return token->kind == ADL_TOKEN_STRING && memchr(token->text, '\n', token->length);
}

/*
 * Where a closing quote is missing, the string reaches to the next string's opening quote and everything
 * behind it is inside out. So when a string of several lines makes no sense where it is, it is taken to end
 * with its first line.
 */
static bool report_long_string(struct adl_parser *parser)
{
	const struct adl_token *string = is_long_string(&parser->token)	     ? &parser->token
					 : is_long_string(&parser->previous) ? &parser->previous
									     : NULL;
	if (!string)
		return false;
	src_loc begin = string->range.begin;
	diag_report(parser->compilation->diag, DIAG_UNTERMINATED, (struct src_range){ begin, begin + 1 },
		    "unterminated string: its closing '\"' is missing");
	diag_note(parser->compilation->diag, (struct src_range){ string->range.end - 1, string->range.end },
		  "it would end here, where it makes no sense");
	const char *newline = memchr(string->text, '\n', string->length);
	adl_lexer_rewind(&parser->lexer, begin + (src_loc)(newline - string->text) + 2);
	parser->has_ahead = false;
	parser->token = adl_lex(&parser->lexer);
	parser->previous.kind = ADL_TOKEN_END;
	return true;
}

static bool vreport(struct adl_parser *parser, enum diag_id id, struct src_range range, const char *format,
		    va_list arguments)
{
	if (already_reported(parser)) {
		parser->last_error = parser->token.range.begin;
		return false;
	}
	if (!report_number(parser) && !report_long_string(parser)) {
		diag_vreport(parser->compilation->diag, id, range, format, arguments);
		note_unclosed_brace(parser);
	}
	parser->last_error = parser->token.range.begin;
	return false;
}

bool adl_fail(struct adl_parser *parser, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vreport(parser, DIAG_SYNTAX, parser->token.range, format, arguments);
	va_end(arguments);
	return false;
}

bool adl_fail_as(struct adl_parser *parser, enum diag_id id, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vreport(parser, id, parser->token.range, format, arguments);
	va_end(arguments);
	return false;
}

/* Something is missing: the place is the end of what was read. */
BASE_PRINTF(2, 3) static bool fail_behind_previous(struct adl_parser *parser, const char *format, ...)
{
	src_loc end = parser->previous.range.end;
	va_list arguments;
	va_start(arguments, format);
	vreport(parser, DIAG_SYNTAX, end ? (struct src_range){ end, end } : parser->token.range, format,
		arguments);
	va_end(arguments);
	return false;
}

/* ------------------------------------------------------------ expectations */

bool adl_expect(struct adl_parser *parser, enum adl_token_kind kind, const char *where)
{
	if (adl_accept(parser, kind))
		return true;
	return fail_behind_previous(parser, "expected %s %s", adl_token_name(kind), where);
}

bool adl_expect_semicolon(struct adl_parser *parser, unsigned body, const char *statement)
{
	if (adl_accept(parser, ADL_TOKEN_SEMICOLON))
		return true;
	if (adl_at(parser, ADL_TOKEN_COMMA))
		return adl_fail_as(parser, DIAG_NOT_IN_ADL,
				   "only one thing can be declared in a statement: "
				   "expected ';' after %s",
				   statement);
	if (adl_at(parser, ADL_TOKEN_WITH))
		return adl_fail_as(parser, DIAG_NOT_IN_ADL,
				   "expected ';' after %s: 'with' has no meaning here", statement);
	fail_behind_previous(parser, "expected ';' after %s", statement);
	if (parser->previous.kind == ADL_TOKEN_END) /* the string of this statement was not closed */
		return false;
	bool next = parser->token.starts_line || adl_at(parser, ADL_TOKEN_CLOSE_BRACE) ||
		    (adl_token_bodies(parser->token.kind) & body);
	if (next && !adl_at(parser, ADL_TOKEN_END))
		parser->last_error = 0; /* what follows is a statement of its own */
	return next;
}

/* Whether a keyword is where a name was meant to be, rather than the name is missing. */
static bool keyword_serves_as_name(struct adl_parser *parser)
{
	if (!is_keyword(&parser->token) ||
	    (parser->token.starts_line && adl_token_bodies(parser->token.kind)))
		return false;
	const struct adl_token *next = adl_peek(parser);
	return !is_word(next) && next->kind != ADL_TOKEN_END && next->kind != ADL_TOKEN_STRING &&
	       next->kind != ADL_TOKEN_NUMBER && next->kind != ADL_TOKEN_ANGLE;
}

static void take_name(struct adl_parser *parser, struct adl_name *name)
{
	*name = (struct adl_name){
		intern_text(parser->compilation->names, parser->token.text, parser->token.length),
		parser->token.range,
	};
	adl_advance(parser);
}

bool adl_expect_name(struct adl_parser *parser, struct adl_name *name, const char *what)
{
	if (adl_at(parser, ADL_TOKEN_IDENTIFIER)) {
		take_name(parser, name);
		return true;
	}
	if (keyword_serves_as_name(parser)) {
		adl_fail_as(parser, DIAG_KEYWORD_NAME, "expected %s: %s is a keyword and cannot be a name",
			    what, adl_shown(parser));
		take_name(parser, name);
		return true;
	}
	if (adl_at(parser, ADL_TOKEN_STAR) || adl_at(parser, ADL_TOKEN_POWER))
		return adl_fail_as(
			parser, DIAG_NOT_IN_ADL,
			"there are no pointers: expected %s; use an array, or a type of a C header", what);
	if (parser->token.starts_line)
		return fail_behind_previous(parser, "expected %s", what);
	return adl_fail(parser, "expected %s, found %s", what, adl_shown(parser));
}

bool adl_expect_qname(struct adl_parser *parser, struct adl_qname *name, const char *what)
{
	struct adl_name part;
	*name = (struct adl_qname){ 0 };
	if (!adl_expect_name(parser, &part, what))
		return false;
	VEC_RESERVE(parser->arena, &name->parts, adl_at(parser, ADL_TOKEN_DOT) ? 2 : 1);
	VEC_PUSH(parser->arena, &name->parts, part);
	name->range = part.range;
	while (adl_accept(parser, ADL_TOKEN_DOT)) {
		if (!adl_expect_name(parser, &part, what))
			return false;
		VEC_PUSH(parser->arena, &name->parts, part);
		name->range = src_range_join(name->range, part.range);
	}
	return true;
}

const char *adl_qname_text(struct adl_parser *parser, const struct adl_qname *name)
{
	struct intern *names = parser->compilation->names;
	const char *text = name->parts.items[0].text;
	if (name->parts.count == 1)
		return text;
	size_t length = 0;
	for (size_t i = 0; i < name->parts.count; i++)
		length += strlen(name->parts.items[i].text) + 1;
	char *dotted = arena_alloc(parser->arena, length + 1), *end = dotted;
	for (size_t i = 0; i < name->parts.count; i++) {
		end = stpcpy(end, name->parts.items[i].text);
		*end++ = '.';
	}
	return intern_text(names, dotted, length - 1);
}

const char *adl_parse_strings(struct adl_parser *parser)
{
	struct intern *names = parser->compilation->names;
	const char *text = intern_text(names, parser->token.text, parser->token.length);
	adl_advance(parser);
	if (!adl_at(parser, ADL_TOKEN_STRING))
		return text;
	VEC(struct adl_token) pieces = { 0 };
	size_t length = strlen(text), total = length;
	for (; adl_at(parser, ADL_TOKEN_STRING); adl_advance(parser)) {
		VEC_PUSH(parser->arena, &pieces, parser->token);
		total += parser->token.length;
	}
	char *joined = arena_alloc(parser->arena, total + 1), *end = joined;
	end = (char *)mempcpy(end, text, length);
	for (size_t i = 0; i < pieces.count; i++)
		end = (char *)mempcpy(end, pieces.items[i].text, pieces.items[i].length);
	return intern_text(names, joined, total);
}

bool adl_expect_path(struct adl_parser *parser, const char **path, bool *angle)
{
	*angle = adl_at(parser, ADL_TOKEN_ANGLE);
	if (*angle) {
		*path = intern_text(parser->compilation->names, parser->token.text, parser->token.length);
		adl_advance(parser);
		return true;
	}
	if (!adl_at(parser, ADL_TOKEN_STRING))
		return adl_fail(parser, "expected \"file\" or <file>, found %s", adl_shown(parser));
	*path = adl_parse_strings(parser);
	return true;
}

bool adl_enter(struct adl_parser *parser)
{
	if (parser->depth++ < NESTING_LIMIT)
		return true;
	return adl_fail_as(parser, DIAG_NESTING, "nested too deeply: more than %d levels", NESTING_LIMIT);
}

void adl_leave(struct adl_parser *parser)
{
	parser->depth--;
}

/* ---------------------------------------------------------------- recovery */

/* At the left margin of the body around, or further left. */
static bool is_outdented(const struct adl_parser *parser)
{
	unsigned margin = parser->braces.count ? parser->braces.items[parser->braces.count - 1].indent : 0;
	return parser->token.starts_line && parser->token.column <= margin;
}

/* A word that begins a statement of BODY, or of a body around it, at the start of a line. */
static bool begins_statement(const struct adl_parser *parser, unsigned body)
{
	unsigned bodies = adl_token_bodies(parser->token.kind);
	if (!parser->token.starts_line || !bodies)
		return false;
	return (bodies & body) || ((bodies & (parser->enclosing | IN_FILE)) && is_outdented(parser));
}

/* Over a balanced { ... }, unless something at the left margin says that it is not balanced. */
static void skip_braces(struct adl_parser *parser)
{
	unsigned open = 0;
	do {
		if (adl_at(parser, ADL_TOKEN_OPEN_BRACE))
			open++;
		else if (adl_at(parser, ADL_TOKEN_CLOSE_BRACE))
			open--;
		adl_advance(parser);
		if (open && parser->token.starts_line && !parser->token.column &&
		    (adl_token_bodies(parser->token.kind) & IN_FILE))
			break;
	} while (open && !adl_at(parser, ADL_TOKEN_END));
	parser->forgiven += open;
}

bool adl_end_body_before(struct adl_parser *parser, const struct adl_token *token)
{
	struct adl_token here = parser->token;
	parser->token = *token;
	if (!is_outdented(parser)) {
		parser->token = here;
		return false;
	}
	adl_lexer_rewind(&parser->lexer, token->range.begin - token->column);
	parser->misplaced = token->range.begin;
	parser->has_ahead = false;
	parser->token = adl_lex(&parser->lexer);
	return true;
}

/* Behind a ';' that took the place of something else: whether this is the rest of the statement. */
static bool is_rest(const struct adl_parser *parser, unsigned body)
{
	bool names_begin_statements = body & (IN_CONFIGURATION | IN_PROCEDURE | IN_STRUCT);
	return !parser->token.starts_line && !adl_at(parser, ADL_TOKEN_CLOSE_BRACE) &&
	       !(adl_token_bodies(parser->token.kind) & body) &&
	       !(names_begin_statements && adl_at(parser, ADL_TOKEN_IDENTIFIER));
}

/* Over one token or { ... } of a statement that makes no sense; true when that was the statement's end. */
static bool skip_part(struct adl_parser *parser, unsigned body)
{
	if (adl_at(parser, ADL_TOKEN_CLOSE_BRACE)) {
		bool of_dict = parser->open_dicts > 0;
		parser->open_dicts -= of_dict;
		if (of_dict || body == IN_FILE)
			adl_advance(parser);
		return !of_dict;
	}
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
		skip_braces(parser);
		return parser->token.starts_line && !parser->open_dicts;
	}
	bool end = adl_at(parser, ADL_TOKEN_SEMICOLON);
	bool misplaced = end && parser->token.range.begin == parser->last_error;
	adl_advance(parser);
	while (end && adl_accept(parser, ADL_TOKEN_SEMICOLON))
		;
	return end && !(misplaced && is_rest(parser, body));
}

/* Any of the words between START and the token at hand may be the name of what is left out. */
static void lose_words(struct adl_parser *parser, src_loc start)
{
	const struct src_file *file = parser->lexer.file;
	const char *at = file->text + (start - file->base);
	const char *end = file->text + (parser->token.range.begin - file->base);
	while (at < end) {
		size_t length = adl_word_length(at, end);
		if (length) {
			const char *word = intern_text(parser->compilation->names, at, length);
			map_set(parser->arena, parser->unit->lost_words, word, parser);
		}
		at += length ? length : 1;
	}
}

void adl_recover(struct adl_parser *parser, unsigned body, src_loc start)
{
	bool moved = parser->token.range.begin != start;
	while (!adl_at(parser, ADL_TOKEN_END) && parser->token.range.begin != parser->misplaced) {
		if ((moved && begins_statement(parser, body)) || skip_part(parser, body))
			break;
		moved = true;
	}
	parser->open_dicts = 0;
	lose_words(parser, start);
	if (adl_at(parser, ADL_TOKEN_END))
		parser->last_error = parser->token.range.begin;
}

/*
 * A '}' that is missing shows in what comes next: what belongs in a body around or at the top level of the
 * file, and is indented like that.
 */
static bool ends_body(const struct adl_parser *parser, unsigned body, unsigned outer)
{
	if (adl_at(parser, ADL_TOKEN_END) || parser->token.range.begin == parser->misplaced)
		return true;
	unsigned bodies = adl_token_bodies(parser->token.kind);
	return !(bodies & body) && (bodies & (outer | IN_FILE)) && is_outdented(parser);
}

static void close_missing_brace(struct adl_parser *parser)
{
	if (adl_at(parser, ADL_TOKEN_END)) {
		adl_fail(parser, "expected '}' before the end of the file");
		return;
	}
	parser->forgiven++;
	if (already_reported(parser))
		return;
	adl_fail(parser, "expected '}' before %s", adl_shown(parser));
	diag_note(parser->compilation->diag, parser->braces.items[parser->braces.count - 1].range,
		  "missing closing brace? this '{' is not closed");
}

static void parse_statements(struct adl_parser *parser, unsigned body, adl_statement *statement, void *owner,
			     bool *incomplete)
{
	unsigned outer = parser->enclosing;
	parser->enclosing |= body;
	while (!adl_at(parser, ADL_TOKEN_CLOSE_BRACE) && !ends_body(parser, body, outer)) {
		src_loc start = parser->token.range.begin;
		if (statement(parser, owner))
			continue;
		*incomplete = true;
		adl_recover(parser, body, start);
	}
	parser->enclosing = outer;
}

bool adl_brace_is_missing(struct adl_parser *parser)
{
	if (adl_at(parser, ADL_TOKEN_SEMICOLON))
		return adl_peek(parser)->starts_line && parser->ahead.column > parser->indent;
	return parser->token.starts_line && parser->token.column > parser->last_indent &&
	       !adl_at(parser, ADL_TOKEN_OPEN_BRACE) && !adl_at(parser, ADL_TOKEN_CLOSE_BRACE);
}

bool adl_parse_body(struct adl_parser *parser, unsigned body, const char *where, adl_statement *statement,
		    void *owner, bool *incomplete)
{
	struct adl_brace open = { parser->token.range, parser->indent };
	if (!adl_enter(parser)) {
		adl_leave(parser);
		return false;
	}
	if (adl_brace_is_missing(parser)) {
		open.indent = adl_at(parser, ADL_TOKEN_SEMICOLON) ? parser->indent : parser->last_indent;
		fail_behind_previous(parser, "expected '{' %s", where);
		adl_accept(parser, ADL_TOKEN_SEMICOLON);
		parser->last_error = 0; /* what follows is a statement of its own */
	} else if (!adl_expect(parser, ADL_TOKEN_OPEN_BRACE, where) &&
		   !(adl_token_bodies(parser->token.kind) & body)) {
		adl_leave(parser);
		return false;
	}
	VEC_PUSH(parser->arena, &parser->braces, open);
	parse_statements(parser, body, statement, owner, incomplete);
	if (!adl_accept(parser, ADL_TOKEN_CLOSE_BRACE)) {
		*incomplete = true;
		close_missing_brace(parser);
	}
	parser->braces.count--;
	adl_leave(parser);
	return true;
}

bool adl_parse_item_name(struct adl_parser *parser, struct src_range keyword, struct adl_name *name,
			 const char *what)
{
	*name = (struct adl_name){ NULL, keyword };
	if (adl_at(parser, ADL_TOKEN_OPEN_BRACE) || adl_expect_name(parser, name, what))
		return true;
	while (!parser->token.starts_line && !adl_at(parser, ADL_TOKEN_END) &&
	       !adl_at(parser, ADL_TOKEN_SEMICOLON) && !adl_at(parser, ADL_TOKEN_CLOSE_BRACE) &&
	       !adl_at(parser, ADL_TOKEN_OPEN_BRACE))
		adl_advance(parser);
	return adl_at(parser, ADL_TOKEN_OPEN_BRACE);
}

/* ----------------------------------------------------- misplaced statements */

static const struct body_words {
	enum adl_body body;
	const char *place;
	const char *statement;
} body_words[] = {
	{ IN_FILE, "a file", "a declaration" },
	{ IN_COMPONENT, "a component", "a member of the component" },
	{ IN_PROCEDURE, "a procedure", "a method" },
	{ IN_STRUCT, "a struct", "a field of the struct" },
	{ IN_CONNECTOR, "a connector", "'from', 'to' or 'attribute'" },
	{ IN_COMPOSITION, "a composition", "an instance, connection, group or export" },
	{ IN_GROUP, "a group", "an instance" },
	{ IN_CONFIGURATION, "a configuration", "a setting, 'instance.attribute = value'" },
	{ IN_ASSEMBLY, "an assembly", "'composition', 'configuration' or 'schedule'" },
};

static const struct body_words *words_of(enum adl_body body)
{
	const struct body_words *words = body_words;
	while (words->body != body)
		words++;
	return words;
}

/* "; did you mean 'uses'?" */
static const char *suggest_keyword(struct adl_parser *parser, enum adl_body body)
{
	const struct adl_token *token = &parser->token;
	size_t length = token->length < SHOWN_LENGTH ? token->length : SHOWN_LENGTH;
	struct suggest suggest = suggest_for(arena_strndup(parser->arena, token->text, length));
	for (unsigned kind = 0; kind < ADL_TOKEN_COUNT && token->kind == ADL_TOKEN_IDENTIFIER; kind++)
		if (adl_token_bodies((enum adl_token_kind)kind) & body)
			suggest_offer(&suggest, adl_keyword_text((enum adl_token_kind)kind));
	const char *best = suggest_best(&suggest);
	return best ? arena_format(parser->arena, "; did you mean '%s'?", best) : "";
}

/* Where a statement that begins with this word belongs; NULL for what begins none. */
static const char *proper_place(struct adl_parser *parser)
{
	unsigned bodies = adl_token_bodies(parser->token.kind);
	if (bodies & IN_FILE)
		return "at the top level of a file";
	for (size_t i = 0; i < sizeof body_words / sizeof *body_words; i++)
		if (bodies & body_words[i].body)
			return arena_format(parser->arena, "in %s", body_words[i].place);
	return NULL;
}

bool adl_fail_statement(struct adl_parser *parser, enum adl_body body)
{
	const struct body_words *words = words_of(body);
	if (adl_at(parser, ADL_TOKEN_SEMICOLON)) {
		adl_fail(parser, "stray ';' in %s: empty statements are allowed at the top level only",
			 words->place);
		while (adl_accept(parser, ADL_TOKEN_SEMICOLON))
			;
		/* What is behind it on the line is the rest of what it took the place of. */
		return parser->token.starts_line || adl_at(parser, ADL_TOKEN_CLOSE_BRACE) ||
		       (adl_token_bodies(parser->token.kind) & body);
	}
	const char *place = proper_place(parser);
	if (place)
		return adl_fail(parser, "%s cannot be in %s: it belongs %s", adl_shown(parser), words->place,
				place);
	return adl_fail(parser, "expected %s, found %s%s", words->statement, adl_shown(parser),
			suggest_keyword(parser, body));
}

bool adl_fail_c_declaration(struct adl_parser *parser)
{
	static const char *const words[] = { "enum", "typedef", "union", "extern", "static" };
	const struct adl_token *token = &parser->token;
	bool found = false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		found |= token->length == strlen(words[i]) && !memcmp(token->text, words[i], token->length);
	if (!found || (!is_word(adl_peek(parser)) && parser->ahead.kind != ADL_TOKEN_OPEN_BRACE))
		return false;
	adl_fail_as(parser, DIAG_NOT_IN_ADL,
		    "there is no %s here: C types are defined in a header, which a component or procedure "
		    "includes",
		    adl_shown(parser));
	return true;
}
