#include "cpp/run.h"

#include <string.h>

struct src_range cpp_range(const struct cpp_token *token)
{
	return (struct src_range){ token->loc, token->loc + token->width };
}

static void add_message(struct cpp_run *run, enum diag_id id, const struct cpp_token *token,
			const char *format, va_list arguments)
{
	VEC_PUSH(run->arena, &run->messages,
		 (struct cpp_message){
			 .id = id,
			 .range = src_range_written(cpp_range(token), token->expansion),
			 .text = arena_vformat(run->arena, format, arguments),
		 });
}

void cpp_error(struct cpp_run *run, const struct cpp_token *token, const char *format, ...)
{
	if (run->stopped)
		return;
	va_list arguments;
	va_start(arguments, format);
	add_message(run, DIAG_CPP, token, format, arguments);
	va_end(arguments);
	run->failed = true;
}

void cpp_warning(struct cpp_run *run, const struct cpp_token *token, const char *format, ...)
{
	if (run->stopped)
		return;
	va_list arguments;
	va_start(arguments, format);
	add_message(run, DIAG_CPP_WARNING, token, format, arguments);
	va_end(arguments);
}

void cpp_note(struct cpp_run *run, struct src_range range, const char *format, ...)
{
	if (run->stopped || !run->messages.count)
		return;
	va_list arguments;
	va_start(arguments, format);
	struct cpp_message *message = &run->messages.items[run->messages.count - 1];
	message->note_range = range;
	message->note = arena_vformat(run->arena, format, arguments);
	va_end(arguments);
}

void cpp_unsupported(struct cpp_run *run, const char *what)
{
	if (!run->unsupported && !run->stopped)
		run->unsupported = what;
	run->stopped = true;
}

void cpp_count_step(struct cpp_run *run, const struct cpp_token *token)
{
	if (++run->steps < CPP_STEPS_MAX)
		return;
	cpp_error(run, token, "macros and files that are included grow beyond all bounds here");
	run->stopped = true;
}

struct cpp_token cpp_make_token(const struct cpp_token *origin, enum cpp_token_kind kind, const char *text)
{
	struct cpp_token token = *origin;
	token.kind = (unsigned char)kind;
	token.flags &= (unsigned char)~(CPP_NO_EXPAND | CPP_PASTE | CPP_STRINGIFY);
	token.text = text;
	token.length = (unsigned)strlen(text);
	token.name = NULL;
	return token;
}
