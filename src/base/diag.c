#include "base/diag.h"

#include "base/out.h"
#include "base/vec.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_ERROR_LIMIT = 20, LINE_WINDOW = 160, MESSAGE_MAX = 1000 };

struct row {
	const char *flag;
	enum diag_severity severity;
};

#define ERROR DIAG_SEVERITY_ERROR
#define WARNING DIAG_SEVERITY_WARNING
#define OFF DIAG_SEVERITY_OFF
static const struct row rows[] = {
#define DIAG(id, severity, flag) { flag, severity },
#include "base/diag.def"
#undef DIAG
};
#undef ERROR
#undef WARNING
#undef OFF

struct message {
	const char *label; /* "error", "warning", "note" */
	const char *flag;
	const char *text;
	struct src_place place;
	size_t width; /* bytes of the line that the range covers */
};

struct diag {
	struct arena *arena;
	struct src_map *sources;
	FILE *stream;
	bool colour;
	bool json;
	bool warnings_are_errors;
	bool suppressed; /* the last report was not shown, so its notes are not either */
	unsigned error_limit;
	unsigned errors;
	unsigned io_errors;
	unsigned warnings;
	unsigned json_count;
	VEC(struct message) pending; /* a report and its notes */
	enum diag_severity severities[DIAG_COUNT];
	bool promoted[DIAG_COUNT];     /* -Werror=flag */
	bool not_promoted[DIAG_COUNT]; /* -Wno-error=flag */
};

struct diag *diag_create(struct arena *arena, struct src_map *sources, FILE *stream)
{
	struct diag *diag = ARENA_NEW(arena, struct diag);
	diag->arena = arena;
	diag->sources = sources;
	diag->stream = stream;
	diag->error_limit = DEFAULT_ERROR_LIMIT;
	for (int id = 0; id < DIAG_COUNT; id++)
		diag->severities[id] = rows[id].severity;
	return diag;
}

void diag_set_colour(struct diag *diag, bool colour)
{
	diag->colour = colour;
}

bool diag_has_colour(const struct diag *diag)
{
	return diag->colour;
}

void diag_set_json(struct diag *diag, bool json)
{
	diag->json = json;
}

void diag_set_error_limit(struct diag *diag, unsigned limit)
{
	diag->error_limit = limit;
}

const char *diag_flag(enum diag_id id)
{
	return rows[id].flag;
}

enum diag_severity diag_default_severity(enum diag_id id)
{
	return rows[id].severity;
}

enum flag_action { FLAG_ENABLE, FLAG_DISABLE, FLAG_PROMOTE, FLAG_DEMOTE };

static const char *strip_prefix(const char *text, const char *prefix)
{
	size_t length = strlen(prefix);
	return strncmp(text, prefix, length) ? NULL : text + length;
}

static bool apply_flag(struct diag *diag, enum diag_id id, enum flag_action action)
{
	if (rows[id].severity == DIAG_SEVERITY_ERROR && (action == FLAG_DISABLE || action == FLAG_DEMOTE))
		return false;
	if (action == FLAG_DISABLE)
		diag->severities[id] = DIAG_SEVERITY_OFF;
	else if (diag->severities[id] == DIAG_SEVERITY_OFF && action != FLAG_DEMOTE)
		diag->severities[id] = DIAG_SEVERITY_WARNING;
	if (action == FLAG_PROMOTE || action == FLAG_DEMOTE) {
		diag->promoted[id] = action == FLAG_PROMOTE;
		diag->not_promoted[id] = action == FLAG_DEMOTE;
	}
	return true;
}

bool diag_set_flag(struct diag *diag, const char *option)
{
	static const struct {
		const char *prefix;
		enum flag_action action;
	} forms[] = {
		{ "error=", FLAG_PROMOTE },
		{ "no-error=", FLAG_DEMOTE },
		{ "no-", FLAG_DISABLE },
		{ "", FLAG_ENABLE },
	};
	if (!strcmp(option, "error")) {
		diag->warnings_are_errors = true;
		return true;
	}
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *flag = strip_prefix(option, forms[i].prefix);
		if (!flag)
			continue;
		bool found = false, applied = true;
		for (int id = 0; id < DIAG_COUNT; id++)
			if (!strcmp(rows[id].flag, flag)) {
				applied = apply_flag(diag, (enum diag_id)id, forms[i].action) && applied;
				found = true;
			}
		if (found)
			return applied;
	}
	return false;
}

