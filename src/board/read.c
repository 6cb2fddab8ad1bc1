/*
 * Reading: a device a line (or something of the machine, which may take several), words apart by blanks or
 * commas, the first one the class, the others "key" or "key=value"; a value with blanks in it in double
 * quotes; "#" starts a comment.
 */
#include "board/board.h"
#include "board/value.h"

#include "base/file.h"
#include "base/suggest.h"

#include <stddef.h>
#include <string.h>

struct key {
	const char *name;
	enum board_kind kind;
	size_t field;
	const char *classes;
};

static const char of_all[] = "*", of_machines[] = "m";

static const struct key keys[] = {
#define KEY(name, kind, field, classes, help)                                                                \
	{ name, BOARD_KIND_##kind, offsetof(struct board_device, field), classes },
#define MACHINE(name, kind, field, help)                                                                     \
	{ name, BOARD_KIND_##kind, offsetof(struct board_machine, field), of_machines },
#include "board/keys.def"
#undef MACHINE
#undef KEY
};

enum { KEY_COUNT = sizeof keys / sizeof *keys };

/* How keys.def calls the classes. */
static const char letters[] = { [BOARD_TIMER] = 't',
				[BOARD_TERMINAL] = 'e',
				[BOARD_NETWORK] = 'n',
				[BOARD_DISK] = 'd',
				[BOARD_SIGNAL] = 's' };

_Static_assert(sizeof letters == BOARD_CLASS_COUNT, "every class");

struct reader {
	struct compilation *compilation;
	struct board *board;
	enum board_origin origin;
	const struct src_file *file;
	const char *at;
	const char *end; /* of the line */
	uint32_t machine_seen;
	bool ok;
};

static struct src_range range_of(const struct reader *reader, const char *begin, const char *end)
{
	src_loc base = reader->file->base;
	return (struct src_range){ base + (src_loc)(begin - reader->file->text),
				   base + (src_loc)(end - reader->file->text) };
}

static void BASE_PRINTF(4, 5)
	refuse(struct reader *reader, enum diag_id id, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(reader->compilation->diag, id, range, format, arguments);
	va_end(arguments);
	reader->ok = false;
}

static bool is_separator(char c)
{
	return c == ' ' || c == '\t' || c == ',' || c == '\r';
}

static struct board_word word(struct reader *reader, const char *begin, const char *end)
{
	return (struct board_word){
		.text = arena_strndup(reader->compilation->arena, begin, (size_t)(end - begin)),
		.range = range_of(reader, begin, end),
	};
}

/* Takes "key" or "key=value" (a value that is not there is empty); false at the end of the line. */
static bool next_pair(struct reader *reader, struct board_word *key, struct board_word *value)
{
	while (reader->at < reader->end && is_separator(*reader->at))
		reader->at++;
	if (reader->at == reader->end || *reader->at == '#')
		return false;
	const char *begin = reader->at, *at = begin;
	while (at < reader->end && !is_separator(*at) && *at != '=' && *at != '#')
		at++;
	*key = word(reader, begin, at);
	*value = word(reader, at, at);
	if (at < reader->end && *at == '=') {
		bool quoted = ++at < reader->end && *at == '"';
		begin = at += quoted;
		while (at < reader->end && (quoted ? *at != '"' : !is_separator(*at)))
			at++;
		*value = word(reader, begin, at);
		if (quoted && at == reader->end)
			refuse(reader, DIAG_BOARD_SYNTAX, value->range, "this quote has no end");
		at += quoted && at < reader->end;
	}
	reader->at = at;
	return true;
}

/* What a line says something of: a device, or the machine. */
struct subject {
	const char *name;
	char letter;
	void *object;	/* with the keys' fields */
	uint32_t *seen; /* bit i: keys[i] was given */
};

static bool is_of(const struct key *key, const struct subject *subject)
{
	return strchr(key->classes, subject->letter) ||
	       (*key->classes == *of_all && subject->letter != *of_machines);
}

static const struct key *find_key(struct reader *reader, const struct subject *subject,
				  const struct board_word *name)
{
	struct suggest suggest = suggest_for(name->text);
	for (size_t i = 0; i < KEY_COUNT; i++) {
		if (!is_of(&keys[i], subject))
			continue;
		if (!strcmp(keys[i].name, name->text))
			return &keys[i];
		suggest_offer(&suggest, keys[i].name);
	}
	const char *near = suggest_best(&suggest);
	refuse(reader, DIAG_BOARD_SYNTAX, name->range, "a %s has no '%s'%s%s%s", subject->name, name->text,
	       near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
	return NULL;
}

static void read_pair(struct reader *reader, const struct subject *subject, const struct board_word *name,
		      const struct board_word *value)
{
	const struct key *key = find_key(reader, subject, name);
	if (!key)
		return;
	if (*subject->seen & UINT32_C(1) << (key - keys)) {
		refuse(reader, DIAG_BOARD_SYNTAX, name->range, "'%s' is given twice", key->name);
		return;
	}
	*subject->seen |= UINT32_C(1) << (key - keys);
	struct src_range range = value->range.begin < value->range.end ? value->range : name->range;
	if (!board_value(key->kind, value, (char *)subject->object + key->field))
		refuse(reader, DIAG_BOARD_VALUE, range, "'%s' takes %s", key->name,
		       board_kind_text(key->kind));
}

/*
 * What a device of its class cannot be without; NULL when nothing is missing. A processor has its timer in
 * itself.
 */
static const char *missing(const struct board_device *device)
{
	switch (device->class) {
	case BOARD_TIMER:
		if (device->period && !device->irq.given)
			return "the interrupt that it raises (irq=...)";
		if (device->origin == BOARD_HARDWARE)
			return device->irq.given ? NULL : "its interrupt (irq=...)";
		return device->period || device->registers.given ? NULL : "registers, or a period, or both";
	case BOARD_TERMINAL:
		return device->registers.given ? NULL : "registers";
	case BOARD_NETWORK:
		if (!device->socket == !device->tap)
			return "either a UNIX socket (unix=PATH) or a TAP interface (tap=NAME)";
		return device->registers.given ? NULL : "registers";
	case BOARD_DISK:
		if (!device->file)
			return "the file with its contents (file=PATH)";
		return device->registers.given ? NULL : "registers";
	case BOARD_SIGNAL:
		if (!device->signal)
			return "the signal (signal=USR1)";
		return device->irq.given ? NULL : "the interrupt that it raises (irq=...)";
	case BOARD_CLASS_COUNT:
		break;
	}
	return NULL;
}

static const char machine[] = "machine";

static bool read_class(struct reader *reader, const struct board_word *name, const struct board_word *value,
		       struct board_device *device)
{
	struct suggest suggest = suggest_for(name->text);
	for (unsigned class = 0; class < BOARD_CLASS_COUNT; class ++) {
		const char *known = board_class_name((enum board_class) class);
		if (!strcmp(known, name->text) && !*value->text) {
			device->class = (enum board_class) class;
			return true;
		}
		suggest_offer(&suggest, known);
	}
	suggest_offer(&suggest, machine);
	const char *near = suggest_best(&suggest);
	refuse(reader, DIAG_BOARD_SYNTAX, name->range,
	       "a line starts with the device's class (timer, terminal, network, disk or signal), or with "
	       "'machine'%s%s%s",
	       near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
	return false;
}

/* What a board file names lies beside it, unless the name says otherwise. */
static const char *beside(const struct reader *reader, const char *path)
{
	const char *slash = strrchr(reader->file->name, '/');
	if (!path || *path == '/' || !slash || reader->origin == BOARD_COMMAND_LINE)
		return path;
	return arena_format(reader->compilation->arena, "%.*s/%s", (int)(slash - reader->file->name),
			    reader->file->name, path);
}

static void read_machine(struct reader *reader, struct src_range range)
{
	struct board_word name, value;
	struct board_machine *found = &reader->board->machine;
	struct subject subject = { machine, *of_machines, found, &reader->machine_seen };
	if (reader->origin != BOARD_HARDWARE) {
		refuse(reader, DIAG_BOARD_SYNTAX, range,
		       "this is a board of hardware, and systems run on this host here: 'causeway build "
		       "--board' "
		       "and 'run --board' take its name");
		return;
	}
	found->given = true;
	found->range = range;
	while (next_pair(reader, &name, &value))
		read_pair(reader, &subject, &name, &value);
}

static void read_line(struct reader *reader)
{
	struct board_word name, value;
	uint32_t seen = 0;
	if (!next_pair(reader, &name, &value))
		return;
	if (!strcmp(name.text, machine)) {
		read_machine(reader, name.range);
		return;
	}
	struct board_device *device = ARENA_NEW(reader->compilation->arena, struct board_device);
	device->origin = reader->origin;
	device->range = name.range;
	if (!read_class(reader, &name, &value, device))
		return;
	bool before = reader->ok;
	reader->ok = true;
	struct subject subject = { board_class_name(device->class), letters[device->class], device, &seen };
	while (next_pair(reader, &name, &value)) {
		read_pair(reader, &subject, &name, &value);
		device->range.end = value.range.end;
	}
	const char *what = missing(device);
	if (reader->ok && what)
		refuse(reader, DIAG_BOARD_SYNTAX, device->range, "a %s needs %s",
		       board_class_name(device->class), what);
	device->socket = beside(reader, device->socket);
	device->file = beside(reader, device->file);
	if (reader->ok)
		VEC_PUSH(reader->compilation->arena, &reader->board->devices, device);
	reader->ok &= before;
}

static bool read_text(struct compilation *compilation, struct board *board, const char *name,
		      const struct file_text *text, enum board_origin origin)
{
	struct reader reader = { .compilation = compilation,
				 .board = board,
				 .origin = origin,
				 .file = src_map_add(compilation->sources, name, text->text, text->length),
				 .ok = true };
	if (!reader.file) {
		diag_report_file(compilation->diag, DIAG_CANNOT_READ, name, "too much text altogether");
		return false;
	}
	const char *end = text->text + text->length;
	for (const char *line = text->text; line < end; line = reader.end + 1) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		reader.at = line;
		reader.end = newline ? newline : end;
		read_line(&reader);
	}
	return reader.ok;
}

bool board_read_file(struct compilation *compilation, struct board *board, const char *path,
		     enum board_origin origin)
{
	struct file_text text;
	return compilation_read(compilation, path, &text) &&
	       read_text(compilation, board, path, &text, origin);
}

bool board_read_line(struct compilation *compilation, struct board *board, const char *line)
{
	const struct file_text text = { .text = line, .length = strlen(line) };
	size_t before = board->devices.count;
	if (!read_text(compilation, board, "--device", &text, BOARD_COMMAND_LINE))
		return false;
	if (board->devices.count > before)
		return true;
	diag_report_file(compilation->diag, DIAG_BOARD_SYNTAX, "--device", "this says no device: '%s'", line);
	return false;
}
