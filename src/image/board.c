#include "image/board.h"

#include "base/file.h"
#include "base/out.h"

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char ending[] = ".board";

struct reader {
	struct compilation *compilation;
	const struct src_file *file;
	struct image_board *board;
};

static bool refuse(struct reader *reader, const char *at, size_t length, const char *why)
{
	src_loc begin = reader->file->base + (src_loc)(at - reader->file->text);
	diag_report(reader->compilation->diag, DIAG_SEL4_BOARD,
		    (struct src_range){ begin, begin + (src_loc)(length ? length : 1) }, "%s", why);
	return false;
}

static bool read_number(struct reader *reader, const char *value, size_t length, uint64_t *number)
{
	char *end;
	errno = 0;
	*number = strtoull(value, &end, 0);
	return end == value + length && !errno ? true : refuse(reader, value, length, "this is no number");
}

static bool read_words(struct reader *reader, const char *value, size_t length)
{
	struct arena *arena = reader->compilation->arena;
	for (const char *at = value, *end = value + length; at < end;) {
		size_t word = strcspn(at, " \n");
		if (word)
			VEC_PUSH(arena, &reader->board->emulator, arena_strndup(arena, at, word));
		at += word + 1;
	}
	return true;
}

static bool read_architecture(struct reader *reader, const char *value, size_t length)
{
	reader->board->architecture = arena_strndup(reader->compilation->arena, value, length);
	reader->board->machine = EM_AARCH64;
	return strcmp(reader->board->architecture, "aarch64") == 0 ||
	       refuse(reader, value, length, "the only architecture so far is aarch64");
}

static bool read_cpu(struct reader *reader, const char *value, size_t length)
{
	reader->board->cpu = arena_strndup(reader->compilation->arena, value, length);
	return true;
}

static bool read_load(struct reader *reader, const char *value, size_t length)
{
	return read_number(reader, value, length, &reader->board->load);
}

static bool read_distributor(struct reader *reader, const char *value, size_t length)
{
	return read_number(reader, value, length, &reader->board->distributor);
}

static bool read_irq(struct reader *reader, const char *value, size_t length, unsigned *irq)
{
	uint64_t number;
	if (!read_number(reader, value, length, &number))
		return false;
	*irq = (unsigned)number;
	return number > 0 && number < UINT16_MAX ? true
						 : refuse(reader, value, length, "this is no interrupt");
}

static bool read_timer(struct reader *reader, const char *value, size_t length)
{
	return read_irq(reader, value, length, &reader->board->timer_irq);
}

/* The interrupt and the address. */
static bool read_terminal(struct reader *reader, const char *value, size_t length)
{
	size_t first = strcspn(value, " \n"), gap = first < length ? strspn(value + first, " ") : 0;
	if (first + gap >= length)
		return refuse(reader, value, length, "a terminal has an interrupt and an address");
	return read_irq(reader, value, first, &reader->board->terminal_irq) &&
	       read_number(reader, value + first + gap, length - first - gap, &reader->board->terminal);
}

static const struct {
	const char *name;
	bool (*read)(struct reader *reader, const char *value, size_t length);
} keys[] = {
	{ "architecture", read_architecture },
	{ "cpu", read_cpu },
	{ "load", read_load },
	{ "distributor", read_distributor },
	{ "timer", read_timer },
	{ "terminal", read_terminal },
	{ "emulator", read_words },
	{ "arguments", read_words },
};

static bool read_line(struct reader *reader, const char *line, size_t length)
{
	const char *colon = memchr(line, ':', length);
	if (!length || *line == '#')
		return true;
	for (size_t i = 0; colon && i < sizeof keys / sizeof *keys; i++) {
		if (strlen(keys[i].name) != (size_t)(colon - line) ||
		    strncmp(keys[i].name, line, (size_t)(colon - line)))
			continue;
		const char *value = colon + 1 + strspn(colon + 1, " ");
		return keys[i].read(reader, value, (size_t)(line + length - value));
	}
	return refuse(reader, line, length, "boards have no such line");
}

static void list_boards(struct compilation *compilation, const char *folder)
{
	struct dirent **entries;
	struct out *names = out_create(compilation->arena);
	int count = scandir(folder, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		size_t length = strlen(entries[i]->d_name);
		if (length > sizeof ending - 1 &&
		    !strcmp(entries[i]->d_name + length - (sizeof ending - 1), ending))
			out_text(names, " %.*s", (int)(length - (sizeof ending - 1)), entries[i]->d_name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	diag_note(compilation->diag, (struct src_range){ 0, 0 }, "there are:%s", out_string(names));
}

const struct image_board *image_board_find(struct compilation *compilation, const char *folder,
					   const char *name)
{
	const char *path = arena_format(compilation->arena, "%s/%s%s", folder, name, ending);
	struct file_text text;
	struct reader reader = { .compilation = compilation };
	int error = strchr(name, '/') ? ENOENT : file_read(compilation->arena, path, &text);
	if (!error)
		reader.file = src_map_add(compilation->sources, path, text.text, text.length);
	if (!reader.file) {
		diag_report(compilation->diag, DIAG_SEL4_BOARD, (struct src_range){ 0, 0 },
			    "there is no board '%s'", name);
		list_boards(compilation, folder);
		return NULL;
	}
	reader.board = ARENA_NEW(compilation->arena, struct image_board);
	reader.board->name = name;
	bool ok = true;
	for (const char *line = text.text; *line;) {
		size_t length = strcspn(line, "\n");
		ok &= read_line(&reader, line, length);
		line += length + (line[length] == '\n');
	}
	if (ok && (!reader.board->architecture || !reader.board->cpu || !reader.board->load))
		ok = refuse(&reader, text.text, 1,
			    "a board needs the lines 'architecture', 'cpu' and 'load'");
	return ok ? reader.board : NULL;
}
