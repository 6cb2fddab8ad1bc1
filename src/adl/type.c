/*
 * Types, attributes and structs.
 */
#include "adl/parser.h"

#include <string.h>

static bool is_type_word(enum adl_token_kind kind)
{
	switch ((int)kind) {
	case ADL_TOKEN_SIGNED:
	case ADL_TOKEN_UNSIGNED:
	case ADL_TOKEN_INT:
	case ADL_TOKEN_INTEGER:
	case ADL_TOKEN_CHAR:
	case ADL_TOKEN_STRING_TYPE:
	case ADL_TOKEN_INT64:
	case ADL_TOKEN_UINT64:
		return true;
	default:
		return false;
	}
}

bool adl_at_type(const struct adl_parser *parser)
{
	return adl_at(parser, ADL_TOKEN_IDENTIFIER) || adl_at(parser, ADL_TOKEN_STRUCT) ||
	       adl_at(parser, ADL_TOKEN_OPEN_BRACE) || is_type_word(parser->token.kind);
}

static bool token_is(const struct adl_token *token, const char *text)
{
	return token->length == strlen(text) && !memcmp(token->text, text, token->length);
}

static bool token_is_one_of(const struct adl_token *token, const char *const *words)
{
	for (; *words; words++)
		if (token_is(token, *words))
			return true;
	return false;
}

static bool is_word(const struct adl_token *token)
{
	return token->kind == ADL_TOKEN_IDENTIFIER || is_type_word(token->kind);
}

/* "unsigned long x", "const T x": types of C that are not one word. Reported, and skipped up to the name. */
static void reject_c_type(struct adl_parser *parser)
{
	static const char *const qualifiers[] = { "const", "volatile", NULL };
	static const char *const first_words[] = {
		"const", "volatile", "enum", "union", "long", "short", NULL
	};
	static const char *const more_words[] = { "long", "short", "double", "const", "volatile", NULL };
	if (!is_word(&parser->token) || !is_word(adl_peek(parser)) || parser->ahead.starts_line)
		return;
	if (!is_type_word(parser->token.kind) && !token_is_one_of(&parser->token, more_words) &&
	    !token_is_one_of(&parser->previous, first_words))
		return;
	struct src_range range = src_range_join(parser->previous.range, parser->token.range);
	bool qualified =
		token_is_one_of(&parser->previous, qualifiers) || token_is_one_of(&parser->token, qualifiers);
	diag_report(parser->compilation->diag, DIAG_NOT_IN_ADL, range,
		    qualified ? "there are no qualifiers: the direction of a parameter says who may change it"
			      : "a type is one word here: use one such as uint64_t, or one that an included "
				"C header "
				"defines");
	while (is_word(&parser->token) && is_word(adl_peek(parser)))
		adl_advance(parser);
}

/* The language's own types under one spelling each. */
static const char *parse_type_words(struct adl_parser *parser)
{
	enum adl_token_kind first = parser->token.kind;
	adl_advance(parser);
	if (first != ADL_TOKEN_SIGNED && first != ADL_TOKEN_UNSIGNED)
		return first == ADL_TOKEN_INTEGER ? "int" : adl_keyword_text(first);
	if (adl_accept(parser, ADL_TOKEN_CHAR))
		return first == ADL_TOKEN_SIGNED ? "signed char" : "unsigned char";
	if (!adl_accept(parser, ADL_TOKEN_INT))
		adl_accept(parser, ADL_TOKEN_INTEGER);
	return first == ADL_TOKEN_SIGNED ? "int" : "unsigned int";
}

static bool parse_named_type(struct adl_parser *parser, struct adl_type *type)
{
	struct adl_qname name;
	if (!adl_expect_qname(parser, &name, "a type"))
		return false;
	type->kind = name.parts.count > 1 ? ADL_TYPE_QUALIFIED : ADL_TYPE_NAMED;
	type->name = adl_qname_text(parser, &name);
	return true;
}

static bool parse_struct_tag(struct adl_parser *parser, struct adl_type *type)
{
	struct adl_name tag;
	adl_advance(parser);
	if (!adl_expect_name(parser, &tag, "the C struct's name"))
		return false;
	type->kind = ADL_TYPE_STRUCT_TAG;
	type->name = tag.text;
	return true;
}

static bool parse_struct_body(struct adl_parser *parser, struct adl_struct *structure);

static bool parse_inline_type(struct adl_parser *parser, struct adl_type *type)
{
	type->kind = ADL_TYPE_INLINE;
	type->body = ARENA_NEW(parser->arena, struct adl_struct);
	type->body->name.range = parser->token.range;
	type->body->range = parser->token.range;
	return parse_struct_body(parser, type->body);
}

