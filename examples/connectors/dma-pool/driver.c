#include <camkes.h>
#include <camkes/dma.h>

int run(void)
{
	char *ring = camkes_dma_alloc(4096, 4096, false);
	char *packet = camkes_dma_alloc(1536, 64, false);
	packet[10] = 'x';
	printf("driver: the ring is at %p, a byte of the packet at %p\n", (void *)camkes_dma_get_paddr(ring),
	       (void *)camkes_dma_get_paddr(packet + 10));
	camkes_dma_free(packet, 1536);
	camkes_dma_free(ring, 4096);
	printf("driver: all of it at once: %s\n", camkes_dma_alloc(65536, 0, false) ? "yes" : "no");
	return 0;
}
