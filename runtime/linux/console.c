/*
 * The debug console: text is kept in the shared area until a line is complete, and goes to the launcher as
 * whole lines, so that lines of different domains do not mix. The launcher takes what is left when nobody
 * runs.
 */
#include "native.h"

#include "kernel.h"
#include "processor.h"
#include "self.h"

#include <string.h>

void linux_tell(enum linux_packet_kind kind, uint32_t argument, uint32_t number)
{
	struct linux_packet packet = { (uint32_t)kind, linux_self.index, argument, number };
	kernel_send(linux_self.control, &packet, sizeof packet);
}

static void send_text(struct linux_console *console, uint32_t length)
{
	uint64_t now = linux_self.simulated ? linux_baton()->time : 0;
	console->header = (struct linux_packet){ LINUX_PACKET_CONSOLE, linux_self.index,
						 (uint32_t)(now >> 32), (uint32_t)now };
	kernel_send(linux_self.control, &console->header, sizeof console->header + length);
	console->length = 0;
}

void linux_console_flush(void)
{
	struct linux_console *console = &linux_area()->console;
	if (console->length && console->length <= LINUX_CONSOLE_SIZE)
		send_text(console, console->length);
}

void native_put(const char *text, size_t length)
{
	struct linux_console *console = &linux_area()->console;
	_Bool sent = 0;
	if (linux_self.simulated)
		processor_spend();
	while (length) {
		uint32_t used = console->length < LINUX_CONSOLE_SIZE ? console->length : 0;
		size_t part = LINUX_CONSOLE_SIZE - used < length ? LINUX_CONSOLE_SIZE - used : length;
		memcpy(console->text + used, text, part);
		console->length = used + (uint32_t)part;
		text += part;
		length -= part;
		const char *end = memrchr(console->text, '\n', console->length);
		if (!end && console->length < LINUX_CONSOLE_SIZE)
			continue;
		uint32_t whole = end ? (uint32_t)(end + 1 - console->text) : console->length;
		uint32_t rest = console->length - whole;
		send_text(console, whole);
		memmove(console->text, console->text + whole, rest);
		console->length = rest;
		sent = 1;
	}
	if (sent && linux_self.simulated && linux_baton()->watched)
		processor_be_watched();
}
