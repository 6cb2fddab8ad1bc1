#include "../unit/test.h"

#include "camkes/msgqueue_template.h"
#include "camkes/virtqueue_template.h"
#include "fake.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

enum { LENGTH = 8, SIZE = 4096 };

static unsigned char memory[SIZE] __attribute__((aligned(4096)));
static virtqueue_driver_t driver;
static virtqueue_device_t device;

static void nothing(void)
{
}

static void open_ends(void)
{
	seL4_CPtr notification = 0, badge = 0;
	CHECK(!camkes_virtqueue_channel_register(0, "front", LENGTH, SIZE, memory, nothing, 12, 2,
						 VIRTQUEUE_DRIVER));
	CHECK(!camkes_virtqueue_channel_register(100, "back", LENGTH, SIZE, memory, nothing, 13, 4,
						 VIRTQUEUE_DEVICE));
	CHECK(!camkes_virtqueue_driver_init_with_recv(&driver, 0, &notification, &badge));
	CHECK(notification == 12 && badge == 2);
	CHECK(!camkes_virtqueue_device_init(&device, 100));
}

COMPONENT_TEST(ends_are_known_by_id_role_and_name)
{
	open_ends();
	CHECK(camkes_virtqueue_channel_num() == 2);
	CHECK(camkes_virtqueue_get_id_from_name("back") == 100 &&
	      camkes_virtqueue_get_id_from_name("front") == 0);
	CHECK(camkes_virtqueue_get_id_from_name("side") == -1);
	CHECK(get_virtqueue_channel(VIRTQUEUE_DRIVER, 0) && !get_virtqueue_channel(VIRTQUEUE_DEVICE, 0));
	CHECK(!get_virtqueue_channel(VIRTQUEUE_DRIVER, 1) && !get_virtqueue_channel(VIRTQUEUE_DRIVER, 101));
	CHECK(camkes_virtqueue_channel_register(0, "twice", LENGTH, SIZE, memory, nothing, 0, 0,
						VIRTQUEUE_DRIVER));
	CHECK(camkes_virtqueue_channel_register(101, "far", LENGTH, SIZE, memory, nothing, 0, 0,
						VIRTQUEUE_DRIVER));
	CHECK(camkes_virtqueue_driver_init(&driver, 100) == -1 &&
	      camkes_virtqueue_device_init(&device, 5) == -1);
}

/* Many times round the rings, so that all indices wrap. */
COMPONENT_TEST(messages_go_over_and_come_back_in_order)
{
	open_ends();
	for (unsigned i = 0; i < 1000; i++) {
		virtqueue_ring_object_t object;
		char text[300], back[300];
		uint32_t length;
		memset(text, (int)i, sizeof text);
		CHECK(!camkes_virtqueue_driver_scatter_send_buffer(&driver, text, sizeof text));
		CHECK(VQ_DEV_POLL(&device) && !VQ_DRV_POLL(&driver));
		CHECK(virtqueue_get_available_buf(&device, &object));
		CHECK(virtqueue_scattered_available_size(&device, &object) == sizeof text);
		CHECK(!camkes_virtqueue_device_gather_copy_buffer(&device, &object, back, sizeof back));
		CHECK(!memcmp(text, back, sizeof text));
		CHECK(virtqueue_get_used_buf(&driver, &object, &length) && length == sizeof text);
		memset(back, 0, sizeof back);
		CHECK(!camkes_virtqueue_driver_gather_copy_buffer(&driver, &object, back, sizeof back));
		CHECK(!memcmp(text, back, sizeof text));
		CHECK(!VQ_DEV_POLL(&device) && !VQ_DRV_POLL(&driver));
	}
}

COMPONENT_TEST(a_device_answers_into_the_buffers_that_are_offered)
{
	virtqueue_ring_object_t object;
	char text[] = "an answer", back[200] = "";
	uint32_t length;
	open_ends();
	CHECK(!camkes_virtqueue_driver_scatter_send_buffer(&driver, NULL, 200));
	CHECK(virtqueue_get_available_buf(&device, &object));
	CHECK(!camkes_virtqueue_device_scatter_copy_buffer(&device, &object, text, sizeof text));
	CHECK(virtqueue_get_used_buf(&driver, &object, &length) && length == sizeof text);
	CHECK(!camkes_virtqueue_driver_gather_copy_buffer(&driver, &object, back, sizeof back));
	CHECK(!strcmp(back, text));
	CHECK(!camkes_virtqueue_driver_scatter_send_buffer(&driver, NULL, 4));
	CHECK(virtqueue_get_available_buf(&device, &object));
	CHECK(camkes_virtqueue_device_scatter_copy_buffer(&device, &object, text, sizeof text) == -1);
}

static unsigned fill(void)
{
	unsigned sent = 0;
	char text[] = "x";
	while (!camkes_virtqueue_driver_scatter_send_buffer(&driver, text, 1))
		sent++;
	return sent;
}

COMPONENT_TEST(a_full_ring_is_no_empty_one)
{
	virtqueue_ring_object_t object;
	open_ends();
	CHECK(fill() == LENGTH - 1);
	for (unsigned i = 0; i < LENGTH - 1; i++)
		CHECK(virtqueue_get_available_buf(&device, &object));
	CHECK(!virtqueue_get_available_buf(&device, &object));
}

