/* Says when, in simulated time, what comes from its device comes; in the way that its name says. */
#include <causeway/causeway.h>
#include <causeway/disk.h>
#include <causeway/terminal.h>
#include <causeway/timer.h>
#include <microkit.h>

#include <stdio.h>
#include <string.h>

enum { LINE = 1, DEADLINES = 3, MICROSECOND = 1000 };

void *registers; /* set where a test maps it */

static _Bool is(const char *name)
{
	return !strcmp(microkit_name, name);
}

static unsigned long now(void)
{
	return (unsigned long)(causeway_time() / MICROSECOND);
}

static void next_deadline(void)
{
	static unsigned count;
	if (count++ < DEADLINES)
		causeway_timer_set(registers, causeway_time() + 700 * MICROSECOND);
}

/* What was written and read again, and what the disk does with many requests that nobody waits for. */
static void use_disk(void)
{
	struct device_disk *disk = registers;
	strcpy((char *)causeway_disk_next(disk), "kept");
	causeway_disk_request(disk, DEVICE_DISK_WRITE, 1);
	int looks = 0;
	while (causeway_disk_busy(disk))
		looks++;
	printf("written after %d looks, at %lu us\n", looks, now());
	for (unsigned i = 1; i < DEVICE_DISK_REQUESTS; i++)
		causeway_disk_request(disk, DEVICE_DISK_READ, i);
	printf("requested at %lu us\n", now());
}

void init(void)
{
	if (is("deadlines"))
		next_deadline();
	if (is("disk"))
		use_disk();
	/* The input ring is full long before this ends. */
	if (is("late"))
		while (causeway_time() < 5000 * MICROSECOND)
			;
}

static void take_input(void)
{
	static unsigned long count;
	int character;
	while ((character = causeway_terminal_get(registers)) >= 0) {
		count++;
		if (is("keys"))
			printf("%c at %lu us\n", character, now());
	}
	if (character == CAUSEWAY_TERMINAL_END)
		printf("end after %lu at %lu us\n", count, now());
}

void notified(microkit_channel channel)
{
	if (is("keys") || is("late")) {
		take_input();
	} else if (is("deadlines")) {
		printf("deadline at %lu us\n", now());
		next_deadline();
	} else {
		printf("interrupt at %lu us\n", now());
	}
	microkit_irq_ack(channel);
}
