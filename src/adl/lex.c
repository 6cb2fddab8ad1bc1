#include "adl/lex.h"

#include "adl/characters.h"
#include "adl/marker.h"

#include <string.h>

enum { ILLEGAL_SHOWN = 8 };

static const struct {
	const char *name;
	const char *keyword;
	unsigned bodies;
} tokens[] = {
#define TOKEN(id, text) { text, NULL, 0 },
#define KEYWORD(id, text, bodies) { "'" text "'", text, bodies },
#include "adl/token.def"
#undef TOKEN
#undef KEYWORD
};

const char *adl_token_name(enum adl_token_kind kind)
{
	return tokens[kind].name;
}

unsigned adl_token_bodies(enum adl_token_kind kind)
{
	return tokens[kind].bodies;
}

const char *adl_keyword_text(enum adl_token_kind kind)
{
	return tokens[kind].keyword;
}

/* ---------------------------------------------------------------- keywords */

static unsigned keyword_slot(const char *text, size_t length)
{
	unsigned hash = (unsigned)length * 29 + (unsigned char)text[0] * 7 +
			(unsigned char)text[length - 1] * 3 + (unsigned char)text[length / 2];
	return hash & 0xff;
}

void adl_keywords_init(struct adl_keywords *keywords)
{
	memset(keywords, 0, sizeof *keywords);
	for (unsigned kind = 0; kind < ADL_TOKEN_COUNT; kind++) {
		const char *text = tokens[kind].keyword;
		if (!text)
			continue;
		unsigned slot = keyword_slot(text, strlen(text));
		while (keywords->slots[slot])
			slot = (slot + 1) & 0xff;
		keywords->slots[slot] = (unsigned char)kind;
	}
}

static enum adl_token_kind find_keyword(const struct adl_keywords *keywords, const char *text, size_t length)
{
	for (unsigned slot = keyword_slot(text, length);; slot = (slot + 1) & 0xff) {
		unsigned kind = keywords->slots[slot];
		if (!kind)
			return ADL_TOKEN_IDENTIFIER;
		if (!strncmp(tokens[kind].keyword, text, length) && !tokens[kind].keyword[length])
			return (enum adl_token_kind)kind;
	}
}

/* --------------------------------------------------------------- positions */

struct adl_lexer adl_lexer_begin(struct compilation *compilation, const struct adl_keywords *keywords,
				 const struct src_file *file)
{
	static const char byte_order_mark[] = "\xef\xbb\xbf";
	struct adl_lexer lexer = {
		.compilation = compilation,
		.keywords = keywords,
		.file = file,
		.cursor = file->text,
		.end = file->text + file->length,
		.line = file->text,
		.marked = file->text,
		.fresh_line = true,
	};
	if (file->length >= 3 && !memcmp(file->text, byte_order_mark, 3))
		lexer.line = lexer.cursor += 3;
	return lexer;
}

void adl_lexer_rewind(struct adl_lexer *lexer, src_loc loc)
{
	lexer->cursor = lexer->line = lexer->file->text + (loc - lexer->file->base);
	lexer->fresh_line = true;
}

static src_loc loc_of(const struct adl_lexer *lexer, const char *at)
{
	return lexer->file->base + (src_loc)(at - lexer->file->text);
}

static struct src_range range_of(const struct adl_lexer *lexer, const char *begin, const char *end)
{
	return (struct src_range){ loc_of(lexer, begin), loc_of(lexer, end) };
}

/* The end of the line that AT is in. */
static const char *line_end(const struct adl_lexer *lexer, const char *at)
{
	const char *newline = memchr(at, '\n', (size_t)(lexer->end - at));
	return newline ? newline : lexer->end;
}

/* ------------------------------------------------------------ line markers */

/* A line marker says where the next line comes from; any other # begins a comment. */
static void read_marker(struct adl_lexer *lexer, const char *at, const char *end)
{
	struct adl_marker marker;
	if (end == lexer->end || end < lexer->marked ||
	    !adl_marker_read(lexer->compilation, at, end, &marker))
		return;
	if (lexer->stdin_as && !strcmp(marker.file, "<stdin>"))
		marker.file = lexer->stdin_as;
	src_map_mark(lexer->compilation->sources, lexer->file, loc_of(lexer, end + 1), marker.file,
		     marker.line);
	lexer->marked = end + 1;
}

/* ----------------------------------------------------- white space, comments */

static void begin_line(struct adl_lexer *lexer, const char *at)
{
	lexer->line = at;
	lexer->fresh_line = true;
}

