#include "cpp/macro.h"

#include "cpp/predefined.h"

#include <string.h>

/* ------------------------------------------------------ without a definition */

static const struct {
	const char *name;
	enum cpp_special special;
} specials[] = {
	{ "__FILE__", CPP_SPECIAL_FILE },
	{ "__LINE__", CPP_SPECIAL_LINE },
	{ "__COUNTER__", CPP_SPECIAL_COUNTER },
	{ "__INCLUDE_LEVEL__", CPP_SPECIAL_DEPTH },
	{ "__BASE_FILE__", CPP_SPECIAL_BASE_FILE },
	{ "__FILE_NAME__", CPP_SPECIAL_FILE_NAME },
	{ "__has_include", CPP_SPECIAL_HAS_INCLUDE },
	{ "__DATE__", CPP_SPECIAL_UNSUPPORTED },
	{ "__TIME__", CPP_SPECIAL_UNSUPPORTED },
	{ "__TIMESTAMP__", CPP_SPECIAL_UNSUPPORTED },
	{ "_Pragma", CPP_SPECIAL_UNSUPPORTED },
	{ "__has_attribute", CPP_SPECIAL_UNSUPPORTED },
	{ "__has_cpp_attribute", CPP_SPECIAL_UNSUPPORTED },
	{ "__has_c_attribute", CPP_SPECIAL_UNSUPPORTED },
	{ "__has_builtin", CPP_SPECIAL_UNSUPPORTED },
	{ "__has_include_next", CPP_SPECIAL_UNSUPPORTED },
};

static const struct cpp_macro *special_macro(struct cpp_run *run, const char *name)
{
	for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
		if (!strcmp(specials[i].name, name)) {
			struct cpp_macro *macro = ARENA_NEW(run->arena, struct cpp_macro);
			macro->name = name;
			macro->special = specials[i].special;
			return macro;
		}
	return NULL;
}

static struct cpp_macro *parse(struct cpp_run *run, const cpp_tokens *tokens);

static const struct cpp_macro *predefined_macro(struct cpp_run *run, const char *name)
{
	const char *definition = cpp_predefined(name);
	if (!definition)
		return NULL;
	const struct src_file *file =
		src_map_add(run->compilation->sources, "<built-in>", definition, strlen(definition));
	if (!file)
		return NULL;
	struct cpp_lexer lexer = cpp_lexer_begin(run->arena, file);
	cpp_tokens tokens = { 0 };
	do {
		struct cpp_token token = cpp_lex(&lexer);
		if (token.kind == CPP_TOKEN_NAME)
			token.name = intern_text(run->compilation->names, token.text, token.length);
		VEC_PUSH(run->arena, &tokens, token);
	} while (tokens.items[tokens.count - 1].kind != CPP_TOKEN_END);
	return parse(run, &tokens);
}

struct cpp_name *cpp_name_of(struct cpp_run *run, const char *text)
{
	struct cpp_name *name = map_get(&run->names, text);
	if (name)
		return name;
	name = ARENA_NEW(run->arena, struct cpp_name);
	map_set(run->arena, &run->names, text, name);
	name->macro = text[0] == '_' ? special_macro(run, text) : NULL;
	if (!name->macro)
		name->macro = predefined_macro(run, text);
	return name;
}

/* --------------------------------------------------------------- definitions */

struct definition {
	struct cpp_run *run;
	const struct cpp_token *at; /* the next token of the line */
	struct cpp_macro *macro;
};

static bool fail(struct definition *definition, const char *message)
{
	cpp_error(definition->run, definition->at, "%s", message);
	return false;
}

static int find_parameter(const struct cpp_macro *macro, const char *name)
{
	for (size_t i = 0; i < macro->parameters.count && name; i++)
		if (macro->parameters.items[i] == name)
			return (int)i;
	return -1;
}

static bool add_parameter(struct definition *definition, const char *name)
{
	struct cpp_macro *macro = definition->macro;
	if (find_parameter(macro, name) >= 0)
		return fail(definition, "a macro's parameters need different names");
	if (macro->parameters.count == UINT16_MAX)
		return fail(definition, "a macro cannot have so many parameters");
	VEC_PUSH(definition->run->arena, &macro->parameters, name);
	return true;
}

/* "args..." and "..." take all that is left. */
static bool parse_parameter(struct definition *definition)
{
	struct cpp_macro *macro = definition->macro;
	const char *rest = intern_cstr(definition->run->compilation->names, "__VA_ARGS__");
	if (cpp_is(definition->at, "...")) {
		macro->variadic = true;
		if (!add_parameter(definition, rest))
			return false;
	} else if (definition->at->kind != CPP_TOKEN_NAME) {
		return fail(definition, "expected the name of a macro's parameter");
	} else if (definition->at->name == rest) {
		return fail(definition, "'__VA_ARGS__' is the name of what '...' takes, and of nothing else");
	} else if (!add_parameter(definition, definition->at->name)) {
		return false;
	} else if (cpp_is(definition->at + 1, "...")) {
		macro->variadic = true;
		definition->at++;
	}
	definition->at++;
	return true;
}

static bool parse_parameters(struct definition *definition)
{
	definition->macro->function = true;
	if (cpp_is(definition->at, ")")) {
		definition->at++;
		return true;
	}
	for (;;) {
		if (!parse_parameter(definition))
			return false;
		if (cpp_is(definition->at, ")"))
			break;
		if (definition->macro->variadic || !cpp_is(definition->at, ","))
			return fail(definition,
				    definition->macro->variadic
					    ? "expected ')' after the parameter that takes the rest"
					    : "expected ',' or ')' in the parameters of a macro");
		definition->at++;
	}
	definition->at++;
	return true;
}

