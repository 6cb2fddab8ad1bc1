#include <camkes.h>
#include <camkes/virtqueue.h>

#include <string.h>

static virtqueue_driver_t notes, letters;

static void send_note(const char *text)
{
	void *sheet;
	ZF_LOGF_IF(camkes_virtqueue_buffer_alloc(&notes, &sheet, 64), "no paper");
	strcpy(sheet, text);
	ZF_LOGF_IF(camkes_virtqueue_driver_send_buffer(&notes, sheet, 64), "the queue is full");
}

static void read_notes(seL4_CPtr notification)
{
	char last[64] = "";
	int sheets = 0;
	while (sheets < 2) {
		seL4_Wait(notification, NULL);
		virtqueue_ring_object_t object;
		uint32_t length;
		for (; virtqueue_get_used_buf(&notes, &object, &length); sheets++)
			camkes_virtqueue_driver_gather_copy_buffer(&notes, &object, last, sizeof last);
	}
	printf("writer: %d sheets came back, the last one says %s\n", sheets, last);
}

static void send_letter(seL4_CPtr notification)
{
	char letter[300], back[300];
	virtqueue_ring_object_t object;
	uint32_t length;
	for (size_t i = 0; i < sizeof letter; i++)
		letter[i] = (char)('a' + i % 26);
	ZF_LOGF_IF(camkes_virtqueue_driver_scatter_send_buffer(&letters, letter, sizeof letter), "the queue is full");
	letters.notify();
	while (!virtqueue_get_used_buf(&letters, &object, &length))
		seL4_Wait(notification, NULL);
	camkes_virtqueue_driver_gather_copy_buffer(&letters, &object, back, sizeof back);
	printf("writer: the letter of %u bytes is %s\n", (unsigned)length,
	       memcmp(letter, back, sizeof back) ? "another" : "as it was");
}

int run(void)
{
	seL4_CPtr notification;
	camkes_virtqueue_driver_init_with_recv(&notes, (unsigned)camkes_virtqueue_get_id_from_name("notes"), &notification,
					       NULL);
	camkes_virtqueue_driver_init(&letters, 7);
	send_note("the first letter");
	send_note("the second letter");
	notes.notify();
	read_notes(notification);
	send_letter(notification);
	return 0;
}
