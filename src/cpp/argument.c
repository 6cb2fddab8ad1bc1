#include "cpp/argument.h"

#include "cpp/expand.h"

#include <string.h>

/* --------------------------------------------------------------- collecting */

/* The commas that part arguments: those of the last parameter of a variadic macro are its own. */
static bool parts_arguments(const struct cpp_macro *macro, const struct cpp_arguments *arguments,
			    const struct cpp_token *token, unsigned depth)
{
	return !depth && cpp_is(token, ",") &&
	       !(macro->variadic && arguments->items.count == macro->parameters.count);
}

/* All up to the closing parenthesis; false when there is none. */
static bool read_arguments(struct cpp_run *run, const struct cpp_macro *macro,
			   struct cpp_arguments *arguments)
{
	unsigned depth = 0;
	VEC_PUSH(run->arena, &arguments->items, (struct cpp_argument){ 0 });
	for (;;) {
		struct cpp_token token = cpp_next(run);
		if (token.kind == CPP_TOKEN_END)
			return false;
		if (!depth && cpp_is(&token, ")"))
			return true;
		if (parts_arguments(macro, arguments, &token, depth)) {
			VEC_PUSH(run->arena, &arguments->items, (struct cpp_argument){ 0 });
			continue;
		}
		depth += cpp_is(&token, "(");
		depth -= cpp_is(&token, ")");
		token.flags &= (unsigned char)~CPP_LINE;
		VEC_PUSH(run->arena, &arguments->items.items[arguments->items.count - 1].tokens, token);
	}
}

static bool check_count(struct cpp_run *run, const struct cpp_macro *macro, const struct cpp_token *name,
			struct cpp_arguments *arguments)
{
	size_t given = arguments->items.count, expected = macro->parameters.count;
	bool nothing = given == 1 && !arguments->items.items[0].tokens.count;
	if (!expected && nothing)
		return true;
	if (macro->variadic && given == expected - 1) {
		VEC_PUSH(run->arena, &arguments->items, (struct cpp_argument){ .omitted = true });
		return true;
	}
	if (macro->variadic && given == expected && nothing)
		arguments->items.items[0].omitted = true;
	if (given == expected)
		return true;
	cpp_error(run, name, "the macro '%s' takes %s%zu argument%s, but %zu %s given", macro->name,
		  macro->variadic ? "at least " : "", expected - macro->variadic,
		  expected - macro->variadic == 1 ? "" : "s", nothing ? 0 : given,
		  given == 1 && !nothing ? "is" : "are");
	if (macro->range.begin)
		cpp_note(run, macro->range, "it is defined here");
	return false;
}

bool cpp_collect_arguments(struct cpp_run *run, const struct cpp_macro *macro, const struct cpp_token *name,
			   struct cpp_arguments *arguments)
{
	bool outer = run->in_arguments;
	run->in_arguments = true;
	run->unexpanded++;
	bool complete = read_arguments(run, macro, arguments);
	run->unexpanded--;
	run->in_arguments = outer;
	run->boundary = false;
	run->carried = 0;
	if (complete)
		return check_count(run, macro, name, arguments);
	cpp_error(run, name, "nothing ends the arguments of the macro '%s': expected ')'", macro->name);
	return false;
}

/* ------------------------------------------------------------- substituting */

struct substitution {
	struct cpp_run *run;
	const struct cpp_macro *macro;
	struct cpp_arguments *arguments;
	const struct src_expansion *expansion;
	cpp_tokens tokens;
	unsigned char next_flags; /* what an argument before leaves to the next token */
};

/* The argument's tokens by themselves, all macros in them expanded. */
static const cpp_tokens *expand_argument(struct cpp_run *run, struct cpp_argument *argument,
					 const struct cpp_token *at)
{
	if (argument->is_expanded)
		return &argument->expanded;
	argument->is_expanded = true;
	if (run->nesting == CPP_NESTING_MAX) {
		cpp_error(run, at, "macros are nested too deeply here (more than %d)", CPP_NESTING_MAX);
		run->stopped = true;
		return &argument->expanded;
	}
	unsigned unexpanded = run->unexpanded;
	run->unexpanded = 0;
	run->nesting++;
	VEC_PUSH(run->arena, &run->contexts,
		 (struct cpp_context){ argument->tokens.items, argument->tokens.count, NULL, 0, true });
	size_t count = run->contexts.count;
	for (;;) {
		struct cpp_token token = cpp_next(run);
		if (token.kind == CPP_TOKEN_END)
			break;
		VEC_PUSH(run->arena, &argument->expanded, token);
	}
	if (run->contexts.count >= count)
		run->contexts.count = count - 1;
	run->nesting--;
	run->unexpanded = unexpanded;
	run->boundary = false;
	run->carried = 0;
	return &argument->expanded;
}

