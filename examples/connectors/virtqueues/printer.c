#include <camkes.h>
#include <camkes/virtqueue.h>

#include <string.h>

static virtqueue_device_t notes, letters;

static void print_note(virtqueue_ring_object_t *object)
{
	uint32_t size = virtqueue_scattered_available_size(&notes, object);
	void *sheet;
	unsigned room;
	vq_flags_t flag;
	char text[80] = "DRAFT: ";
	if (camkes_virtqueue_device_gather_buffer(&notes, object, &sheet, &room, &flag))
		return;
	strncat(text, sheet, sizeof text - 8);
	memcpy(sheet, text, room);
	virtqueue_add_used_buf(&notes, object, size);
	notes.notify();
}

static void print_letter(virtqueue_ring_object_t *object)
{
	char text[300];
	camkes_virtqueue_device_gather_copy_buffer(&letters, object, text, sizeof text);
	letters.notify();
}

int run(void)
{
	seL4_CPtr notification;
	camkes_virtqueue_device_init_with_recv(&notes, (unsigned)camkes_virtqueue_get_id_from_name("notes"), &notification,
					       NULL);
	camkes_virtqueue_device_init(&letters, 3);
	for (;;) {
		virtqueue_ring_object_t object;
		seL4_Wait(notification, NULL);
		while (virtqueue_get_available_buf(&notes, &object))
			print_note(&object);
		while (virtqueue_get_available_buf(&letters, &object))
			print_letter(&object);
	}
}
