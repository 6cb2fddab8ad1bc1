/*
 * Output: what each client prints is kept until its line ends, so that lines of different clients do not mix; a part of
 * a line is shown when its client has printed nothing for a while, or when there is no more room.
 *
 * Input: goes to client 0 until somebody types '@' at the beginning of a line: '@' and a digit chooses another client,
 * '@m', digits and Enter several at once, '@@' is an '@', '@?' explains this. A client's buffer begins with two counters,
 * where to read and where to write next, both modulo the number of characters that follow. The client is signalled when
 * there is something after there was nothing; it looks at the buffer before it waits, so it misses nothing.
 *
 * Strands of a component do not preempt each other, so none of this needs a lock.
 */
#include <camkes.h>

#include <causeway/terminal.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LINES = 64, LINE_SIZE = 512, ESCAPE = '@', CONTROL_C = 3, CONTROL_Z = 26 };

static const uint64_t patience = 500000000; /* ns */

/* Those of interfaces that nobody is connected to are not there. */
seL4_Word processed_putchar_get_sender_id(void) WEAK;
seL4_Word raw_putchar_get_sender_id(void) WEAK;
seL4_Word processed_batch_get_sender_id(void) WEAK;
seL4_Word raw_batch_get_sender_id(void) WEAK;
void *processed_batch_buf(seL4_Word badge) WEAK;
size_t processed_batch_buf_size(seL4_Word badge) WEAK;
void *raw_batch_buf(seL4_Word badge) WEAK;
size_t raw_batch_buf_size(seL4_Word badge) WEAK;
void *getchar_buf(seL4_Word badge) WEAK;
size_t getchar_buf_size(seL4_Word badge) WEAK;
unsigned int getchar_num_badges(void) WEAK;
seL4_Word getchar_enumerate_badge(unsigned int index) WEAK;
void getchar_emit(unsigned int badge) WEAK;

/* ------------------------------------------------------------------- output */

enum way { PROCESSED, RAW, PROCESSED_BATCH, RAW_BATCH };

/* What a client has printed through one interface; both name it. */
struct line {
	enum way way;
	seL4_Word badge;
	size_t length;
	bool touched; /* since it was looked at */
	char text[LINE_SIZE];
};

static struct line lines[LINES];
static size_t line_count;
static const struct line *shown; /* whose part of a line is the last thing on the screen */
static bool watched;		 /* somebody looks at unfinished lines later */

static void show(const char *text, size_t length)
{
	causeway_terminal_write(terminal_registers, text, length);
}

static void flush(struct line *line)
{
	if (!line->length)
		return;
	if (shown && shown != line)
		show("\n", 1);
	show(line->text, line->length);
	shown = line->text[line->length - 1] == '\n' ? NULL : line;
	line->length = 0;
}

static struct line *find_line(enum way way, seL4_Word badge)
{
	for (size_t i = 0; i < line_count; i++)
		if (lines[i].way == way && lines[i].badge == badge)
			return &lines[i];
	if (line_count == LINES)
		return &lines[LINES - 1];
	lines[line_count] = (struct line){ .way = way, .badge = badge };
	return &lines[line_count++];
}

static void print(enum way way, seL4_Word badge, char character)
{
	struct line *line = find_line(way, badge);
	line->text[line->length++] = character;
	line->touched = true;
	if (character == '\n' || line->length == sizeof line->text) {
		flush(line);
	} else if (!watched) {
		watched = true;
		unfinished_emit();
	}
}

void processed_putchar_putchar(int c)
{
	print(PROCESSED, processed_putchar_get_sender_id(), (char)c);
}

void raw_putchar_putchar(int c)
{
	print(RAW, raw_putchar_get_sender_id(), (char)c);
}

/* ------------------------------------------------------------------ buffers */

/* What clients and this server share; CHARACTERS are all the rest of the buffer. */
struct buffer {
	uint32_t head;
	uint32_t tail;
	char characters[];
};

static uint32_t capacity_of(size_t size)
{
	return size > sizeof(struct buffer) ? (uint32_t)(size - sizeof(struct buffer)) : 0;
}

/* Indices are the client's word: they are made to fit. */
static void print_buffer(enum way way, seL4_Word badge, volatile struct buffer *buffer, size_t size)
{
	uint32_t capacity = capacity_of(size);
	if (!buffer || !capacity)
		return;
	uint32_t head = buffer->head % capacity, tail = buffer->tail % capacity;
	for (; head != tail; head = (head + 1) % capacity)
		print(way, badge, buffer->characters[head]);
	buffer->head = tail;
}