/* The severity that options leave a message, before any limit. */
static enum diag_severity effective_severity(const struct diag *diag, enum diag_id id)
{
	enum diag_severity severity = diag->severities[id];
	if (severity != DIAG_SEVERITY_WARNING)
		return severity;
	bool error = diag->promoted[id] || (diag->warnings_are_errors && !diag->not_promoted[id]);
	return error ? DIAG_SEVERITY_ERROR : DIAG_SEVERITY_WARNING;
}

/* Display columns of LENGTH bytes of UTF-8: code points, with a tab as one (the caret line repeats tabs). */
static size_t code_points(const char *text, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

static void print_safely(FILE *stream, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		putc(c == '\t' || (c >= 0x20 && c != 0x7f) ? c : ' ', stream);
	}
}

static const char *colour(const struct diag *diag, const char *code)
{
	return diag->colour ? code : "";
}

/*
 * Where a macro was expanded, the line the user wrote differs from the parsed one: the caret goes to the same
 * text in the user's line when it occurs there just once, and is left out otherwise.
 */
static bool locate_in_written_line(const struct message *message, size_t *column, size_t *width)
{
	const struct src_place *place = &message->place;
	*column = place->column - 1;
	*width = message->width;
	if (place->line_length == place->raw_length &&
	    !memcmp(place->line_text, place->raw_text, place->raw_length))
		return *column <= place->line_length;
	if (!*width || *column + *width > place->raw_length)
		return false;
	const char *token = place->raw_text + *column, *found = NULL;
	for (size_t i = 0; i + *width <= place->line_length; i++)
		if (!memcmp(place->line_text + i, token, *width)) {
			if (found)
				return false;
			found = place->line_text + i;
		}
	if (found)
		*column = (size_t)(found - place->line_text);
	return found != NULL;
}

/* A very long line is shown as a window around the caret. */
static void print_source_line(const struct diag *diag, const struct message *message)
{
	const struct src_place *place = &message->place;
	size_t column, width, start = 0;
	if (!place->line_text)
		return;
	bool caret = locate_in_written_line(message, &column, &width);
	if (caret && column > LINE_WINDOW / 2 && place->line_length > LINE_WINDOW)
		start = column - LINE_WINDOW / 2;
	size_t shown = place->line_length - start < LINE_WINDOW ? place->line_length - start : LINE_WINDOW;
	print_safely(diag->stream, place->line_text + start, shown);
	putc('\n', diag->stream);
	if (!caret)
		return;
	for (size_t i = start; i < column; i++) {
		unsigned char c = (unsigned char)place->line_text[i];
		if ((c & 0xc0) != 0x80)
			putc(c == '\t' ? '\t' : ' ', diag->stream);
	}
	if (width > start + shown - column)
		width = start + shown - column;
	size_t tildes = code_points(place->line_text + column, width);
	fprintf(diag->stream, "%s^", colour(diag, "\033[1;32m"));
	for (size_t i = 1; i < tildes; i++)
		putc('~', diag->stream);
	fprintf(diag->stream, "%s\n", colour(diag, "\033[0m"));
}

static void print_text(const struct diag *diag, const struct message *message)
{
	const char *label_colour = !strcmp(message->label, "error")	? "\033[1;31m"
				   : !strcmp(message->label, "warning") ? "\033[1;35m"
									: "\033[1;36m";
	fputs(colour(diag, "\033[1m"), diag->stream);
	if (!message->place.file)
		fputs("causeway: ", diag->stream);
	else if (!message->place.line)
		fprintf(diag->stream, "%s: ", message->place.file);
	else
		fprintf(diag->stream, "%s:%u:%u: ", message->place.file, message->place.line,
			message->place.column);
	fprintf(diag->stream, "%s%s:%s ", colour(diag, label_colour), message->label,
		colour(diag, "\033[0m\033[1m"));
	print_safely(diag->stream, message->text, strlen(message->text));
	fputs(colour(diag, "\033[0m"), diag->stream);
	if (message->flag)
		fprintf(diag->stream, " [-W%s]", message->flag);
	putc('\n', diag->stream);
	print_source_line(diag, message);
}

