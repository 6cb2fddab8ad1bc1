#include "cpp/lex.h"

#include <string.h>

struct cpp_lexer cpp_lexer_begin(struct arena *arena, const struct src_file *file)
{
	return (struct cpp_lexer){
		.arena = arena,
		.text = file->text,
		.at = file->text,
		.end = file->text + file->length,
		.base = file->base,
		.line = 1,
		.fresh = true,
	};
}

/* See below, where there is a backslash. */
static const char *behind_backslash(const struct cpp_lexer *lexer, const char *at)
{
	while (at < lexer->end && *at == '\\') {
		const char *next = at + 1;
		while (next < lexer->end &&
		       (*next == ' ' || *next == '\t' || *next == '\f' || *next == '\v' || *next == '\r'))
			next++;
		if (next == lexer->end || *next != '\n')
			break;
		at = next + 1;
	}
	return at;
}

/* Behind the end of a line that is continued, when AT is at the backslash of one; else AT. */
static inline const char *behind_splice(const struct cpp_lexer *lexer, const char *at)
{
	return at < lexer->end && *at == '\\' ? behind_backslash(lexer, at) : at;
}

/* The character at AT, lines joined; 0 at the end. */
static char peek(const struct cpp_lexer *lexer, const char *at)
{
	at = behind_splice(lexer, at);
	return at < lexer->end ? *at : '\0';
}

static const char *step(const struct cpp_lexer *lexer, const char *at)
{
	at = behind_splice(lexer, at);
	return at < lexer->end ? at + 1 : at;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
	       (unsigned char)c >= 0x80;
}

static const char *end_of_name(const struct cpp_lexer *lexer, const char *at)
{
	for (;;) {
		while (at < lexer->end && (is_name(*at) || is_digit(*at)))
			at++;
		const char *next = behind_splice(lexer, at);
		if (next == at || next == lexer->end || !(is_name(*next) || is_digit(*next)))
			return at;
		at = next;
	}
}

static const char *end_of_number(const struct cpp_lexer *lexer, const char *at)
{
	for (;;) {
		char c = peek(lexer, at);
		if (!is_name(c) && !is_digit(c) && c != '.')
			return at;
		at = step(lexer, at);
		char sign = peek(lexer, at);
		if (strchr("eEpP", c) && (sign == '+' || sign == '-'))
			at = step(lexer, at);
	}
}

/* Behind the closing quote; without one the rest of the line is no string. */
static const char *end_of_quoted(const struct cpp_lexer *lexer, const char *at, enum cpp_token_kind *kind)
{
	char quote = peek(lexer, at);
	at = step(lexer, at);
	for (;;) {
		char c = peek(lexer, at);
		if (behind_splice(lexer, at) >= lexer->end || c == '\n') {
			*kind = CPP_TOKEN_OTHER;
			return at;
		}
		at = step(lexer, at);
		if (c == '\\' && peek(lexer, at) != '\n')
			at = step(lexer, at);
		if (c == quote) {
			*kind = quote == '"' ? CPP_TOKEN_STRING : CPP_TOKEN_CHARACTER;
			return at;
		}
	}
}

/* Longest first. */
static const char *const punctuators[] = {
	"%:%:", "...", "<<=", ">>=", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
	"*=",	"/=",  "%=",  "+=",  "-=", "&=", "^=", "|=", "##", "<:", ":>", "<%", "%>", "%:"
};

static const char *end_of_punctuator(const struct cpp_lexer *lexer, const char *at)
{
	bool alone = strchr("()[]{}?~,;", peek(lexer, at));
	for (size_t i = 0; i < sizeof punctuators / sizeof *punctuators && !alone; i++) {
		const char *next = at, *expected = punctuators[i];
		while (*expected && peek(lexer, next) == *expected) {
			next = step(lexer, next);
			expected++;
		}
		if (!*expected)
			return next;
	}
	return step(lexer, at);
}

