#include "cpp/directive.h"

#include "base/suggest.h"
#include "cpp/condition.h"
#include "cpp/expand.h"
#include "cpp/include.h"
#include "cpp/macro.h"
#include "cpp/read.h"

#include <string.h>

/* ---------------------------------------------------------------- conditions */

static struct cpp_condition *innermost(struct cpp_run *run)
{
	return run->conditions.count > run->buffer->conditions
		       ? &run->conditions.items[run->conditions.count - 1]
		       : NULL;
}

static bool is_skipping(const struct cpp_run *run)
{
	return run->conditions.count && run->conditions.items[run->conditions.count - 1].skipping;
}

static void open_condition(struct cpp_run *run, const struct cpp_token *name, bool holds)
{
	bool skipped = is_skipping(run);
	VEC_PUSH(run->arena, &run->conditions,
		 (struct cpp_condition){ .range = cpp_range(name),
					 .skipping = skipped || !holds,
					 .taken = skipped || holds });
}

/* Whether the macro that the line names is defined. */
static bool names_macro(struct cpp_run *run, const struct cpp_token *directive)
{
	struct cpp_token token = cpp_read(run);
	if (token.kind == CPP_TOKEN_NAME)
		return cpp_name_of(run, token.name)->macro;
	cpp_error(run, token.kind == CPP_TOKEN_END ? directive : &token, "#%s needs the name of a macro",
		  directive->name);
	return false;
}

static void do_if(struct cpp_run *run, const struct cpp_token *name)
{
	open_condition(run, name, !is_skipping(run) && cpp_evaluate(run, name));
}

static void do_ifdef(struct cpp_run *run, const struct cpp_token *name)
{
	open_condition(run, name, !is_skipping(run) && names_macro(run, name));
}

static void do_ifndef(struct cpp_run *run, const struct cpp_token *name)
{
	open_condition(run, name, !is_skipping(run) && !names_macro(run, name));
}

/* The condition that the directive goes on with, or NULL after an error. */
static struct cpp_condition *continued(struct cpp_run *run, const struct cpp_token *name)
{
	struct cpp_condition *condition = innermost(run);
	if (!condition) {
		cpp_error(run, name, "#%s without #if", name->name);
		return NULL;
	}
	if (!condition->otherwise)
		return condition;
	cpp_error(run, name, "#%s after #else", name->name);
	cpp_note(run, condition->range, "the condition began here");
	return NULL;
}

static void go_on(struct cpp_run *run, const struct cpp_token *name,
		  bool (*holds)(struct cpp_run *, const struct cpp_token *), bool wanted)
{
	struct cpp_condition *condition = continued(run, name);
	if (!condition)
		return;
	bool was_taken = condition->taken;
	bool taken = !was_taken && holds(run, name) == wanted;
	condition = innermost(run);
	condition->taken = was_taken || taken;
	condition->skipping = !taken;
}

static void do_elif(struct cpp_run *run, const struct cpp_token *name)
{
	go_on(run, name, cpp_evaluate, true);
}

static void do_elifdef(struct cpp_run *run, const struct cpp_token *name)
{
	go_on(run, name, names_macro, true);
}

static void do_elifndef(struct cpp_run *run, const struct cpp_token *name)
{
	go_on(run, name, names_macro, false);
}

static void do_else(struct cpp_run *run, const struct cpp_token *name)
{
	struct cpp_condition *condition = continued(run, name);
	if (!condition)
		return;
	condition->skipping = condition->taken;
	condition->taken = condition->otherwise = true;
}

static void do_endif(struct cpp_run *run, const struct cpp_token *name)
{
	if (innermost(run))
		run->conditions.count--;
	else
		cpp_error(run, name, "#endif without #if");
}

/* ------------------------------------------------------------------- macros */

static void do_define(struct cpp_run *run, const struct cpp_token *name)
{
	(void)name;
	cpp_define(run, cpp_read_line(run));
}