static void add(struct substitution *sub, struct cpp_token token)
{
	token.flags |= sub->next_flags;
	sub->next_flags = 0;
	cpp_count_step(sub->run, &token);
	VEC_PUSH(sub->run->arena, &sub->tokens, token);
}

/* The text of one that was given, as the macro's text. */
static const struct src_expansion *given(struct substitution *sub, const struct cpp_token *parameter,
					 const struct src_expansion *before)
{
	struct src_expansion *made = ARENA_NEW(sub->run->arena, struct src_expansion);
	*made = (struct src_expansion){
		.macro = sub->macro->name,
		.use = cpp_range(parameter),
		.outer = sub->expansion,
		.argument = true,
		.given = before,
	};
	return made;
}

static void add_all(struct substitution *sub, const struct cpp_token *parameter, const cpp_tokens *tokens)
{
	const struct src_expansion *before = NULL, *made = NULL;
	unsigned char space = parameter->flags & CPP_SPACE;
	for (size_t i = 0; i < tokens->count; i++) {
		struct cpp_token token = tokens->items[i];
		if (!made || token.expansion != before) {
			before = token.expansion;
			made = given(sub, parameter, before);
		}
		token.expansion = made;
		if (!i)
			token.flags = (unsigned char)((token.flags & ~CPP_SPACE) | space | CPP_BOUNDARY);
		add(sub, token);
	}
	sub->next_flags |= CPP_BOUNDARY | (tokens->count ? 0 : space);
}

static bool is_blank_before(const struct cpp_token *token)
{
	return token->flags & CPP_SPACE;
}

static struct cpp_token stringify(struct substitution *sub, const struct cpp_token *parameter)
{
	const cpp_tokens *tokens = &sub->arguments->items.items[parameter->parameter].tokens;
	size_t size = 3;
	for (size_t i = 0; i < tokens->count; i++)
		size += 2 * (size_t)tokens->items[i].length + 1;
	char *text = arena_alloc(sub->run->arena, size), *at = text;
	*at++ = '"';
	for (size_t i = 0; i < tokens->count; i++) {
		const struct cpp_token *token = &tokens->items[i];
		bool quoted = token->kind == CPP_TOKEN_STRING || token->kind == CPP_TOKEN_CHARACTER;
		if (i && is_blank_before(token))
			*at++ = ' ';
		for (unsigned j = 0; j < token->length; j++) {
			char c = token->text[j];
			if (quoted && (c == '"' || c == '\\'))
				*at++ = '\\';
			*at++ = c;
		}
	}
	*at = '"';
	struct cpp_token made = cpp_make_token(parameter, CPP_TOKEN_STRING, text);
	made.length = (unsigned)(at + 1 - text);
	made.expansion = sub->expansion;
	return made;
}

/* A token that is made of both; an operand of which there is nothing leaves the other. */
static bool paste(struct substitution *sub, struct cpp_token *left, const struct cpp_token *right)
{
	struct cpp_run *run = sub->run;
	if (right->kind == CPP_TOKEN_PLACEMARKER)
		return true;
	if (left->kind == CPP_TOKEN_PLACEMARKER) {
		unsigned char space = left->flags & CPP_SPACE;
		*left = *right;
		left->flags = (unsigned char)((left->flags & ~CPP_SPACE) | space);
		return true;
	}
	struct src_file file = { .length = (size_t)left->length + right->length };
	char *text = arena_alloc_unset(run->arena, file.length + 1);
	memcpy(text, left->text, left->length);
	memcpy(text + left->length, right->text, right->length);
	text[file.length] = '\0';
	file.text = text;
	struct cpp_lexer lexer = cpp_lexer_begin(run->arena, &file);
	struct cpp_token made = cpp_lex(&lexer);
	if (made.length != file.length || lexer.at != lexer.end || lexer.unterminated) {
		cpp_error(run, left, "pasting '%.*s' and '%.*s' together makes no token", (int)left->length,
			  left->text, (int)right->length, right->text);
		return false;
	}
	*left = cpp_make_token(left, (enum cpp_token_kind)made.kind, text);
	if (left->kind == CPP_TOKEN_NAME)
		left->name = intern_text(run->compilation->names, text, left->length);
	return true;
}