static void print_json_fields(const struct diag *diag, const struct message *message)
{
	fprintf(diag->stream, "\"severity\":\"%s\",\"message\":\"%s\"", message->label,
		out_json(diag->arena, message->text));
	if (message->flag)
		fprintf(diag->stream, ",\"flag\":\"%s\"", message->flag);
	if (message->place.file)
		fprintf(diag->stream, ",\"file\":\"%s\"", out_json(diag->arena, message->place.file));
	if (message->place.line)
		fprintf(diag->stream, ",\"line\":%u,\"column\":%u,\"length\":%zu", message->place.line,
			message->place.column, message->width);
}

static void print_json(struct diag *diag)
{
	fputs(diag->json_count++ ? ",\n{" : "[\n{", diag->stream);
	print_json_fields(diag, &diag->pending.items[0]);
	fputs(",\"notes\":[", diag->stream);
	for (size_t i = 1; i < diag->pending.count; i++) {
		fputs(i > 1 ? ",{" : "{", diag->stream);
		print_json_fields(diag, &diag->pending.items[i]);
		putc('}', diag->stream);
	}
	fputs("]}", diag->stream);
}

static void print_pending(struct diag *diag)
{
	if (diag->json)
		print_json(diag);
	for (size_t i = 0; i < diag->pending.count && !diag->json; i++)
		print_text(diag, &diag->pending.items[i]);
}

/* A report is written at once: the standard error stream has no buffer of its own. */
void diag_flush(struct diag *diag)
{
	FILE *stream = diag->stream;
	char *text = NULL;
	size_t length = 0;
	if (!diag->pending.count)
		return;
	FILE *memory = open_memstream(&text, &length);
	if (memory)
		diag->stream = memory;
	print_pending(diag);
	diag->stream = stream;
	if (memory && !fclose(memory))
		fwrite(text, 1, length, stream);
	free(text);
	diag->pending.count = 0;
	fflush(stream);
}

static const char *format_message(struct diag *diag, const char *format, va_list arguments)
{
	char *text = arena_vformat(diag->arena, format, arguments);
	if (strlen(text) > MESSAGE_MAX) {
		size_t end = MESSAGE_MAX;
		while (((unsigned char)text[end] & 0xc0) == 0x80)
			end--;
		memcpy(text + end, "...", 4);
	}
	return text;
}

static void push(struct diag *diag, const char *label, const char *flag, struct src_place place, size_t width,
		 const char *text)
{
	VEC_PUSH(diag->arena, &diag->pending, (struct message){ label, flag, text, place, width });
}

/* What of a range lies on its first line. */
static size_t width_on_line(const struct src_place *place, struct src_range range)
{
	size_t width = range.end > range.begin ? range.end - range.begin : 0;
	size_t rest = place->raw_length + 1 > place->column ? place->raw_length + 1 - place->column : 0;
	return width < rest ? width : rest;
}

enum { EXPANSIONS_SHOWN = 4 };

static void push_at(struct diag *diag, const char *label, const char *flag, struct src_range range,
		    const char *text)
{
	struct src_range written = src_map_written(diag->sources, range);
	struct src_place place = src_map_place(diag->sources, written.begin);
	push(diag, label, flag, place, width_on_line(&place, written), text);
}