/* Every form of type is grammatical everywhere; what has no meaning there is said here. */
void adl_check_type(struct adl_parser *parser, const struct adl_type *type, bool of_attribute)
{
	const char *text = NULL;
	if (of_attribute && type->kind == ADL_TYPE_STRUCT_TAG)
		text = "an attribute cannot have a C struct as its type: name an ADL struct without the word "
		       "'struct'";
	else if (!of_attribute && type->kind == ADL_TYPE_QUALIFIED)
		text = "the type of a method or parameter cannot have a dot in it";
	else if (!of_attribute && type->kind == ADL_TYPE_INLINE)
		text = "the type of a method or parameter cannot be a struct body: define it in a C header";
	if (text)
		diag_report(parser->compilation->diag, DIAG_TYPE_FORM, type->range, "%s", text);
}

bool adl_parse_type(struct adl_parser *parser, struct adl_type *type)
{
	struct src_range first = parser->token.range;
	bool ok = true;
	*type = (struct adl_type){ .kind = ADL_TYPE_NAMED };
	if (is_type_word(parser->token.kind)) {
		type->builtin = true;
		type->name = intern_cstr(parser->compilation->names, parse_type_words(parser));
	} else if (adl_at(parser, ADL_TOKEN_STRUCT)) {
		ok = parse_struct_tag(parser, type);
	} else if (adl_at(parser, ADL_TOKEN_OPEN_BRACE)) {
		ok = parse_inline_type(parser, type);
	} else {
		ok = parse_named_type(parser, type);
	}
	type->range = adl_since(parser, first);
	if (ok)
		reject_c_type(parser);
	return ok;
}

bool adl_parse_array(struct adl_parser *parser, bool *is_array)
{
	*is_array = adl_at(parser, ADL_TOKEN_OPEN_BRACKET);
	if (!*is_array)
		return true;
	adl_advance(parser);
	if (!adl_at(parser, ADL_TOKEN_CLOSE_BRACKET)) {
		struct adl_number size;
		adl_fail_as(parser, DIAG_NOT_IN_ADL, "an array has no size here: write '[]'");
		parser->last_error = 0;
		if (!adl_parse_expression(parser, &size))
			return false;
	}
	return adl_expect(parser, ADL_TOKEN_CLOSE_BRACKET, "after '['");
}

/* [ '=' value ] */
bool adl_parse_default(struct adl_parser *parser, struct adl_attribute *attribute)
{
	if (!adl_accept(parser, ADL_TOKEN_ASSIGN))
		return true;
	if (adl_at(parser, ADL_TOKEN_IDENTIFIER) && adl_peek(parser)->kind == ADL_TOKEN_OPEN_PARENTHESIS)
		return adl_fail(
			parser,
			"a query can only be the value of a setting, not the default of an attribute");
	attribute->has_default = true;
	return adl_parse_value(parser, &attribute->value);
}

struct adl_attribute *adl_parse_attribute(struct adl_parser *parser, unsigned body)
{
	struct adl_attribute *attribute = ARENA_NEW(parser->arena, struct adl_attribute);
	struct src_range first = parser->token.range;
	if (!adl_at_type(parser)) {
		adl_fail(parser, "expected the attribute's type, found %s", adl_shown(parser));
		return NULL;
	}
	if (!adl_parse_type(parser, &attribute->type))
		return NULL;
	adl_check_type(parser, &attribute->type, true);
	if (!adl_expect_name(parser, &attribute->name, "the attribute's name") ||
	    !adl_parse_array(parser, &attribute->is_array) || !adl_parse_default(parser, attribute) ||
	    !adl_expect_semicolon(parser, body, "attribute"))
		return NULL;
	attribute->range = adl_since(parser, first);
	return attribute;
}

static bool parse_field(struct adl_parser *parser, void *owner)
{
	struct adl_struct *structure = owner;
	if (!adl_at_type(parser))
		return adl_fail_statement(parser, IN_STRUCT);
	struct adl_attribute *field = adl_parse_attribute(parser, IN_STRUCT);
	if (field)
		VEC_PUSH(parser->arena, &structure->fields, field);
	return field != NULL;
}

static bool parse_struct_body(struct adl_parser *parser, struct adl_struct *structure)
{
	unsigned errors = diag_error_count(parser->compilation->diag);
	if (!adl_parse_body(parser, IN_STRUCT, "after the struct's name", parse_field, structure,
			    &structure->incomplete))
		return false;
	structure->range = adl_since(parser, structure->range);
	structure->incomplete |= !structure->fields.count;
	if (!structure->fields.count && diag_error_count(parser->compilation->diag) == errors)
		diag_report(parser->compilation->diag, DIAG_EMPTY_STRUCT, structure->name.range,
			    "a struct needs at least one field");
	VEC_PUSH(parser->arena, &parser->unit->structs, structure);
	return true;
}

struct adl_struct *adl_parse_struct(struct adl_parser *parser)
{
	struct adl_struct *structure = ARENA_NEW(parser->arena, struct adl_struct);
	structure->range = parser->token.range;
	adl_advance(parser);
	if (!adl_expect_name(parser, &structure->name, "the struct's name"))
		return NULL;
	return parse_struct_body(parser, structure) ? structure : NULL;
}
