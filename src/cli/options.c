#include "cli/options.h"

#include "base/suggest.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum kind { KIND_FLAG, KIND_STRING, KIND_UNSIGNED, KIND_LIST, KIND_PREFIX };

struct option {
	const char *name;
	const char *argument;
	enum kind kind;
	size_t field;
	const char *commands;
	const char *help;
};

static const struct option options[] = {
#define OPTION(name, argument, kind, field, commands, help)                                                  \
	{ name, argument, KIND_##kind, offsetof(struct cli_options, field), commands, help },
#include "cli/options.def"
#undef OPTION
};

enum { OPTION_COUNT = sizeof options / sizeof *options };

void options_usage_error(const char *command, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fputs("causeway: ", stderr);
	vfprintf(stderr, format, arguments);
	fprintf(stderr, "; see 'causeway %s%s--help'\n", command ? command : "", command ? " " : "");
	va_end(arguments);
}

static bool applies(const struct option *option, const struct cli_command *command)
{
	return *option->commands == '*' || strchr(option->commands, command->letter);
}

/* Where a word that starts with the option's name has its value: behind "=", attached (-ofile), or not
 * (NULL). */
static bool matches(const struct option *option, const char *word, const char **value)
{
	size_t length = strlen(option->name);
	if (strncmp(word, option->name, length) != 0)
		return false;
	const char *rest = word + length;
	bool is_short = option->name[1] != '-' && length == 2;
	*value = NULL;
	if (!*rest)
		return true;
	if (!option->argument)
		return false;
	if (*rest == '=' && option->kind != KIND_PREFIX)
		*value = rest + 1;
	else if (is_short)
		*value = rest;
	return *value != NULL;
}

static const struct option *find(const struct cli_command *command, const char *word, const char **value)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (applies(&options[i], command) && matches(&options[i], word, value))
			return &options[i];
	return NULL;
}

static void unknown_option(const struct cli_command *command, const char *word)
{
	size_t length = strcspn(word, "=");
	char name[64];
	snprintf(name, sizeof name, "%.*s", (int)length, word);
	struct suggest suggest = suggest_for(name);
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (applies(&options[i], command))
			suggest_offer(&suggest, options[i].name);
	const char *near = suggest_best(&suggest);
	if (near)
		options_usage_error(command->name, "'%s' has no option '%s'; did you mean '%s'?",
				    command->name, name, near);
	else
		options_usage_error(command->name, "'%s' has no option '%s'", command->name, name);
}

static bool parse_unsigned(const char *text, unsigned *number)
{
	char *end;
	errno = 0;
	unsigned long value = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end || errno || value > 1000000000)
		return false;
	*number = (unsigned)value;
	return true;
}

static bool store(struct cli *cli, const struct option *option, const char *value)
{
	unsigned char *field = (unsigned char *)&cli->options + option->field;
	switch (option->kind) {
	case KIND_FLAG:
		*(bool *)field = true;
		return true;
	case KIND_STRING:
		*(const char **)field = value;
		return true;
	case KIND_UNSIGNED:
		return parse_unsigned(value, (unsigned *)(void *)field);
	case KIND_LIST:
	case KIND_PREFIX:
		VEC_PUSH(cli->compilation->arena, (cli_list *)(void *)field, value);
		return true;
	}
	return false;
}

/* Flags of messages, and how messages look. */
static bool apply_diagnostics(struct cli *cli, const struct cli_command *command)
{
	struct diag *diag = cli->compilation->diag;
	for (size_t i = 0; i < cli->options.warnings.count; i++)
		if (!diag_set_flag(diag, cli->options.warnings.items[i])) {
			options_usage_error(command->name, "there is no warning to choose with '-W%s'",
					    cli->options.warnings.items[i]);
			return false;
		}
	diag_set_error_limit(diag, cli->options.error_limit);
	diag_set_json(diag, cli->options.json);
	const char *when = cli->options.colour;
	if (strcmp(when, "auto") && strcmp(when, "always") && strcmp(when, "never")) {
		options_usage_error(command->name, "'--colour' is auto, always or never, not '%s'", when);
		return false;
	}
	if (strcmp(when, "auto"))
		diag_set_colour(diag, !strcmp(when, "always"));
	return true;
}

