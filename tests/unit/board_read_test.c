#include "test.h"

#include "board/board.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
	struct compilation *compilation;
	struct board board;
	struct model *model;
	char *messages;
	size_t size;
	FILE *stream;
};

static struct fixture *create(void)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	assert_non_null(fixture);
	fixture->stream = open_memstream(&fixture->messages, &fixture->size);
	fixture->compilation = compilation_create(fixture->stream);
	fixture->model = model_create(fixture->compilation, "test");
	return fixture;
}

static void destroy(struct fixture *fixture)
{
	compilation_destroy(fixture->compilation);
	fclose(fixture->stream);
	free(fixture->messages);
	free(fixture);
}

static const char *messages(struct fixture *fixture)
{
	diag_flush(fixture->compilation->diag);
	fflush(fixture->stream);
	return fixture->messages;
}

static void expect(struct fixture *fixture, const char *text)
{
	if (!strstr(messages(fixture), text))
		fail_msg("not reported: %s\n--- but\n%s", text, fixture->messages);
}

static void add_irq(struct fixture *fixture, const char *pd, unsigned id, unsigned number)
{
	struct model_pd *owner = model_pd_add(fixture->compilation, fixture->model, pd);
	struct model_irq *irq = ARENA_NEW(fixture->compilation->arena, struct model_irq);
	irq->id = id;
	irq->number = number;
	VEC_PUSH(fixture->compilation->arena, &owner->irqs, irq);
}

static void add_region(struct fixture *fixture, const char *name, uint64_t size, uint64_t address)
{
	struct model_region *region = model_region_add(fixture->compilation, fixture->model, name, size);
	region->has_phys_addr = true;
	region->phys_addr = address;
}

/* Reads a board file with TEXT. */
static bool read_file(struct fixture *fixture, const char *text)
{
	char path[] = "/tmp/causeway-board-test-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	bool ok = board_read_file(fixture->compilation, &fixture->board, path, BOARD_FILE);
	unlink(path);
	return ok;
}

TEST(every_class_and_key_is_read)
{
	struct fixture *fixture = create();
	assert_true(read_file(fixture, "# a comment\n"
				       "\n"
				       "timer irq=30 registers=0x1000 period=10ms # another one\n"
				       "terminal, irq=a/3, registers=uart file=keys pace=20us\n"
				       "network\tregisters=0x2000 unix=\"a b\" mac=02:00:00:00:00:fe\r\n"
				       "network registers=0x3000 tap=tap0\n"
				       "disk registers=0x4000 file=/a/b size=2M readonly\n"
				       "signal irq=31 signal=USR2"));
	assert_string_equal(messages(fixture), "");
	assert_int_equal(fixture->board.devices.count, 6);
	struct board_device *const *devices = fixture->board.devices.items;
	assert_int_equal(devices[0]->class, BOARD_TIMER);
	assert_int_equal(devices[0]->irq.number, 30);
	assert_int_equal(devices[0]->registers.address, 0x1000);
	assert_int_equal(devices[0]->period, 10000000);
	assert_string_equal(devices[1]->irq.pd, "a");
	assert_int_equal(devices[1]->irq.number, 3);
	assert_string_equal(devices[1]->registers.name, "uart");
	assert_string_equal(devices[1]->file, "/tmp/keys");
	assert_int_equal(devices[1]->pace, 20000);
	assert_string_equal(devices[2]->socket, "/tmp/a b");
	assert_int_equal(devices[2]->mac.bytes[5], 0xfe);
	assert_string_equal(devices[3]->tap, "tap0");
	assert_string_equal(devices[4]->file, "/a/b");
	assert_int_equal(devices[4]->size, 2 << 20);
	assert_true(devices[4]->read_only);
	assert_int_equal(devices[5]->signal, SIGUSR2);
	destroy(fixture);
}

