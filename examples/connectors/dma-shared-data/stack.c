#include <camkes.h>
#include <camkes/dma.h>

#include <string.h>

int run(void)
{
	char *header = camkes_dma_alloc(64, 64, true), *packet = camkes_dma_alloc(1500, 64, true);
	strcpy(packet, "hello");
	nic_send(dataport_wrap_ptr(packet));
	camkes_dma_free(packet, 1500);
	camkes_dma_free(header, 64);
	return 0;
}
