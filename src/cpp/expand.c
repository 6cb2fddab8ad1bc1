#include "cpp/expand.h"

#include "cpp/argument.h"
#include "cpp/macro.h"
#include "cpp/read.h"
#include "cpp/special.h"

void cpp_leave_context(struct cpp_run *run)
{
	struct cpp_context *context = &run->contexts.items[--run->contexts.count];
	if (context->name)
		context->name->disabled = false;
	run->boundary = true;
	run->carried |= context->after;
}

static const struct cpp_token *take(struct cpp_context *context)
{
	context->count--;
	return context->next++;
}

/* The next token, unexpanded: out of an expansion, or else out of the text. */
static struct cpp_token next_unexpanded(struct cpp_run *run)
{
	struct cpp_token token = { .kind = CPP_TOKEN_END };
	for (;;) {
		if (run->stopped)
			return (struct cpp_token){ .kind = CPP_TOKEN_END };
		if (!run->contexts.count) {
			token = cpp_read(run);
			break;
		}
		struct cpp_context *context = &run->contexts.items[run->contexts.count - 1];
		if (context->count) {
			token = *take(context);
			cpp_count_step(run, &token);
			break;
		}
		if (context->barrier)
			return token;
		cpp_leave_context(run);
	}
	token.flags |= run->boundary ? CPP_BOUNDARY : 0;
	token.flags |= run->carried;
	run->boundary = false;
	run->carried = 0;
	return token;
}

/* Whether '(' comes next, in whatever is being read, and moves behind it then. */
static bool take_parenthesis(struct cpp_run *run)
{
	size_t count = run->contexts.count;
	while (count) {
		struct cpp_context *context = &run->contexts.items[count - 1];
		if (context->count) {
			if (!cpp_is(context->next, "("))
				return false;
			take(context);
			break;
		}
		if (context->barrier)
			return false;
		count--;
	}
	if (!count && !cpp_read_parenthesis(run))
		return false;
	while (run->contexts.count > count)
		cpp_leave_context(run);
	return true;
}

static void push_expansion(struct cpp_run *run, struct cpp_name *name, const struct cpp_token *use,
			   cpp_tokens tokens, unsigned char after)
{
	unsigned char inherited = use->flags & (CPP_SPACE | CPP_LINE);
	if (tokens.count) {
		struct cpp_token *first = &tokens.items[0];
		first->flags =
			(unsigned char)((first->flags & ~(CPP_SPACE | CPP_LINE)) | inherited | CPP_BOUNDARY);
		first->line = use->line;
	} else {
		run->carried |= inherited;
	}
	VEC_PUSH(run->arena, &run->contexts,
		 (struct cpp_context){ tokens.items, tokens.count, name, after, false });
	name->disabled = true;
}

static bool expand(struct cpp_run *run, struct cpp_name *name, const struct cpp_token *token)
{
	const struct cpp_macro *macro = name->macro;
	struct cpp_arguments arguments = { 0 };
	if (macro->special == CPP_SPECIAL_HAS_INCLUDE)
		return false;
	cpp_count_step(run, token);
	if (!run->contexts.count)
		run->invocation = token->loc;
	if (macro->function) {
		if (!take_parenthesis(run))
			return false;
		if (!cpp_collect_arguments(run, macro, token, &arguments))
			return false;
	}
	struct src_expansion *expansion = ARENA_NEW(run->arena, struct src_expansion);
	*expansion = (struct src_expansion){ .macro = macro->name,
					     .use = cpp_range(token),
					     .outer = token->expansion };
	cpp_tokens tokens = { 0 };
	unsigned char after = 0;
	if (macro->special)
		VEC_PUSH(run->arena, &tokens, cpp_special_token(run, macro, token));
	else
		tokens = cpp_substitute(run, macro, &arguments, expansion, &after);
	push_expansion(run, name, token, tokens, after);
	return true;
}

struct cpp_token cpp_next(struct cpp_run *run)
{
	for (;;) {
		struct cpp_token token = next_unexpanded(run);
		if (token.kind != CPP_TOKEN_NAME || token.flags & CPP_NO_EXPAND)
			return token;
		struct cpp_name *name = cpp_name_of(run, token.name);
		if (!name->macro)
			return token;
		if (name->disabled) {
			token.flags |= CPP_NO_EXPAND;
			return token;
		}
		if (run->unexpanded || !expand(run, name, &token))
			return token;
	}
}
