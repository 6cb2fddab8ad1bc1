/*
 * A file as a whole: its items and imports.
 */
#include "adl/parser.h"

static bool parse_import(struct adl_parser *parser, struct adl_part *part)
{
	part->is_import = true;
	part->range = parser->token.range;
	adl_advance(parser);
	part->path_range = parser->token.range;
	if (!adl_expect_path(parser, &part->path, &part->angle))
		return false;
	part->path_range = adl_since(parser, part->path_range);
	if (!adl_expect_semicolon(parser, IN_FILE, "import"))
		return false;
	part->range = adl_since(parser, part->range);
	return true;
}

static bool finish_item(struct adl_part *part, enum adl_item_kind kind, const struct adl_name *name)
{
	part->item.kind = kind;
	part->item.range = name->range;
	return true;
}

static bool parse_item(struct adl_parser *parser, struct adl_part *part)
{
	struct adl_item *item = &part->item;
	switch ((int)parser->token.kind) {
	case ADL_TOKEN_COMPONENT:
		item->as.component = adl_parse_component(parser);
		return item->as.component && finish_item(part, ADL_ITEM_COMPONENT, &item->as.component->name);
	case ADL_TOKEN_PROCEDURE:
		item->as.procedure = adl_parse_procedure(parser);
		return item->as.procedure && finish_item(part, ADL_ITEM_PROCEDURE, &item->as.procedure->name);
	case ADL_TOKEN_CONNECTOR:
		item->as.connector = adl_parse_connector(parser);
		return item->as.connector && finish_item(part, ADL_ITEM_CONNECTOR, &item->as.connector->name);
	case ADL_TOKEN_STRUCT:
		item->as.structure = adl_parse_struct(parser);
		return item->as.structure && finish_item(part, ADL_ITEM_STRUCT, &item->as.structure->name);
	case ADL_TOKEN_COMPOSITION:
		item->as.composition = adl_parse_composition(parser, IN_FILE);
		return item->as.composition &&
		       finish_item(part, ADL_ITEM_COMPOSITION, &item->as.composition->name);
	case ADL_TOKEN_CONFIGURATION:
		item->as.configuration = adl_parse_configuration(parser, IN_FILE);
		return item->as.configuration &&
		       finish_item(part, ADL_ITEM_CONFIGURATION, &item->as.configuration->name);
	case ADL_TOKEN_ASSEMBLY:
		item->as.assembly = adl_parse_assembly(parser);
		return item->as.assembly && finish_item(part, ADL_ITEM_ASSEMBLY, &item->as.assembly->name);
	default:
		return parse_import(parser, part);
	}
}

static void fail_item(struct adl_parser *parser)
{
	if (adl_at(parser, ADL_TOKEN_INCLUDE))
		adl_fail(parser, "'include' names a C header inside a component or procedure; ADL files are "
				 "imported with "
				 "'import'");
	else if (!adl_fail_c_declaration(parser))
		adl_fail_statement(parser, IN_FILE);
}

/* A '}' too many; those of bodies that were taken to be closed are no news. */
static void skip_closing_braces(struct adl_parser *parser)
{
	while (parser->forgiven && adl_accept(parser, ADL_TOKEN_CLOSE_BRACE))
		parser->forgiven--;
	if (!adl_at(parser, ADL_TOKEN_CLOSE_BRACE))
		return;
	adl_fail(parser, "extraneous closing brace: no '{' is open here");
	while (adl_accept(parser, ADL_TOKEN_CLOSE_BRACE))
		;
}

static void parse_parts(struct adl_parser *parser)
{
	while (!adl_at(parser, ADL_TOKEN_END)) {
		src_loc start = parser->token.range.begin;
		struct adl_part part = { 0 };
		if (adl_accept(parser, ADL_TOKEN_SEMICOLON))
			continue;
		if (adl_at(parser, ADL_TOKEN_CLOSE_BRACE)) {
			skip_closing_braces(parser);
			continue;
		}
		if (!(adl_token_bodies(parser->token.kind) & IN_FILE))
			fail_item(parser);
		else if (parse_item(parser, &part)) {
			part.structs = parser->unit->structs.count;
			VEC_PUSH(parser->arena, &parser->unit->parts, part);
			continue;
		}
		parser->unit->incomplete = true;
		adl_recover(parser, IN_FILE, start);
	}
}

void adl_parse_unit(struct compilation *compilation, const struct adl_keywords *keywords,
		    const struct src_file *file, const char *stdin_as, struct adl_unit *unit)
{
	struct adl_parser parser = {
		.compilation = compilation,
		.arena = compilation->arena,
		.lexer = adl_lexer_begin(compilation, keywords, file),
		.unit = unit,
	};
	parser.lexer.stdin_as = stdin_as;
	adl_advance(&parser);
	parse_parts(&parser);
	unit->incomplete |= parser.lexer.truncated;
}
