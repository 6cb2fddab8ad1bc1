#include <camkes.h>
#include <camkes/dma.h>

void nic_send(dataport_ptr_t pointer)
{
	char *packet = dataport_unwrap_ptr(pointer);
	printf("driver: the packet at %p says %s\n", (void *)camkes_dma_get_paddr(packet), packet);
}
