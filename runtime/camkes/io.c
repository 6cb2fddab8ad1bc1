/*
 * libplatsupport's operations over what a component has.
 */
#include "camkes/io.h"

#include "camkes/dma.h"
#include "camkes/interface_registration.h"
#include "camkes/irq.h"
#include "causeway/component.h"

#include <stdlib.h>
#include <string.h>

extern const struct causeway_hardware causeway_g_hardware __attribute__((weak));

static void *map(void *cookie, uintptr_t paddr, size_t size, int cached, ps_mem_flags_t flags)
{
	const struct causeway_hardware *hardware = &causeway_g_hardware;
	(void)cookie;
	(void)cached;
	(void)flags;
	for (size_t i = 0; hardware && i < hardware->register_count; i++) {
		const struct causeway_registers *registers = &hardware->registers[i];
		uint64_t offset = paddr - registers->physical;
		char *start;
		if (offset >= registers->size || size > registers->size - offset)
			continue;
		memcpy(&start, registers->pointer, sizeof start);
		return start + offset;
	}
	return NULL;
}

static void unmap(void *cookie, void *vaddr, size_t size)
{
	(void)cookie;
	(void)vaddr;
	(void)size;
}

int camkes_io_mapper(ps_io_mapper_t *mapper)
{
	if (!mapper)
		return EINVAL;
	*mapper = (ps_io_mapper_t){ NULL, map, unmap };
	return 0;
}

static int heap_malloc(void *cookie, size_t size, void **pointer)
{
	(void)cookie;
	void *memory = malloc(size);
	if (!memory)
		return ENOMEM;
	*pointer = memory;
	return 0;
}

static int heap_calloc(void *cookie, size_t count, size_t size, void **pointer)
{
	(void)cookie;
	void *memory = calloc(count, size);
	if (!memory)
		return ENOMEM;
	*pointer = memory;
	return 0;
}

static int heap_free(void *cookie, size_t size, void *pointer)
{
	(void)cookie;
	(void)size;
	free(pointer);
	return 0;
}

int camkes_ps_malloc_ops(ps_malloc_ops_t *ops)
{
	if (!ops)
		return EINVAL;
	*ops = (ps_malloc_ops_t){ heap_malloc, heap_calloc, heap_free, NULL };
	return 0;
}

int camkes_io_ops(ps_io_ops_t *ops)
{
	if (!ops)
		return EINVAL;
	memset(ops, 0, sizeof *ops);
	int error = camkes_io_mapper(&ops->io_mapper);
	error = error ? error : camkes_ps_malloc_ops(&ops->malloc_ops);
	error = error ? error : camkes_dma_manager(&ops->dma_manager);
	error = error ? error : camkes_irq_ops(&ops->irq_ops);
	return error ? error
		     : camkes_interface_registration_ops(&ops->interface_registration_ops, &ops->malloc_ops);
}