/* What stands in the body at TOKEN, as an operand of ## or by itself. */
static void substitute_token(struct substitution *sub, const struct cpp_token *token, bool pasted)
{
	struct cpp_argument *argument =
		token->kind == CPP_TOKEN_PARAMETER ? &sub->arguments->items.items[token->parameter] : NULL;
	if (!argument) {
		struct cpp_token copy = *token;
		copy.expansion = sub->expansion;
		add(sub, copy);
	} else if (token->flags & CPP_STRINGIFY) {
		add(sub, stringify(sub, token));
	} else if (!pasted) {
		add_all(sub, token, expand_argument(sub->run, argument, token));
	} else if (argument->tokens.count) {
		add_all(sub, token, &argument->tokens);
		sub->next_flags = 0;
	} else {
		struct cpp_token nothing = cpp_make_token(token, CPP_TOKEN_PLACEMARKER, "");
		nothing.expansion = sub->expansion;
		add(sub, nothing);
	}
}

/* ", ## rest": the comma goes when there is no rest at all; else it just stays. */
static bool is_optional_comma(const struct substitution *sub, const struct cpp_token *token)
{
	return sub->tokens.count && cpp_is(&sub->tokens.items[sub->tokens.count - 1], ",") &&
	       cpp_is(token - 1, ",") && token->kind == CPP_TOKEN_PARAMETER &&
	       !(token->flags & CPP_STRINGIFY) && sub->macro->variadic &&
	       token->parameter == sub->macro->parameters.count - 1;
}

static void substitute_pasted(struct substitution *sub, const struct cpp_token *token)
{
	if (is_optional_comma(sub, token)) {
		struct cpp_argument *rest = &sub->arguments->items.items[token->parameter];
		if (rest->omitted)
			sub->tokens.count--;
		else if (rest->tokens.count)
			add_all(sub, token, &rest->tokens);
		return;
	}
	size_t left = sub->tokens.count - 1, right = sub->tokens.count;
	substitute_token(sub, token, true);
	if (sub->run->stopped || !paste(sub, &sub->tokens.items[left], &sub->tokens.items[right]))
		return;
	memmove(&sub->tokens.items[right], &sub->tokens.items[right + 1],
		(sub->tokens.count - right - 1) * sizeof *sub->tokens.items);
	sub->tokens.count--;
}

static void drop_placemarkers(struct substitution *sub)
{
	size_t kept = 0;
	unsigned char space = 0;
	for (size_t i = 0; i < sub->tokens.count; i++) {
		struct cpp_token token = sub->tokens.items[i];
		if (token.kind == CPP_TOKEN_PLACEMARKER) {
			space |= token.flags & CPP_SPACE;
			continue;
		}
		token.flags |= space;
		space = 0;
		sub->tokens.items[kept++] = token;
	}
	sub->tokens.count = kept;
}

cpp_tokens cpp_substitute(struct cpp_run *run, const struct cpp_macro *macro, struct cpp_arguments *arguments,
			  const struct src_expansion *expansion, unsigned char *after)
{
	struct substitution sub = { run, macro, arguments, expansion, { 0 }, 0 };
	const cpp_tokens *body = &macro->body;
	for (size_t i = 0; i < body->count && !run->stopped; i++) {
		bool pasted = i && body->items[i - 1].flags & CPP_PASTE;
		if (pasted && sub.tokens.count)
			substitute_pasted(&sub, &body->items[i]);
		else
			substitute_token(&sub, &body->items[i], body->items[i].flags & CPP_PASTE);
	}
	drop_placemarkers(&sub);
	*after = sub.next_flags;
	return sub.tokens;
}
