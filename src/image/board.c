#include "image/board.h"

#include "base/out.h"
#include "board/board.h"

#include <dirent.h>
#include <elf.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".board";

static bool BASE_PRINTF(3, 4)
	refuse(struct compilation *compilation, struct src_range range, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	diag_vreport(compilation->diag, DIAG_SEL4_BOARD, range, format, arguments);
	va_end(arguments);
	return false;
}

static bool take_machine(struct compilation *compilation, struct image_board *board,
			 const struct board_machine *machine)
{
	static const char blanks[] = " \t";
	if (!machine->given)
		return refuse(compilation, (struct src_range){ 0, 0 },
			      "board '%s' is no board of hardware: its file has no line 'machine'",
			      board->name);
	if (!machine->architecture || !machine->cpu || !machine->load)
		return refuse(compilation, machine->range,
			      "a machine needs an architecture, a cpu and an address to load images at "
			      "(load=...)");
	if (strcmp(machine->architecture, "aarch64") != 0)
		return refuse(compilation, machine->range, "the only architecture so far is aarch64");
	board->architecture = machine->architecture;
	board->machine = EM_AARCH64;
	board->cpu = machine->cpu;
	board->load = machine->load;
	board->distributor = machine->distributor;
	for (const char *at = machine->emulator; at && *(at += strspn(at, blanks));) {
		size_t length = strcspn(at, blanks);
		VEC_PUSH(compilation->arena, &board->emulator, arena_strndup(compilation->arena, at, length));
		at += length;
	}
	return true;
}

/* One timer, which is the processor's, and one serial line are what programs can use. */
static bool take_device(struct compilation *compilation, struct image_board *board,
			const struct board_device *device)
{
	bool timer = device->class == BOARD_TIMER;
	unsigned *irq = timer ? &board->timer_irq : &board->terminal_irq;
	if (!timer && device->class != BOARD_TERMINAL)
		return refuse(compilation, device->range,
			      "boards of hardware have timers and terminals only");
	if (*irq)
		return refuse(compilation, device->range, "there is a %s already",
			      board_class_name(device->class));
	if (device->irq.pd || !device->irq.number || device->irq.number >= UINT16_MAX)
		return refuse(compilation, device->range, "a %s here needs an interrupt's number",
			      board_class_name(device->class));
	if (timer ? device->registers.given || device->period : !device->registers.address)
		return refuse(compilation, device->range, "%s",
			      timer ? "the processor's timer has an interrupt, and nothing else"
				    : "a terminal here needs the physical address of its registers");
	*irq = (unsigned)device->irq.number;
	if (!timer)
		board->terminal = device->registers.address;
	return true;
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
	struct board read = { 0 };
	if (strchr(name, '/') || access(path, F_OK)) {
		refuse(compilation, (struct src_range){ 0, 0 }, "there is no board '%s'", name);
		list_boards(compilation, folder);
		return NULL;
	}
	if (!board_read_file(compilation, &read, path, BOARD_HARDWARE))
		return NULL;
	struct image_board *board = ARENA_NEW(compilation->arena, struct image_board);
	board->name = name;
	bool ok = take_machine(compilation, board, &read.machine);
	for (size_t i = 0; i < read.devices.count; i++)
		ok &= take_device(compilation, board, read.devices.items[i]);
	return ok ? board : NULL;
}