TEST(mistakes_are_found_where_they_are)
{
	static const struct {
		const char *line;
		const char *message;
	} cases[] = {
		{ "tinmer irq=1", ":1:1: error: a line starts with the device's class" },
		{ "tinmer irq=1", "did you mean 'timer'? [-Wboard-syntax]" },
		{ "timer irk=1 period=1s",
		  ":1:7: error: a timer has no 'irk'; did you mean 'irq'? [-Wboard-syntax]" },
		{ "timer irq=1 file=x", ":1:13: error: a timer has no 'file' [-Wboard-syntax]" },
		{ "timer irq=1 irq=2 period=1s", ":1:13: error: 'irq' is given twice" },
		{ "timer irq=x period=1s", ":1:11: error: 'irq' takes an interrupt number" },
		{ "timer irq=/1 period=1s", "error: 'irq' takes" },
		{ "timer irq period=1s", ":1:7: error: 'irq' takes" },
		{ "timer irq=1 period=10",
		  ":1:20: error: 'period' takes a time such as 10ms (ns, us, ms, s) [-Wboard-value]" },
		{ "timer irq=1 period=0ms", "'period' takes" },
		{ "timer irq=1 period=99999999999999999999s", "'period' takes" },
		{ "timer irq=1 period=99999999999s", "'period' takes" },
		{ "timer irq=1", "a timer needs registers, or a period, or both" },
		{ "timer period=1s", "a timer needs the interrupt that it raises" },
		{ "terminal irq=1", "a terminal needs registers" },
		{ "terminal registers=", "'registers' takes a physical address" },
		{ "network registers=0x1000", "either a UNIX socket" },
		{ "network registers=0x1000 tap=a unix=b", "either a UNIX socket" },
		{ "network registers=0x1000 tap=a mac=03:00:00:00:00:00", "'mac' takes" },
		{ "network registers=0x1000 tap=a mac=02:00:00:00:00", "'mac' takes" },
		{ "network registers=0x1000 tap=a mac=02:00:00:00:00:00:00", "'mac' takes" },
		{ "network registers=0x1000 tap=\"a", "this quote has no end" },
		{ "disk registers=0x1000", "a disk needs the file with its contents" },
		{ "disk registers=0x1000 file=a size=1T", "'size' takes a size such as 64K" },
		{ "disk registers=0x1000 file=a readonly=1", "'readonly' takes nothing" },
		{ "signal irq=1 signal=KILL", ":1:21: error: 'signal' takes one of USR1, USR2, HUP, WINCH" },
		{ "signal irq=1", "a signal needs the signal" },
		{ "=", "a line starts with the device's class" },
		{ "machine cpu=x",
		  "1:1: error: this is a board of hardware, and systems run on this host here" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fixture *fixture = create();
		assert_false(read_file(fixture, cases[i].line));
		expect(fixture, cases[i].message);
		destroy(fixture);
	}
}

TEST(all_mistakes_of_a_file_are_reported)
{
	struct fixture *fixture = create();
	assert_false(read_file(fixture, "tinmer\ntimer irq=1 period=1s\nterminal\n"));
	expect(fixture, ":1:1: error");
	expect(fixture, ":3:1: error");
	assert_int_equal(diag_error_count(fixture->compilation->diag), 2);
	assert_int_equal(fixture->board.devices.count, 1);
	destroy(fixture);
}

TEST(a_file_that_is_not_there_is_an_error)
{
	struct fixture *fixture = create();
	assert_false(board_read_file(fixture->compilation, &fixture->board, "/nowhere", BOARD_FILE));
	expect(fixture, "cannot read: No such file or directory");
	assert_false(board_read_line(fixture->compilation, &fixture->board, "# nothing"));
	expect(fixture, "this says no device: '# nothing' [-Wboard-syntax]");
	destroy(fixture);
}

TEST(the_command_line_goes_before_files_and_files_before_what_is_built_in)
{
	struct fixture *fixture = create();
	add_irq(fixture, "a", 1, 33);
	assert_true(read_file(fixture, "timer irq=33 period=2s\ntimer irq=99 period=9s\n"));
	assert_true(board_read_line(fixture->compilation, &fixture->board, "timer,irq=a/1,period=1s"));
	assert_true(board_bind(fixture->compilation, &fixture->board, fixture->model));
	assert_string_equal(messages(fixture), "");
	const struct board_device *source =
		board_source(&fixture->board, fixture->model->pds.items[0]->irqs.items[0]);
	assert_non_null(source);
	assert_int_equal(source->period, 1000000000);
	destroy(fixture);
}

TEST(an_interrupt_without_a_device_is_a_warning)
{
	struct fixture *fixture = create();
	add_irq(fixture, "a", 1, 33);
	assert_true(board_bind(fixture->compilation, &fixture->board, fixture->model));
	expect(fixture,
	       "warning: interrupt 1 (number 33) of protection domain 'a' will never come: no device "
	       "raises it [-Wunbound-irq]");
	expect(fixture, "note: say what does, such as --device=timer,irq=a/1,period=10ms");
	destroy(fixture);
}

static void expect_misfit(const char *line, const char *message)
{
	struct fixture *fixture = create();
	add_irq(fixture, "a", 1, 33);
	add_region(fixture, "small", 0x1000, 0x1000);
	add_region(fixture, "large", 0x9000, 0x10000);
	assert_true(board_read_line(fixture->compilation, &fixture->board, line));
	assert_false(board_bind(fixture->compilation, &fixture->board, fixture->model));
	expect(fixture, message);
	expect(fixture, "[-Wboard-device]");
	destroy(fixture);
}

TEST(a_device_that_does_not_fit_the_system_is_an_error)
{
	expect_misfit(
		"timer irq=34 period=1s",
		"--device:1:11: error: no protection domain has interrupt 34, which this timer is to raise");
	expect_misfit("timer irq=b/1 period=1s", "no protection domain has interrupt b/1");
	expect_misfit("timer irq=33 registers=0x2000",
		      "there is no memory region with the registers 0x2000 of this timer");
	expect_misfit("timer registers=other", "there is no memory region with the registers 'other'");
	expect_misfit("disk irq=33 registers=small file=x",
		      "region 'small' has 0x1000 bytes; the registers of a disk have 0x9000");
	expect_misfit("timer irq=33 period=1s\ntimer irq=a/1 period=2s",
		      "interrupt 1 of protection domain 'a' has two sources");
	expect_misfit("timer irq=33 registers=small\ntimer registers=0x1000",
		      "region 'small' is the registers of two devices");
}

TEST(a_board_file_may_have_more_than_the_system_but_no_half_of_it)
{
	struct fixture *fixture = create();
	add_irq(fixture, "a", 1, 33);
	assert_true(read_file(fixture, "timer irq=99 period=1s\n"
				       "terminal irq=98 registers=0x8000\n"
				       "timer irq=33 registers=0x9000\n"));
	assert_false(board_bind(fixture->compilation, &fixture->board, fixture->model));
	expect(fixture, ":3:24: error: there is no memory region with the registers 0x9000 of this timer");
	assert_int_equal(diag_error_count(fixture->compilation->diag), 1);
	destroy(fixture);
}