/* The prefix of a string such as L"x" or u8'x', when AT is at one: its length, else 0. */
static size_t prefix_length(const struct cpp_lexer *lexer, const char *at, const char *end)
{
	static const char *const prefixes[] = { "L", "u", "U", "u8" };
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if ((size_t)(end - at) == strlen(prefixes[i]) &&
		    !memcmp(at, prefixes[i], strlen(prefixes[i])) &&
		    (peek(lexer, end) == '"' || peek(lexer, end) == '\''))
			return strlen(prefixes[i]);
	return 0;
}

static const char *end_of_token(const struct cpp_lexer *lexer, const char *at, enum cpp_token_kind *kind)
{
	char c = peek(lexer, at);
	if (is_name(c)) {
		const char *end = end_of_name(lexer, at);
		*kind = CPP_TOKEN_NAME;
		return prefix_length(lexer, at, end) ? end_of_quoted(lexer, end, kind) : end;
	}
	if (is_digit(c) || (c == '.' && is_digit(peek(lexer, step(lexer, at))))) {
		*kind = CPP_TOKEN_NUMBER;
		return end_of_number(lexer, at);
	}
	if (c == '"' || c == '\'')
		return end_of_quoted(lexer, at, kind);
	*kind = strchr("[](){}.&*+-~!/%<>^|?:;=,#", c) && c ? CPP_TOKEN_PUNCTUATOR : CPP_TOKEN_OTHER;
	return *kind == CPP_TOKEN_OTHER ? step(lexer, at) : end_of_punctuator(lexer, at);
}

static void skip_line_comment(struct cpp_lexer *lexer)
{
	while (peek(lexer, lexer->at) != '\n' && behind_splice(lexer, lexer->at) < lexer->end) {
		const char *next = step(lexer, lexer->at);
		for (; lexer->at < next; lexer->at++)
			lexer->line += *lexer->at == '\n';
	}
}

static void skip_block_comment(struct cpp_lexer *lexer)
{
	const char *begin = lexer->at;
	lexer->at = step(lexer, step(lexer, begin));
	for (;;) {
		if (behind_splice(lexer, lexer->at) >= lexer->end) {
			lexer->unterminated = lexer->base + (src_loc)(begin - lexer->text);
			lexer->at = lexer->end;
			break;
		}
		char c = peek(lexer, lexer->at);
		lexer->at = step(lexer, lexer->at);
		if (c == '*' && peek(lexer, lexer->at) == '/') {
			lexer->at = step(lexer, lexer->at);
			break;
		}
	}
	for (; begin < lexer->at; begin++)
		lexer->line += *begin == '\n';
}

/* Blanks, comments and joined lines; true when there were any. */
static bool skip_blanks(struct cpp_lexer *lexer)
{
	const char *begin = lexer->at;
	for (;;) {
		const char *next = behind_splice(lexer, lexer->at);
		for (; lexer->at < next; lexer->at++)
			lexer->line += *lexer->at == '\n';
		if (lexer->at == lexer->end)
			break;
		char c = *lexer->at, second = c == '/' ? peek(lexer, lexer->at + 1) : '\0';
		bool return_of_line = c == '\r' && lexer->at + 1 < lexer->end && lexer->at[1] == '\n';
		if (c == ' ' || c == '\t' || c == '\f' || c == '\v' || return_of_line)
			lexer->at++;
		else if (second == '/')
			skip_line_comment(lexer);
		else if (second == '*')
			skip_block_comment(lexer);
		else
			break;
	}
	return lexer->at > begin;
}

/* The text between BEGIN and END, in which lines may be joined. */
static void set_text(struct cpp_lexer *lexer, struct cpp_token *token, const char *begin, const char *end)
{
	token->text = begin;
	token->length = token->width = (unsigned)(end - begin);
	token->loc = lexer->base + (src_loc)(begin - lexer->text);
	const char *newline = memchr(begin, '\n', token->length);
	if (!newline)
		return;
	char *clean = arena_alloc(lexer->arena, token->length + 1);
	size_t length = 0;
	for (const char *at = begin; at < end;) {
		at = behind_splice(lexer, at);
		if (at < end)
			clean[length++] = *at++;
	}
	for (; newline < end; newline++)
		lexer->line += *newline == '\n';
	token->text = clean;
	token->length = (unsigned)length;
}