void processed_batch_batch(void)
{
	seL4_Word badge = processed_batch_get_sender_id();
	if (processed_batch_buf)
		print_buffer(PROCESSED_BATCH, badge, processed_batch_buf(badge), processed_batch_buf_size(badge));
}

void raw_batch_batch(void)
{
	seL4_Word badge = raw_batch_get_sender_id();
	if (raw_batch_buf)
		print_buffer(RAW_BATCH, badge, raw_batch_buf(badge), raw_batch_buf_size(badge));
}

/* -------------------------------------------------------------------- input */

static unsigned chosen = 1; /* bit I: client I gets what is typed */

static unsigned client_count(void)
{
	return getchar_num_badges ? getchar_num_badges() : 0;
}

/* A full buffer loses it, as a serial line does. */
static void give(unsigned client, char character)
{
	seL4_Word badge = getchar_enumerate_badge(client);
	volatile struct buffer *buffer = getchar_buf(badge);
	uint32_t capacity = capacity_of(getchar_buf_size(badge));
	if (!buffer || !capacity)
		return;
	uint32_t tail = buffer->tail % capacity, next = (tail + 1) % capacity, head = buffer->head % capacity;
	if (next == head)
		return;
	buffer->characters[tail] = character;
	__atomic_store_n(&buffer->tail, next, __ATOMIC_SEQ_CST);
	if (__atomic_load_n(&buffer->head, __ATOMIC_SEQ_CST) == tail)
		getchar_emit((unsigned)badge);
}

static void give_chosen(char character)
{
	for (unsigned client = 0; client < client_count() && client < 8 * sizeof chosen; client++)
		if (chosen >> client & 1)
			give(client, character);
}

static void say(const char *text)
{
	if (shown)
		show("\n", 1);
	shown = NULL;
	show(text, strlen(text));
}

static void say_chosen(void)
{
	char text[96];
	size_t length = (size_t)snprintf(text, sizeof text, "input goes to");
	for (unsigned client = 0; client < client_count() && client < 10; client++)
		if (chosen >> client & 1)
			length += (size_t)snprintf(text + length, sizeof text - length, " %u", client);
	snprintf(text + length, sizeof text - length, "\n");
	say(text);
}

static bool is_client(char character, unsigned *client)
{
	*client = (unsigned)(character - '0');
	return character >= '0' && character <= '9' && *client < client_count();
}

enum state { AT_START, IN_LINE, AFTER_ESCAPE, CHOOSING };

static enum state command(char character)
{
	unsigned client;
	if (character == ESCAPE) {
		give_chosen(ESCAPE);
		return IN_LINE;
	}
	if (character == 'm') {
		chosen = 0;
		return CHOOSING;
	}
	if (is_client(character, &client)) {
		chosen = 1u << client;
		say_chosen();
	} else {
		say("@0 to @9: input goes to that client; @m, digits, Enter: to several; @@: an @\n");
	}
	return AT_START;
}

static enum state choose(char character)
{
	unsigned client;
	if (character == '\r' || character == '\n') {
		say_chosen();
		return AT_START;
	}
	if (is_client(character, &client))
		chosen |= 1u << client;
	return CHOOSING;
}

static void typed(char character)
{
	static enum state state = AT_START;
	bool ends_line = character == '\r' || character == '\n' || character == CONTROL_C || character == CONTROL_Z;
	switch (state) {
	case AFTER_ESCAPE:
		state = command(character);
		return;
	case CHOOSING:
		state = choose(character);
		return;
	case AT_START:
		if (character == ESCAPE) {
			state = AFTER_ESCAPE;
			return;
		}
		break;
	case IN_LINE:
		break;
	}
	state = ends_line ? AT_START : IN_LINE;
	give_chosen(character);
}

void terminal_interrupt_handle(void)
{
	for (int character; (character = causeway_terminal_get(terminal_registers)) >= 0;)
		if (client_count())
			typed((char)character);
	terminal_interrupt_acknowledge();
}

/* Input comes in the buffer; the procedure has a method because a procedure must have one. */
void getchar_foo(void)
{
}

/* --------------------------------------------------------- unfinished lines */

/* Shows those that nothing was added to since the last time. Returns whether some are left. */
static bool show_unfinished(void)
{
	bool left = false;
	for (size_t i = 0; i < line_count; i++) {
		if (!lines[i].touched)
			flush(&lines[i]);
		lines[i].touched = false;
		left |= lines[i].length > 0;
	}
	return left;
}

/* A timer only while there is something to look at: a system that waits for input is at rest. */
int run(void)
{
	for (;;) {
		look_wait();
		do {
			timeout_oneshot_relative(0, patience);
			timeout_wait_notification();
		} while (show_unfinished());
		watched = false;
	}
}