/* Notes the line that AT is in when there are newlines between FROM and AT. */
static void pass_newlines(struct adl_lexer *lexer, const char *from, const char *at)
{
	const char *newline = memrchr(from, '\n', (size_t)(at - from));
	if (newline)
		begin_line(lexer, newline + 1);
}

static void skip_block_comment(struct adl_lexer *lexer)
{
	const char *start = lexer->cursor;
	const char *close = memmem(start + 2, (size_t)(lexer->end - start - 2), "*/", 2);
	if (!close) {
		diag_report(lexer->compilation->diag, DIAG_UNTERMINATED, range_of(lexer, start, start + 2),
			    "unterminated comment: its '*/' is missing");
		lexer->truncated = true;
	}
	lexer->cursor = close ? close + 2 : lexer->end;
	pass_newlines(lexer, start, lexer->cursor);
}

static void skip_space(struct adl_lexer *lexer)
{
	for (;;) {
		const char *at = lexer->cursor;
		if (adl_is(*at, ADL_CLASS_BLANK)) {
			lexer->cursor++;
		} else if (*at == '\n' || (*at == '\r' && at[1] == '\n')) {
			lexer->cursor += *at == '\n' ? 1 : 2;
			begin_line(lexer, lexer->cursor);
		} else if (*at == '#') {
			lexer->cursor = line_end(lexer, at);
			if (lexer->fresh_line)
				read_marker(lexer, at, lexer->cursor);
		} else if (*at == '/' && at[1] == '/') {
			lexer->cursor = line_end(lexer, at);
		} else if (*at == '/' && at[1] == '*') {
			skip_block_comment(lexer);
		} else {
			return;
		}
	}
}

/* ------------------------------------------------------- what is not a token */

static const char *explain_character(unsigned code_point)
{
	switch (code_point) {
	case 0x2018:
	case 0x2019:
	case 0x201c:
	case 0x201d:
	case '\'':
		return "; strings are written between plain double quotes: \"...\"";
	case 0xa0:
		return " (a no-break space)";
	case '\\':
		return "; lines need no continuation mark";
	default:
		return "";
	}
}

static void report_character(struct adl_lexer *lexer, struct src_range range, const char *at, size_t length,
			     unsigned code_point)
{
	struct diag *diag = lexer->compilation->diag;
	const char *why = explain_character(code_point);
	if (code_point == ADL_INVALID_CHARACTER)
		diag_report(diag, DIAG_ILLEGAL_CHARACTER, range,
			    "illegal byte 0x%02x: the text must be UTF-8", (unsigned char)*at);
	else if (code_point < 0x20 || code_point >= 0x7f)
		diag_report(diag, DIAG_ILLEGAL_CHARACTER, range, "illegal character U+%04X%s", code_point,
			    why);
	else
		diag_report(diag, DIAG_ILLEGAL_CHARACTER, range, "illegal character '%.*s'%s", (int)length,
			    at, why);
}

static bool begins_token(char c)
{
	return c == '\0' || c == '\r' ? false
				      : adl_is(c, ADL_CLASS_LETTER | ADL_CLASS_DIGIT | ADL_CLASS_BLANK) ||
						strchr("\n\"<>;,.:?=(){}[]|&^!+-*/%~#", c) != NULL;
}

/* A run of illegal characters is one mistake. Returns true when there was one. */
static bool skip_illegal(struct adl_lexer *lexer)
{
	const char *start = lexer->cursor, *at = start;
	size_t length;
	unsigned first = adl_decode(start, lexer->end, &length);
	if (start == lexer->end || begins_token(*start) || (first >= 0x80 && adl_is_word(first)))
		return false;
	size_t first_length = length;
	while (at < lexer->end && !begins_token(*at)) {
		unsigned code_point = adl_decode(at, lexer->end, &length);
		if (code_point >= 0x80 && adl_is_word(code_point))
			break;
		at += length;
	}
	const char *shown = at - start > ILLEGAL_SHOWN ? start + first_length : at;
	report_character(lexer, range_of(lexer, start, shown), start, first_length, first);
	lexer->cursor = at;
	lexer->skipped_illegal = true;
	return true;
}

/* ------------------------------------------------------------------ tokens */

