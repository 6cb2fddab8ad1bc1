#include "test.h"

#include "image/board.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char machine[] = "machine architecture=aarch64 cpu=cortex-a53\nmachine load=0x70000000\n";

/* What is said of a board whose file is MACHINE, then TEXT; "" if it is taken. */
static char *said_of(const char *first, const char *text)
{
	char folder[] = "/tmp/causeway-board-test-XXXXXX", path[64];
	char *messages = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&messages, &size);
	struct compilation *compilation = compilation_create(stream);
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/own.board", folder);
	FILE *file = fopen(path, "w");
	fprintf(file, "%s%s", first, text);
	fclose(file);
	const struct image_board *board = image_board_find(compilation, folder, "own");
	diag_flush(compilation->diag);
	fflush(stream);
	assert_int_equal(board == NULL, *messages != '\0');
	compilation_destroy(compilation);
	fclose(stream);
	unlink(path);
	rmdir(folder);
	return messages;
}

static void refuse(const char *first, const char *text, const char *expected)
{
	char *messages = said_of(first, text);
	if (!strstr(messages, expected))
		fail_msg("not reported: %s\n--- but\n%s", expected, messages);
	free(messages);
}

TEST(the_board_of_the_emulator)
{
	struct compilation *compilation = compilation_create(stderr);
	const struct image_board *board = image_board_find(compilation, BOARDS, "qemu_virt_aarch64");
	assert_non_null(board);
	assert_string_equal(board->architecture, "aarch64");
	assert_string_equal(board->cpu, "cortex-a53");
	assert_int_equal(board->load, 0x70000000);
	assert_int_equal(board->distributor, 0x8000000);
	assert_int_equal(board->timer_irq, 30);
	assert_int_equal(board->terminal_irq, 33);
	assert_int_equal(board->terminal, 0x9000000);
	assert_string_equal(board->emulator.items[0], "qemu-system-aarch64");
	assert_string_equal(board->emulator.items[board->emulator.count - 1],
			    "loader,file=IMAGE,addr=0x70000000,cpu-num=0");
	compilation_destroy(compilation);
}

TEST(a_board_needs_no_devices_and_no_emulator)
{
	char *messages = said_of(machine, "");
	assert_string_equal(messages, "");
	free(messages);
}

TEST(what_no_machine_is_is_refused_at_its_line)
{
	refuse("", "timer irq=30\n", "board 'own' is no board of hardware: its file has no line 'machine'");
	refuse("", "machine cpu=cortex-a53\n",
	       "own.board:1:1: error: a machine needs an architecture, a cpu and an address");
	refuse("", "machine architecture=vax cpu=x load=1\n", "the only architecture so far is aarch64");
	refuse(machine, "machine load=0x80000000\n", "own.board:3:9: error: 'load' is given twice");
	refuse(machine, "machine distributor=gic\n", "'distributor' takes a physical address");
	refuse(machine, "machine distributer=1\n",
	       "a machine has no 'distributer'; did you mean 'distributor'?");
	refuse(machine, "timer irq=30 cpu=x\n", "a timer has no 'cpu'");
	refuse(machine, "machine irq=30\n", "a machine has no 'irq'");
	refuse(machine, "timer irq=30\ntimer irq=31\n", "own.board:4:1: error: there is a timer already");
	refuse(machine, "timer irq=pd/3\n", "a timer here needs an interrupt's number");
	refuse(machine, "timer irq=30 period=1ms\n",
	       "the processor's timer has an interrupt, and nothing else");
	refuse(machine, "terminal irq=33 registers=uart\n",
	       "a terminal here needs the physical address of its registers");
	refuse(machine, "disk irq=3 registers=1 file=x\n",
	       "boards of hardware have timers and terminals only");
}
