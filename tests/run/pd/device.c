/* Drives the device behind interrupt 1 in the way that its name says. */
#include <causeway/disk.h>
#include <causeway/network.h>
#include <causeway/terminal.h>
#include <microkit.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 1 };

/* What tests map; NULL when they do not. */
void *registers;

/* ------------------------------------------------------------ terminal */

/* A ring that is full is a part of this: the input is longer. */
static void count_input(void)
{
	static unsigned long bytes, sum;
	int character;
	while ((character = causeway_terminal_get(registers)) >= 0) {
		bytes++;
		sum += (unsigned long)character;
	}
	/* The interrupt of what was taken before its time still comes. */
	static _Bool ended;
	if (character == CAUSEWAY_TERMINAL_END && !ended)
		printf("%lu bytes, sum %lu\n", bytes, sum);
	ended |= character == CAUSEWAY_TERMINAL_END;
}

static void write_much(void)
{
	char line[64];
	for (int i = 0; i < 1000; i++) {
		snprintf(line, sizeof line, "line %d of the terminal\n", i);
		causeway_terminal_write(registers, line, strlen(line));
	}
}

static void prompt(void)
{
	causeway_terminal_write(registers, "name? ", 6);
	printf("whole line\n");
	causeway_terminal_write(registers, "thanks", 6);
}

static void scribble(void)
{
	memset(registers, 0xff, 4096);
	causeway_device_kick(registers);
	printf("scribbled\n");
}

/* ------------------------------------------------------------- network */

static const char greeting[] = "\xff\xff\xff\xff\xff\xff      \x88\xb5how are you?";

static void show_link(void)
{
	static int was;
	int up = causeway_network_is_up(registers);
	if (up != was)
		printf("%s: link %s\n", microkit_name, up ? "up" : "down");
	was = up;
}

static void net_echo(void)
{
	char frame[DEVICE_FRAME_SIZE];
	show_link();
	for (size_t length; (length = causeway_network_receive(registers, frame, sizeof frame)) != 0;)
		while (causeway_network_send(registers, frame, length))
			;
}

static void net_ask(void)
{
	char frame[DEVICE_FRAME_SIZE];
	show_link();
	static _Bool asked;
	if (causeway_network_is_up(registers) && !asked)
		asked = !causeway_network_send(registers, greeting, sizeof greeting);
	size_t length = causeway_network_receive(registers, frame, sizeof frame);
	if (!length)
		return;
	printf("answer of %zu bytes: %s\n", length, frame + 14);
	exit(0);
}

/* ---------------------------------------------------------------- disk */

static int request(enum device_disk_operation operation, uint64_t block)
{
	struct device_disk *disk = registers;
	int index = causeway_disk_request(disk, operation, block);
	while (causeway_disk_busy(disk))
		;
	return (int)disk->requests[index].result;
}

static void disk_write(void)
{
	struct device_disk *disk = registers;
	printf("%lu blocks%s\n", (unsigned long)disk->blocks, disk->read_only ? ", read only" : "");
	strcpy((char *)causeway_disk_next(disk), "kept on the disk");
	printf("write: %d\n", request(DEVICE_DISK_WRITE, 1));
	printf("flush: %d\n", request(DEVICE_DISK_FLUSH, 0));
}

static void disk_read(void)
{
	const struct device_disk *disk = registers;
	unsigned index = disk->requested % DEVICE_DISK_REQUESTS;
	printf("read: %d\n", request(DEVICE_DISK_READ, 1));
	printf("%.60s\n", (const char *)disk->data[index]);
}

static void disk_misuse(void)
{
	struct device_disk *disk = registers;
	printf("beyond: %d\n", request(DEVICE_DISK_READ, disk->blocks));
	printf("far beyond: %d\n", request(DEVICE_DISK_WRITE, UINT64_MAX));
	printf("no operation: %d\n", request((enum device_disk_operation)77, 0));
	/* Without a kick the disk does not look. */
	disk->requested += DEVICE_DISK_REQUESTS;
	printf("ninth: %d\n", causeway_disk_request(disk, DEVICE_DISK_READ, 0));
	disk->requested += 1000;
	causeway_device_kick(disk);
	printf("too many: left alone\n");
}

/* Requests of which nobody waits for the end: the run is to end all the same, and after them. */
static void disk_all(void)
{
	struct device_disk *disk = registers;
	for (unsigned i = 0; i < DEVICE_DISK_REQUESTS; i++) {
		memset(causeway_disk_next(disk), 'a' + (int)i, DEVICE_BLOCK_SIZE);
		causeway_disk_request(disk, DEVICE_DISK_WRITE, i);
	}
}

static void disk_completed(void)
{
	static _Bool completed;
	if (causeway_disk_busy(registers) == 0 && !completed)
		printf("all are completed\n");
	completed |= causeway_disk_busy(registers) == 0;
}

static const struct {
	const char *name;
	void (*init)(void);
	void (*interrupt)(void);
} actions[] = {
	{ "count_input", NULL, count_input }, { "write_much", write_much, NULL },
	{ "prompt", prompt, NULL },	      { "scribble", scribble, NULL },
	{ "net_echo", NULL, net_echo },	      { "net_ask", NULL, net_ask },
	{ "disk_write", disk_write, NULL },   { "disk_read", disk_read, NULL },
	{ "disk_misuse", disk_misuse, NULL }, { "disk_all", disk_all, disk_completed },
};

static void act(_Bool interrupt)
{
	for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
		void (*run)(void) = interrupt ? actions[i].interrupt : actions[i].init;
		if (!strcmp(actions[i].name, microkit_name) && run)
			run();
	}
}

void init(void)
{
	act(0);
}

void notified(microkit_channel channel)
{
	act(1);
	microkit_irq_ack(channel);
}
