#include "cpp/special.h"

#include "base/out.h"

#include <string.h>

/* As preprocessors write it: only what would end the string or escape something is escaped. */
static const char *quote(struct arena *arena, const char *name)
{
	char *text = arena_alloc(arena, 2 * strlen(name) + 3), *at = text;
	*at++ = '"';
	for (; *name; name++) {
		if (*name == '"' || *name == '\\')
			*at++ = '\\';
		*at++ = *name;
	}
	*at = '"';
	return text;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static unsigned line_of(const struct cpp_run *run)
{
	const struct cpp_lexer *lexer = &run->buffer->lexer;
	const char *at = lexer->text + (run->invocation - lexer->base);
	unsigned line = 1;
	for (const char *c = lexer->text; c < at; c++)
		line += *c == '\n';
	return line + run->buffer->line_delta;
}

struct cpp_token cpp_special_token(struct cpp_run *run, const struct cpp_macro *macro,
				   const struct cpp_token *use)
{
	const char *text = "0";
	enum cpp_token_kind kind = CPP_TOKEN_NUMBER;
	switch (macro->special) {
	case CPP_SPECIAL_LINE:
		text = arena_format(run->arena, "%u", line_of(run));
		break;
	case CPP_SPECIAL_COUNTER:
		text = arena_format(run->arena, "%u", run->counter++);
		break;
	case CPP_SPECIAL_DEPTH:
		text = arena_format(run->arena, "%u", run->buffer->depth);
		break;
	case CPP_SPECIAL_FILE:
	case CPP_SPECIAL_BASE_FILE:
	case CPP_SPECIAL_FILE_NAME:
		kind = CPP_TOKEN_STRING;
		text = macro->special == CPP_SPECIAL_BASE_FILE ? run->base_file : run->buffer->presumed;
		text = quote(run->arena, macro->special == CPP_SPECIAL_FILE_NAME ? base_name(text) : text);
		break;
	case CPP_ORDINARY:
	case CPP_SPECIAL_HAS_INCLUDE:
	case CPP_SPECIAL_UNSUPPORTED:
		cpp_unsupported(run, macro->name);
		break;
	}
	return cpp_make_token(use, kind, text);
}