/* The macros through which the place that a report is about was made. */
static void push_expansions(struct diag *diag, src_loc loc)
{
	struct src_step steps[EXPANSIONS_SHOWN];
	size_t count = src_map_steps(diag->sources, loc, steps, EXPANSIONS_SHOWN);
	if (count > EXPANSIONS_SHOWN)
		push(diag, "note", NULL, (struct src_place){ 0 }, 0,
		     arena_format(diag->arena, "%zu macros between here and there are not shown",
				  count - EXPANSIONS_SHOWN));
	for (size_t i = 0; i < count && i < EXPANSIONS_SHOWN; i++)
		push_at(diag, "note", NULL, steps[i].range,
			arena_format(diag->arena, "expanded from the macro '%s'", steps[i].macro));
}

/* Counts a report; false when it is not to be shown. */
static bool admit(struct diag *diag, enum diag_id id, enum diag_severity severity)
{
	diag_flush(diag);
	diag->suppressed = severity == DIAG_SEVERITY_OFF;
	if (severity == DIAG_SEVERITY_WARNING)
		diag->warnings++;
	if (severity != DIAG_SEVERITY_ERROR)
		return !diag->suppressed;
	diag->errors++;
	diag->io_errors += id == DIAG_CANNOT_READ || id == DIAG_CANNOT_WRITE;
	diag->suppressed = diag->error_limit && diag->errors > diag->error_limit;
	return !diag->suppressed;
}

void diag_vreport(struct diag *diag, enum diag_id id, struct src_range range, const char *format,
		  va_list arguments)
{
	enum diag_severity severity = effective_severity(diag, id);
	if (!admit(diag, id, severity))
		return;
	push_at(diag, severity == DIAG_SEVERITY_ERROR ? "error" : "warning", rows[id].flag, range,
		format_message(diag, format, arguments));
	push_expansions(diag, range.begin);
}

void diag_report(struct diag *diag, enum diag_id id, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(diag, id, range, format, arguments);
	va_end(arguments);
}

void diag_report_file(struct diag *diag, enum diag_id id, const char *file, const char *format, ...)
{
	enum diag_severity severity = effective_severity(diag, id);
	if (!admit(diag, id, severity))
		return;
	va_list arguments;
	va_start(arguments, format);
	push(diag, severity == DIAG_SEVERITY_ERROR ? "error" : "warning", rows[id].flag,
	     (struct src_place){ .file = arena_strdup(diag->arena, file) }, 0,
	     format_message(diag, format, arguments));
	va_end(arguments);
}

void diag_note(struct diag *diag, struct src_range range, const char *format, ...)
{
	if (diag->suppressed || !diag->pending.count)
		return;
	va_list arguments;
	va_start(arguments, format);
	push_at(diag, "note", NULL, range, format_message(diag, format, arguments));
	va_end(arguments);
}

/* The items of a JSON array that ends in a line of its own; NULL when there are none. */
static const char *json_items(struct arena *arena, const char *array)
{
	const char *begin = strchr(array, '{'), *end = strrchr(array, '}');
	return begin && end ? arena_strndup(arena, begin, (size_t)(end + 1 - begin)) : NULL;
}

void diag_relay(struct diag *diag, const char *messages, bool failed)
{
	diag_flush(diag);
	const char *items = diag->json ? json_items(diag->arena, messages) : messages;
	if (items && diag->json)
		fputs(diag->json_count++ ? ",\n" : "[\n", diag->stream);
	if (items)
		fputs(items, diag->stream);
	fflush(diag->stream);
	diag->errors += failed;
}

unsigned diag_error_count(const struct diag *diag)
{
	return diag->errors;
}

unsigned diag_warning_count(const struct diag *diag)
{
	return diag->warnings;
}

unsigned diag_io_error_count(const struct diag *diag)
{
	return diag->io_errors;
}

void diag_finish(struct diag *diag)
{
	diag_flush(diag);
	if (diag->json)
		fputs(diag->json_count ? "\n]\n" : "[]\n", diag->stream);
	else if (diag->error_limit && diag->errors > diag->error_limit)
		fprintf(diag->stream, "causeway: %u more errors not shown; -ferror-limit=0 shows all\n",
			diag->errors - diag->error_limit);
	fflush(diag->stream);
	diag->json = false;
	diag->error_limit = 0;
}