static struct adl_token make_token(struct adl_lexer *lexer, enum adl_token_kind kind, const char *end)
{
	const char *begin = lexer->cursor;
	struct adl_token token = {
		.kind = kind,
		.starts_line = lexer->fresh_line,
		.after_illegal = lexer->skipped_illegal,
		.column = (unsigned)(begin - lexer->line),
		.range = range_of(lexer, begin, end),
		.text = begin,
		.length = (size_t)(end - begin),
	};
	lexer->cursor = end;
	lexer->fresh_line = lexer->skipped_illegal = false;
	return token;
}

static struct adl_token lex_word(struct adl_lexer *lexer)
{
	const char *start = lexer->cursor;
	size_t length = adl_word_length(start, lexer->end);
	return make_token(lexer, find_keyword(lexer->keywords, start, length), start + length);
}

/* A name that begins with a letter beyond ASCII: reported, then taken as the name it was meant to be. */
static struct adl_token lex_foreign_word(struct adl_lexer *lexer)
{
	size_t first;
	adl_decode(lexer->cursor, lexer->end, &first);
	struct adl_token token = make_token(lexer, ADL_TOKEN_IDENTIFIER,
					    lexer->cursor + adl_word_length(lexer->cursor, lexer->end));
	diag_report(lexer->compilation->diag, DIAG_ILLEGAL_CHARACTER,
		    (struct src_range){ token.range.begin, token.range.begin + (src_loc)first },
		    "illegal character '%.*s': a name begins with an ASCII letter or '_'", (int)first,
		    token.text);
	return token;
}

static struct adl_token lex_number(struct adl_lexer *lexer)
{
	const char *at = lexer->cursor;
	if (at[0] == '0' && at[1] == 'x' && adl_is(at[2], ADL_CLASS_HEX)) {
		for (at += 2; adl_is(*at, ADL_CLASS_HEX); at++)
			;
		return make_token(lexer, ADL_TOKEN_NUMBER, at);
	}
	while (adl_is(*at, ADL_CLASS_DIGIT))
		at++;
	if (at[0] == '.' && adl_is(at[1], ADL_CLASS_DIGIT))
		for (at++; adl_is(*at, ADL_CLASS_DIGIT); at++)
			;
	return make_token(lexer, ADL_TOKEN_NUMBER, at);
}

static struct adl_token make_quoted(struct adl_lexer *lexer, enum adl_token_kind kind, const char *close,
				    const char *end)
{
	const char *start = lexer->cursor + 1;
	struct adl_token token = make_token(lexer, kind, end);
	token.text = start;
	token.length = (size_t)(close - start);
	pass_newlines(lexer, start, close);
	lexer->fresh_line = false;
	const char *nul = memchr(start, '\0', token.length);
	if (nul)
		diag_report(lexer->compilation->diag, DIAG_ILLEGAL_CHARACTER, range_of(lexer, nul, nul + 1),
			    "illegal character U+0000 in a string");
	return token;
}

/* There are no escapes. A string that never ends is taken to end with its line. */
static struct adl_token lex_string(struct adl_lexer *lexer)
{
	const char *start = lexer->cursor;
	const char *close = memchr(start + 1, '"', (size_t)(lexer->end - start - 1));
	if (close)
		return make_quoted(lexer, ADL_TOKEN_STRING, close, close + 1);
	diag_report(lexer->compilation->diag, DIAG_UNTERMINATED, range_of(lexer, start, start + 1),
		    "unterminated string: its closing '\"' is missing");
	const char *end = line_end(lexer, start);
	while (end > start + 1 && (end[-1] == '\r' || end[-1] == ';'))
		end--;
	return make_quoted(lexer, ADL_TOKEN_STRING, end, end);
}

static bool is_foreign_quote(unsigned code_point)
{
	return code_point == '\'' || (code_point >= 0x2018 && code_point <= 0x201f);
}

/* A string between quotes of another kind: reported, then taken as the string it was meant to be. */
static bool lex_foreign_string(struct adl_lexer *lexer, struct adl_token *token)
{
	size_t length;
	const char *start = lexer->cursor;
	if (start == lexer->end || !is_foreign_quote(adl_decode(start, lexer->end, &length)))
		return false;
	const char *inside = start + length, *at = inside;
	for (; at < lexer->end && !is_foreign_quote(adl_decode(at, lexer->end, &length)); at += length)
		if (*at == '"' || *at == '\n')
			return false;
	if (at == lexer->end)
		return false;
	*token = make_token(lexer, ADL_TOKEN_STRING, at + length);
	token->text = inside;
	token->length = (size_t)(at - inside);
	diag_report(lexer->compilation->diag, DIAG_ILLEGAL_CHARACTER, token->range,
		    "strings are written between plain double quotes: \"...\"");
	return true;
}

