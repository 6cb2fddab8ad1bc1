#include <camkes.h>

#include <string.h>

void box__init(void)
{
	printf("%s: %u callers, the largest badge is %d:", get_instance_name(), box_num_badges(), box_largest_badge());
	for (unsigned i = 0; i < box_num_badges(); i++)
		printf(" %d with %zu bytes", (int)box_enumerate_badge(i), box_buf_size(box_enumerate_badge(i)));
	printf("\n");
}

int box_order(const char *greeting)
{
	seL4_Word badge = box_get_sender_id();
	char *letter = box_buf(badge);
	int length = snprintf(letter, box_buf_size(badge), "%s, number %d", greeting, (int)badge);
	box_emit((unsigned)badge);
	return length;
}

void box_nudge(void)
{
	seL4_Word first = box_enumerate_badge(0);
	box_emit(box_get_sender_id() == first ? (unsigned)box_enumerate_badge(1) : (unsigned)first);
}
