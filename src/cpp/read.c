#include "cpp/read.h"

#include "cpp/directive.h"

#include <string.h>

void cpp_enter(struct cpp_run *run, struct cpp_source *source)
{
	struct cpp_buffer *buffer = ARENA_NEW(run->arena, struct cpp_buffer);
	*buffer = (struct cpp_buffer){
		.source = source,
		.lexer = cpp_lexer_begin(run->arena, source->file),
		.conditions = run->conditions.count,
		.presumed = source->file->name,
		.depth = run->buffer ? run->buffer->depth + 1 : 0,
		.outer = run->buffer,
	};
	run->buffer = buffer;
}

void cpp_leave(struct cpp_run *run)
{
	struct cpp_buffer *buffer = run->buffer;
	while (run->conditions.count > buffer->conditions) {
		const struct cpp_condition *open = &run->conditions.items[--run->conditions.count];
		struct cpp_token token = { .loc = open->range.begin,
					   .width = open->range.end - open->range.begin };
		cpp_error(run, &token, "nothing ends this condition: expected #endif");
	}
	run->buffer = buffer->outer;
}

static bool is_raw_string(const struct cpp_token *token, const struct cpp_lexer *lexer)
{
	return token->text[token->length - 1] == 'R' && token->length <= 3 && lexer->at < lexer->end &&
	       *lexer->at == '"';
}

/* The next token of a text as it is. */
static struct cpp_token lex(struct cpp_run *run, struct cpp_buffer *buffer)
{
	struct cpp_lexer *lexer = &buffer->lexer;
	struct cpp_token token = cpp_lex(lexer);
	if (token.flags & CPP_LINE)
		token.flags |= CPP_SPACE;
	if (token.kind == CPP_TOKEN_NAME) {
		token.name = intern_text(run->compilation->names, token.text, token.length);
		if (is_raw_string(&token, lexer))
			cpp_unsupported(run, "raw strings");
	}
	if (lexer->unterminated) {
		struct cpp_token comment = { .loc = lexer->unterminated, .width = 2 };
		lexer->unterminated = 0;
		cpp_error(run, &comment, "nothing ends this comment");
	}
	return token;
}

static bool skipping(const struct cpp_run *run)
{
	return run->conditions.count && run->conditions.items[run->conditions.count - 1].skipping;
}

static bool begins_directive(struct cpp_run *run, const struct cpp_token *token)
{
	if (!(token->flags & CPP_LINE) || run->in_directive)
		return false;
	if (cpp_is(token, "%:"))
		cpp_unsupported(run, "digraphs");
	return cpp_is(token, "#");
}

struct cpp_token cpp_read(struct cpp_run *run)
{
	struct cpp_token end = { .kind = CPP_TOKEN_END };
	while (!run->stopped) {
		struct cpp_lexer before = run->buffer->lexer;
		struct cpp_token token = lex(run, run->buffer);
		if (run->stopped)
			break;
		if (token.kind == CPP_TOKEN_NEWLINE || token.kind == CPP_TOKEN_END) {
			end.loc = before.base + (src_loc)(before.at - before.text); /* not behind a comment */
			if (run->in_directive) {
				run->buffer->lexer = before;
				return end;
			}
			if (token.kind == CPP_TOKEN_NEWLINE)
				continue;
			bool last = !run->buffer->outer || run->in_arguments;
			if (last)
				return end;
			cpp_leave(run);
		} else if (begins_directive(run, &token)) {
			cpp_directive(run);
		} else if (run->in_directive || !skipping(run)) {
			return token;
		}
	}
	return end;
}

bool cpp_read_parenthesis(struct cpp_run *run)
{
	struct cpp_lexer before = run->buffer->lexer;
	struct cpp_token token;
	do
		token = cpp_lex(&run->buffer->lexer);
	while (token.kind == CPP_TOKEN_NEWLINE && !run->in_directive);
	if (cpp_is(&token, "("))
		return true;
	run->buffer->lexer = before;
	return false;
}

void cpp_skip_line(struct cpp_run *run, struct cpp_buffer *buffer)
{
	struct cpp_token token;
	do
		token = lex(run, buffer);
	while (token.kind != CPP_TOKEN_NEWLINE && token.kind != CPP_TOKEN_END);
}

const cpp_tokens *cpp_read_line(struct cpp_run *run)
{
	run->line.count = 0;
	do
		VEC_PUSH(run->arena, &run->line, cpp_read(run));
	while (run->line.items[run->line.count - 1].kind != CPP_TOKEN_END);
	return &run->line;
}