struct cpp_token cpp_lex(struct cpp_lexer *lexer)
{
	struct cpp_token token = { .flags = skip_blanks(lexer) ? CPP_SPACE : 0 };
	token.line = lexer->line;
	const char *begin = lexer->at;
	if (begin == lexer->end) {
		set_text(lexer, &token, begin, begin);
		return token;
	}
	if (lexer->fresh)
		token.flags |= CPP_LINE;
	lexer->fresh = *begin == '\n';
	if (*begin == '\n') {
		token.kind = CPP_TOKEN_NEWLINE;
		lexer->at++;
		lexer->line++;
		token.text = begin;
		token.loc = lexer->base + (src_loc)(begin - lexer->text);
		return token;
	}
	enum cpp_token_kind kind;
	lexer->at = end_of_token(lexer, begin, &kind);
	token.kind = (unsigned char)kind;
	set_text(lexer, &token, begin, lexer->at);
	return token;
}

struct cpp_token cpp_lex_angle(struct cpp_lexer *lexer)
{
	struct cpp_token token = { .flags = skip_blanks(lexer) ? CPP_SPACE : 0 };
	const char *begin = lexer->at, *end = begin;
	while (end < lexer->end && *end != '>' && *end != '\n')
		end++;
	if (begin == lexer->end || *begin != '<' || end == lexer->end || *end != '>')
		return token;
	token.kind = CPP_TOKEN_STRING;
	token.text = begin;
	token.length = token.width = (unsigned)(end + 1 - begin);
	token.loc = lexer->base + (src_loc)(begin - lexer->text);
	lexer->at = end + 1;
	return token;
}

bool cpp_is(const struct cpp_token *token, const char *punctuator)
{
	return token->kind == CPP_TOKEN_PUNCTUATOR && token->length == strlen(punctuator) &&
	       !memcmp(token->text, punctuator, token->length);
}

static bool operators_would_paste(const struct cpp_token *a, char next)
{
	/* An operator, and what may not begin the one behind it. */
	static const char *const rows[][2] = {
		{ ">", ">=" }, { "<", "<%:=" }, { "+", "+=" }, { "-", "->=" }, { "/", "/*=" }, { "%", ":%=" },
		{ "&", "&=" }, { "|", "|=" },	{ ":", ":>" }, { "->", "*" },  { ".", ".%" },  { "#", "#%" },
		{ "=", "=" },  { "!", "=" },	{ "*", "=" },  { "^", "=" },   { ">>", "=" },  { "<<", "=" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (cpp_is(a, rows[i][0]))
			return next && strchr(rows[i][1], next);
	return false;
}

/* Nothing but what names may have in them; a number with a point has always joined the name before it. */
static bool is_word(const struct cpp_token *token)
{
	for (unsigned i = 0; i < token->length; i++)
		if (!is_name(token->text[i]) && !is_digit(token->text[i]))
			return false;
	return true;
}

bool cpp_would_paste(const struct cpp_token *a, const struct cpp_token *b)
{
	char next = b->kind == CPP_TOKEN_PUNCTUATOR ? b->text[0] : '\0';
	bool name = b->kind == CPP_TOKEN_NAME, number = b->kind == CPP_TOKEN_NUMBER,
	     quoted = b->kind == CPP_TOKEN_STRING || b->kind == CPP_TOKEN_CHARACTER;
	if (a->kind == CPP_TOKEN_NAME)
		return name || quoted || (number && is_word(b));
	if (a->kind == CPP_TOKEN_NUMBER)
		return name || number || b->kind == CPP_TOKEN_CHARACTER || (next && strchr(".+-", next));
	if (a->kind == CPP_TOKEN_PUNCTUATOR)
		return operators_would_paste(a, next) || (number && cpp_is(a, "."));
	return a->kind == CPP_TOKEN_OTHER && (name || a->text[0] == '\\');
}