/* What does not fit gives back what it took: the same is possible afterwards. */
COMPONENT_TEST(a_message_that_does_not_fit_leaves_no_trace)
{
	static char large[128 * (LENGTH + 1)];
	open_ends();
	for (int i = 0; i < 100; i++)
		CHECK(camkes_virtqueue_driver_scatter_send_buffer(&driver, large, sizeof large) == -1);
	CHECK(!VQ_DEV_POLL(&device));
	CHECK(!camkes_virtqueue_driver_scatter_send_buffer(&driver, large, (size_t)128 * LENGTH));
	CHECK(camkes_virtqueue_driver_scatter_send_buffer(&driver, large, 1) == -1);
}

/* Whatever the other side writes, neither reaches beyond the memory, and every loop ends. */
COMPONENT_TEST(nonsense_in_the_memory_stays_there)
{
	static unsigned char around[SIZE * 3] __attribute__((aligned(4096)));
	unsigned char *middle = around + SIZE, text[600];
	unsigned random = 1;
	memset(text, 1, sizeof text);
	camkes_virtqueue_channel_register(0, "a", LENGTH, SIZE, middle, nothing, 0, 0, VIRTQUEUE_DRIVER);
	camkes_virtqueue_channel_register(1, "b", LENGTH, SIZE, middle, nothing, 0, 0, VIRTQUEUE_DEVICE);
	CHECK(!camkes_virtqueue_driver_init(&driver, 0) && !camkes_virtqueue_device_init(&device, 1));
	for (unsigned round = 0; round < 20000; round++) {
		virtqueue_ring_object_t object;
		uint32_t length;
		for (int i = 0; i < 4; i++) {
			random = random * 1103515245 + 12345;
			middle[(random >> 8) % 300] = (unsigned char)(random >> 16 & (round & 1 ? 255 : 15));
		}
		camkes_virtqueue_driver_scatter_send_buffer(&driver, text, round % sizeof text);
		if (virtqueue_get_available_buf(&device, &object)) {
			virtqueue_scattered_available_size(&device, &object);
			camkes_virtqueue_device_scatter_copy_buffer(&device, &object, text, sizeof text);
		}
		if (virtqueue_get_used_buf(&driver, &object, &length))
			camkes_virtqueue_driver_gather_copy_buffer(&driver, &object, text, sizeof text);
	}
	for (size_t i = 0; i < SIZE; i++)
		CHECK(!around[i] && !around[2 * SIZE + i]);
}

/* ------------------------------------------------------------- messages */

static unsigned sends;

static void sent(void)
{
	sends++;
}

static int poll_sends(void)
{
	return sends != 0;
}

static void wait_for_sends(void)
{
	fake_note("waited");
}

enum { COUNT = 16 };
struct message {
	int number;
	char rest[9];
};

COMPONENT_TEST(messages_wait_in_a_queue)
{
	static unsigned char queue[CAMKES_MSGQUEUE_MEMORY(COUNT, sizeof(struct message))]
		__attribute__((aligned(8)));
	camkes_msgqueue_sender_t sender = { 0 };
	camkes_msgqueue_receiver_t receiver = { 0 };
	struct message message = { 0, "message" };
	CHECK(camkes_msgqueue_send(&sender, &message, 1) == EINVAL &&
	      camkes_msgqueue_poll(&receiver) == EINVAL);
	CHECK(!camkes_msgqueue_channel_register_sender(3, queue, 2 * COUNT, sizeof queue, sizeof message,
						       sent));
	CHECK(camkes_msgqueue_channel_register_sender(3, queue, 2 * COUNT, sizeof queue, sizeof message,
						      sent));
	CHECK(!camkes_msgqueue_channel_register_receiver(4, queue, 2 * COUNT, sizeof queue, sizeof message,
							 poll_sends, wait_for_sends));
	CHECK(camkes_msgqueue_sender_init(4, &sender) == EINVAL && !camkes_msgqueue_sender_init(3, &sender));
	CHECK(camkes_msgqueue_receiver_init(101, &receiver) == EINVAL &&
	      !camkes_msgqueue_receiver_init(4, &receiver));
	CHECK(camkes_msgqueue_get(&receiver, &message, sizeof message) == ENOMSG);
	CHECK(camkes_msgqueue_get(&receiver, &message, 3) == EMSGSIZE);
	CHECK(camkes_msgqueue_send(&sender, queue, sizeof message + 1) == EMSGSIZE && !sends);
	for (int round = 0; round < 100; round++) {
		for (message.number = 0; message.number < COUNT; message.number++)
			CHECK(!camkes_msgqueue_send(&sender, &message, sizeof message));
		CHECK(camkes_msgqueue_poll(&receiver) == 1 && !camkes_msgqueue_wait(&receiver));
		for (int i = 0; i < COUNT; i++) {
			CHECK(!camkes_msgqueue_get(&receiver, &message, sizeof message));
			CHECK(message.number == i && !strcmp(message.rest, "message"));
		}
		CHECK(camkes_msgqueue_get(&receiver, &message, sizeof message) == ENOMSG);
	}
	CHECK(sends == 100 * COUNT);
	while (!camkes_msgqueue_send(&sender, &message, 1))
		CHECK(sends < 200 * COUNT);
	CHECK(camkes_msgqueue_send(&sender, &message, 1) == ENOMEM);
}