static struct adl_token lex_angle(struct adl_lexer *lexer)
{
	const char *at = lexer->cursor + 1;
	while (at < lexer->end && !strchr("<>;,\"{}", *at))
		at++;
	if (at < lexer->end && *at == '>')
		return make_quoted(lexer, ADL_TOKEN_ANGLE, at, at + 1);
	at = lexer->cursor;
	switch (at[1]) {
	case '<':
		return make_token(lexer, ADL_TOKEN_SHIFT_LEFT, at + 2);
	case '=':
		return make_token(lexer, ADL_TOKEN_LESS_EQUAL, at + 2);
	case '-':
		return make_token(lexer, ADL_TOKEN_LEFT_ARROW, at + 2);
	default:
		return make_token(lexer, ADL_TOKEN_LESS, at + 1);
	}
}

static struct adl_token one_or_two(struct adl_lexer *lexer, enum adl_token_kind one, char second,
				   enum adl_token_kind two)
{
	bool both = lexer->cursor[1] == second;
	return make_token(lexer, both ? two : one, lexer->cursor + (both ? 2 : 1));
}

static struct adl_token lex_operator(struct adl_lexer *lexer)
{
	static const unsigned char single[128] = {
		[';'] = ADL_TOKEN_SEMICOLON,
		[','] = ADL_TOKEN_COMMA,
		['.'] = ADL_TOKEN_DOT,
		[':'] = ADL_TOKEN_COLON,
		['?'] = ADL_TOKEN_QUESTION,
		['{'] = ADL_TOKEN_OPEN_BRACE,
		['}'] = ADL_TOKEN_CLOSE_BRACE,
		['('] = ADL_TOKEN_OPEN_PARENTHESIS,
		[')'] = ADL_TOKEN_CLOSE_PARENTHESIS,
		['['] = ADL_TOKEN_OPEN_BRACKET,
		[']'] = ADL_TOKEN_CLOSE_BRACKET,
		['^'] = ADL_TOKEN_XOR,
		['+'] = ADL_TOKEN_PLUS,
		['/'] = ADL_TOKEN_SLASH,
		['%'] = ADL_TOKEN_PERCENT,
		['~'] = ADL_TOKEN_TILDE,
	};
	switch (*lexer->cursor) {
	case '=':
		return one_or_two(lexer, ADL_TOKEN_ASSIGN, '=', ADL_TOKEN_EQUAL);
	case '!':
		return one_or_two(lexer, ADL_TOKEN_NOT, '=', ADL_TOKEN_NOT_EQUAL);
	case '|':
		return one_or_two(lexer, ADL_TOKEN_OR, '|', ADL_TOKEN_OR_OR);
	case '&':
		return one_or_two(lexer, ADL_TOKEN_AND, '&', ADL_TOKEN_AND_AND);
	case '-':
		return one_or_two(lexer, ADL_TOKEN_MINUS, '>', ADL_TOKEN_RIGHT_ARROW);
	case '*':
		return one_or_two(lexer, ADL_TOKEN_STAR, '*', ADL_TOKEN_POWER);
	case '>':
		if (lexer->cursor[1] == '>')
			return make_token(lexer, ADL_TOKEN_SHIFT_RIGHT, lexer->cursor + 2);
		return one_or_two(lexer, ADL_TOKEN_GREATER, '=', ADL_TOKEN_GREATER_EQUAL);
	default:
		return make_token(lexer, (enum adl_token_kind)single[(unsigned char)*lexer->cursor & 127],
				  lexer->cursor + 1);
	}
}

struct adl_token adl_lex(struct adl_lexer *lexer)
{
	struct adl_token foreign;
	do {
		skip_space(lexer);
		if (lex_foreign_string(lexer, &foreign))
			return foreign;
	} while (skip_illegal(lexer));
	if (lexer->cursor == lexer->end)
		return make_token(lexer, ADL_TOKEN_END, lexer->end);
	char c = *lexer->cursor;
	if (adl_is(c, ADL_CLASS_LETTER))
		return lex_word(lexer);
	if (adl_is(c, ADL_CLASS_DIGIT))
		return lex_number(lexer);
	if (c == '"')
		return lex_string(lexer);
	if (c == '<')
		return lex_angle(lexer);
	if ((unsigned char)c >= 0x80)
		return lex_foreign_word(lexer);
	return lex_operator(lexer);
}