static void do_undef(struct cpp_run *run, const struct cpp_token *name)
{
	(void)name;
	cpp_undefine(run, cpp_read_line(run));
}

/* ----------------------------------------------------------------- the rest */

static void do_include(struct cpp_run *run, const struct cpp_token *name)
{
	struct cpp_token header = cpp_include_operand(run);
	if (header.kind == CPP_TOKEN_STRING && header.length > 2)
		cpp_include(run, &header);
	else
		cpp_error(run, header.kind == CPP_TOKEN_END ? name : &header,
			  "#include needs \"FILE\" or <FILE>");
}

/* The line's words, with a blank wherever there are some. */
static const char *rest_of_line(struct cpp_run *run)
{
	const char *text = "";
	const cpp_tokens *tokens = cpp_read_line(run);
	for (size_t i = 0; i + 1 < tokens->count; i++)
		text = arena_format(run->arena, "%s%s%.*s", text,
				    tokens->items[i].flags & CPP_SPACE ? " " : "",
				    (int)tokens->items[i].length, tokens->items[i].text);
	return text;
}

static void do_error(struct cpp_run *run, const struct cpp_token *name)
{
	cpp_error(run, name, "#error%s", rest_of_line(run));
}

static void do_warning(struct cpp_run *run, const struct cpp_token *name)
{
	cpp_warning(run, name, "#warning%s", rest_of_line(run));
}

/* What stands behind the end of the directive's line. */
static src_loc next_line(const struct cpp_buffer *buffer)
{
	const struct cpp_lexer *lexer = &buffer->lexer;
	const char *newline = memchr(lexer->at, '\n', (size_t)(lexer->end - lexer->at));
	return lexer->base + (src_loc)((newline ? newline + 1 : lexer->end) - lexer->text);
}

static bool read_line_number(const struct cpp_token *token, unsigned *number)
{
	*number = 0;
	for (unsigned i = 0; i < token->length; i++) {
		if (token->text[i] < '0' || token->text[i] > '9' || *number > (INT32_MAX - 9) / 10)
			return false;
		*number = *number * 10 + (unsigned)(token->text[i] - '0');
	}
	return token->kind == CPP_TOKEN_NUMBER;
}

/* #line NUMBER "FILE", or # NUMBER "FILE": what follows was made out of that file. */
static void set_line(struct cpp_run *run, const struct cpp_token *number, const struct cpp_token *file)
{
	struct cpp_buffer *buffer = run->buffer;
	unsigned line;
	if (!read_line_number(number, &line)) {
		cpp_error(run, number, "#line needs a number");
		return;
	}
	if (file->kind == CPP_TOKEN_STRING)
		buffer->presumed = arena_strndup(run->arena, file->text + 1, file->length - 2);
	else if (file->kind != CPP_TOKEN_END)
		cpp_error(run, file, "expected the name of a file in quotes");
	src_loc loc = next_line(buffer);
	buffer->line_delta = line - (buffer->lexer.line + 1);
	if (loc <= buffer->source->marked)
		return;
	buffer->source->marked = loc;
	src_map_mark(run->compilation->sources, buffer->source->file, loc, buffer->presumed, line);
}

static void do_line(struct cpp_run *run, const struct cpp_token *name)
{
	struct cpp_token number = cpp_next(run), file = cpp_next(run);
	set_line(run, number.kind == CPP_TOKEN_END ? name : &number, &file);
}

static bool is_one_of(const struct cpp_token *token, const char *const *words)
{
	for (; *words; words++)
		if (token->kind == CPP_TOKEN_NAME && !strcmp(token->name, *words))
			return true;
	return false;
}

