/*
 * A network device of the board: an Ethernet link. The interrupt comes when frames have come and when the
 * link has gone up or down: take all frames there are, then acknowledge.
 */
#ifndef CAUSEWAY_NETWORK_H
#define CAUSEWAY_NETWORK_H

#include "causeway/device.h"
#include "causeway/causeway.h"

#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether somebody is at the other end. */
static inline int causeway_network_is_up(const struct device_network *network)
{
	return __atomic_load_n(&network->link, __ATOMIC_SEQ_CST) != 0;
}

/* Takes the next frame, cut off at SIZE bytes; returns its length, or 0 when there is none. */
static inline size_t causeway_network_receive(struct device_network *network, void *bytes, size_t size)
{
	uint32_t read = network->received_read;
	if (read == __atomic_load_n(&network->received_written, __ATOMIC_SEQ_CST))
		return 0;
	const struct device_frame *frame = &network->received[read % DEVICE_NETWORK_FRAMES];
	size_t length = frame->length;
	memcpy(bytes, frame->bytes, length < size ? length : size);
	__atomic_store_n(&network->received_read, read + 1, __ATOMIC_SEQ_CST);
	if (__atomic_load_n(&network->received_stalled, __ATOMIC_SEQ_CST)) {
		__atomic_store_n(&network->received_stalled, 0, __ATOMIC_SEQ_CST);
		causeway_device_kick(network);
	}
	return length;
}

/*
 * Sends a frame (destination, source and type first, no check sequence). Returns 0, or -1 when the ring is
 * full or the frame has more than DEVICE_FRAME_SIZE bytes. To nobody, it is lost.
 */
static inline int causeway_network_send(struct device_network *network, const void *bytes, size_t length)
{
	uint32_t written = network->sent_written;
	if (length > DEVICE_FRAME_SIZE ||
	    written - __atomic_load_n(&network->sent_read, __ATOMIC_SEQ_CST) >= DEVICE_NETWORK_FRAMES)
		return -1;
	struct device_frame *frame = &network->sent[written % DEVICE_NETWORK_FRAMES];
	memcpy(frame->bytes, bytes, length);
	frame->length = (uint32_t)length;
	__atomic_store_n(&network->sent_written, written + 1, __ATOMIC_SEQ_CST);
	causeway_device_kick(network);
	return 0;
}

#ifdef __cplusplus
}
#endif

#endif
