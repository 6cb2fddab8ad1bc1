#include <camkes.h>

int counter_send(int bytes)
{
	uint8_t mac[6];
	unsigned badge = (unsigned)counter_get_sender_id();
	if (!counter_has_mac(badge))
		return 0;
	counter_get_mac(badge, mac);
	printf("store: %s from %02x:..:%02x\n", (char *)counter_buf(badge), mac[0], mac[5]);
	return bytes;
}