bool options_parse(struct cli *cli, const struct cli_command *command, int count, char **arguments)
{
	bool only_inputs = false;
	cli->options.error_limit = 20;
	cli->options.colour = "auto";
	for (int i = 0; i < count; i++) {
		const char *word = arguments[i], *value;
		if (only_inputs || word[0] != '-' || !word[1]) {
			VEC_PUSH(cli->compilation->arena, &cli->options.inputs, word);
			continue;
		}
		only_inputs = !strcmp(word, "--");
		if (only_inputs)
			continue;
		const struct option *option = find(command, word, &value);
		if (!option) {
			unknown_option(command, word);
			return false;
		}
		if (option->argument && !value && option->kind != KIND_PREFIX && i + 1 < count)
			value = arguments[++i];
		if (option->argument && !value) {
			options_usage_error(command->name, "'%s' needs a value (%s)", option->name,
					    option->argument);
			return false;
		}
		if (!store(cli, option, value)) {
			options_usage_error(command->name, "'%s' takes a number, not '%s'", option->name,
					    value);
			return false;
		}
	}
	return apply_diagnostics(cli, command);
}

static bool is_alias(const struct option *option)
{
	for (const struct option *earlier = options; earlier < option; earlier++)
		if (earlier->field == option->field)
			return true;
	return false;
}

static void respell(const struct cli *cli, const struct option *option, const char *value, cli_list *words)
{
	struct arena *arena = cli->compilation->arena;
	char folder[PATH_MAX];
	bool is_path = !strcmp(option->argument, "DIR") || !strcmp(option->argument, "FILE");
	if (is_path && *value != '/' && getcwd(folder, sizeof folder))
		value = arena_format(arena, "%s/%s", folder, value);
	bool attached = option->kind == KIND_PREFIX || !option->name[2];
	VEC_PUSH(arena, words, arena_format(arena, "%s%s%s", option->name, attached ? "" : "=", value));
}

static void respell_values(const struct cli *cli, const struct option *option, cli_list *words)
{
	const unsigned char *field = (const unsigned char *)&cli->options + option->field;
	const cli_list *list = (const void *)field;
	const char *text = option->kind == KIND_STRING ? *(const char *const *)(const void *)field : NULL;
	switch (option->kind) {
	case KIND_FLAG:
		if (*(const bool *)field)
			VEC_PUSH(cli->compilation->arena, words, option->name);
		break;
	case KIND_STRING:
		if (text)
			respell(cli, option, text, words);
		break;
	case KIND_UNSIGNED:
		respell(cli, option,
			arena_format(cli->compilation->arena, "%u", *(const unsigned *)(const void *)field),
			words);
		break;
	case KIND_LIST:
	case KIND_PREFIX:
		for (size_t i = 0; i < list->count; i++)
			respell(cli, option, list->items[i], words);
		break;
	}
}

void options_respell(const struct cli *cli, const struct cli_command *command, cli_list *words)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option *option = &options[i];
		bool is_output = option->field == offsetof(struct cli_options, output);
		bool is_colour = option->field == offsetof(struct cli_options, colour);
		if (applies(option, command) && !is_alias(option) && !is_output && !is_colour)
			respell_values(cli, option, words);
	}
	/* Whether this run's messages go to a terminal, the other one cannot see. */
	VEC_PUSH(cli->compilation->arena, words,
		 diag_has_colour(cli->compilation->diag) ? "--colour=always" : "--colour=never");
}

void options_print(const struct cli_command *command, FILE *stream)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const struct option *option = &options[i];
		if (!applies(option, command))
			continue;
		char left[64];
		const char *separator = !option->argument		      ? ""
					: option->kind == KIND_PREFIX	      ? ""
					: strncmp(option->name, "--", 2) == 0 ? "="
					: option->name[2]		      ? "="
									      : " ";
		snprintf(left, sizeof left, "%s%s%s", option->name, separator,
			 option->argument ? option->argument : "");
		fprintf(stream, "  %-28s %s\n", left, option->help);
	}
}