static void do_pragma(struct cpp_run *run, const struct cpp_token *name)
{
	static const char *const once[] = { "once", NULL }, *const gcc[] = { "GCC", NULL },
				 *const macros[] = { "push_macro", "pop_macro", NULL },
				 *const with_effect[] = { "poison", "system_header", "dependency", "warning",
							  "error",  "push_macro",    "pop_macro",  NULL };
	struct cpp_token first = cpp_read(run), second = cpp_read(run);
	(void)name;
	if (is_one_of(&first, once))
		cpp_include_once(run);
	else if (is_one_of(&first, macros) || (is_one_of(&first, gcc) && is_one_of(&second, with_effect)))
		cpp_unsupported(run, "#pragma");
}

static void do_nothing(struct cpp_run *run, const struct cpp_token *name)
{
	(void)run;
	(void)name;
}

static void do_unsupported(struct cpp_run *run, const struct cpp_token *name)
{
	cpp_unsupported(run, name->name);
}

/* ----------------------------------------------------------------- dispatch */

static const struct directive {
	const char *name;
	void (*run)(struct cpp_run *run, const struct cpp_token *name);
	bool conditional; /* it counts where text is skipped, too */
} directives[] = {
	{ "define", do_define, false },
	{ "undef", do_undef, false },
	{ "include", do_include, false },
	{ "if", do_if, true },
	{ "ifdef", do_ifdef, true },
	{ "ifndef", do_ifndef, true },
	{ "elif", do_elif, true },
	{ "elifdef", do_elifdef, true },
	{ "elifndef", do_elifndef, true },
	{ "else", do_else, true },
	{ "endif", do_endif, true },
	{ "error", do_error, false },
	{ "warning", do_warning, false },
	{ "line", do_line, false },
	{ "pragma", do_pragma, false },
	{ "ident", do_nothing, false },
	{ "sccs", do_nothing, false },
	{ "include_next", do_unsupported, false },
	{ "import", do_unsupported, false },
	{ "assert", do_unsupported, false },
	{ "unassert", do_unsupported, false },
};

static const struct directive *find_directive(const char *name)
{
	for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
		if (!strcmp(directives[i].name, name))
			return &directives[i];
	return NULL;
}

static void report_unknown(struct cpp_run *run, const struct cpp_token *token)
{
	const char *text = arena_strndup(run->arena, token->text, token->length);
	struct suggest suggest = suggest_for(text);
	for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
		suggest_offer(&suggest, directives[i].name);
	const char *best = suggest_best(&suggest);
	if (best)
		cpp_error(run, token, "'#%s' is no directive of the preprocessor; did you mean '#%s'?", text,
			  best);
	else
		cpp_error(run, token, "'#%s' is no directive of the preprocessor; a comment begins with '//'",
			  text);
}

static void carry_out(struct cpp_run *run)
{
	struct cpp_token name = cpp_read(run);
	if (name.kind == CPP_TOKEN_NAME) {
		const struct directive *directive = find_directive(name.name);
		if (directive && (directive->conditional || !is_skipping(run)))
			directive->run(run, &name);
		else if (!directive && !is_skipping(run))
			report_unknown(run, &name);
	} else if (name.kind == CPP_TOKEN_NUMBER && !is_skipping(run)) {
		struct cpp_token file = cpp_read(run);
		set_line(run, &name, &file);
	} else if (name.kind != CPP_TOKEN_END && !is_skipping(run)) {
		report_unknown(run, &name);
	}
}

void cpp_directive(struct cpp_run *run)
{
	struct cpp_buffer *buffer = run->buffer;
	unsigned unexpanded = run->unexpanded;
	bool in_arguments = run->in_arguments;
	run->in_directive = true;
	run->unexpanded = 0;
	run->in_arguments = false;
	carry_out(run);
	while (run->contexts.count) /* of an expression that had an error */
		cpp_leave_context(run);
	run->boundary = false;
	run->carried = 0;
	run->in_directive = false;
	run->unexpanded = unexpanded;
	run->in_arguments = in_arguments;
	if (!run->stopped)
		cpp_skip_line(run, buffer);
}