/* The body's parameters are marked, and the operators # and ## become marks of their operands. */
static bool add_body_token(struct definition *definition, struct cpp_token token, bool stringify)
{
	struct cpp_macro *macro = definition->macro;
	int parameter = find_parameter(macro, token.kind == CPP_TOKEN_NAME ? token.name : NULL);
	if (parameter >= 0) {
		token.kind = CPP_TOKEN_PARAMETER;
		token.parameter = (unsigned short)parameter;
	} else if (stringify) {
		return fail(definition, "'#' is not followed by a parameter of the macro");
	}
	if (stringify)
		token.flags |= CPP_STRINGIFY;
	VEC_PUSH(definition->run->arena, &macro->body, token);
	return true;
}

static bool is_reserved_in_body(struct definition *definition)
{
	const struct cpp_token *token = definition->at;
	if (token->kind != CPP_TOKEN_NAME)
		return false;
	if (!strcmp(token->name, "__VA_OPT__") && definition->macro->variadic)
		cpp_unsupported(definition->run, "__VA_OPT__");
	return !strcmp(token->name, "__VA_ARGS__") && find_parameter(definition->macro, token->name) < 0;
}

static bool parse_body(struct definition *definition)
{
	cpp_tokens *body = &definition->macro->body;
	for (; definition->at->kind != CPP_TOKEN_END; definition->at++) {
		const struct cpp_token *token = definition->at;
		if (cpp_is(token, "%:") || cpp_is(token, "%:%:"))
			cpp_unsupported(definition->run, "digraphs");
		if (is_reserved_in_body(definition))
			cpp_warning(definition->run, token,
				    "'__VA_ARGS__' means something only in a macro with '...'");
		if (cpp_is(token, "##")) {
			if (!body->count || token[1].kind == CPP_TOKEN_END)
				return fail(definition, "'##' cannot stand at either end of a macro");
			body->items[body->count - 1].flags |= CPP_PASTE;
			continue;
		}
		bool stringify = definition->macro->function && cpp_is(token, "#");
		struct cpp_token added = token[stringify];
		if (stringify) {
			added.flags =
				(unsigned char)((added.flags & ~CPP_SPACE) | (token->flags & CPP_SPACE));
			definition->at++;
		}
		if (!add_body_token(definition, added, stringify))
			return false;
	}
	if (body->count)
		body->items[0].flags &= (unsigned char)~CPP_SPACE;
	return true;
}

/* NULL after an error. TOKENS begins with the name. */
static struct cpp_macro *parse(struct cpp_run *run, const cpp_tokens *tokens)
{
	struct definition definition = { run, tokens->items + 1, ARENA_NEW(run->arena, struct cpp_macro) };
	definition.macro->name = tokens->items[0].name;
	definition.macro->range = cpp_range(&tokens->items[0]);
	if (cpp_is(definition.at, "(") && !(definition.at->flags & CPP_SPACE)) {
		definition.at++;
		if (!parse_parameters(&definition))
			return NULL;
	}
	size_t rest = tokens->count - (size_t)(definition.at - tokens->items);
	if (rest > 1)
		VEC_RESERVE(run->arena, &definition.macro->body, rest - 1);
	return parse_body(&definition) ? definition.macro : NULL;
}

static bool same_token(const struct cpp_token *a, const struct cpp_token *b)
{
	return a->kind == b->kind && a->flags == b->flags && a->length == b->length &&
	       !memcmp(a->text, b->text, a->length);
}

static bool same(const struct cpp_macro *a, const struct cpp_macro *b)
{
	bool equal = a->special == b->special && a->function == b->function && a->variadic == b->variadic &&
		     a->parameters.count == b->parameters.count && a->body.count == b->body.count;
	for (size_t i = 0; equal && i < a->parameters.count; i++)
		equal = a->parameters.items[i] == b->parameters.items[i];
	for (size_t i = 0; equal && i < a->body.count; i++)
		equal = same_token(&a->body.items[i], &b->body.items[i]);
	return equal;
}

static bool check_name(struct cpp_run *run, const struct cpp_token *token)
{
	if (token->kind == CPP_TOKEN_END)
		cpp_error(run, token, "expected the name of a macro");
	else if (token->kind != CPP_TOKEN_NAME)
		cpp_error(run, token, "'%.*s' cannot be the name of a macro", (int)token->length,
			  token->text);
	else if (!strcmp(token->name, "defined") || !strcmp(token->name, "__has_include"))
		cpp_error(run, token, "'%s' cannot be the name of a macro", token->name);
	else
		return true;
	return false;
}

void cpp_define(struct cpp_run *run, const cpp_tokens *tokens)
{
	const struct cpp_token *token = &tokens->items[0];
	if (!check_name(run, token))
		return;
	struct cpp_macro *macro = parse(run, tokens);
	if (!macro)
		return;
	struct cpp_name *name = cpp_name_of(run, token->name);
	if (name->macro && !same(name->macro, macro)) {
		cpp_warning(run, token, "'%s' is defined again", token->name);
		if (name->macro->range.begin)
			cpp_note(run, name->macro->range, "previous definition is here");
	}
	name->macro = macro;
}

void cpp_undefine(struct cpp_run *run, const cpp_tokens *tokens)
{
	if (!check_name(run, &tokens->items[0]))
		return;
	if (tokens->items[1].kind != CPP_TOKEN_END)
		cpp_warning(run, &tokens->items[1], "nothing is expected after the name");
	cpp_name_of(run, tokens->items[0].name)->macro = NULL;
}
