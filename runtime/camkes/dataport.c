/*
 * Pointers into dataports as (id, offset): the id is the memory's, so it means the same wherever it is
 * mapped.
 */
#include "camkes/dataport.h"
#include "causeway/component.h"

#include <string.h>

/* The variable may be of any pointer type, hence the copy. */
static char *start_of(const struct causeway_dataport *dataport)
{
	char *start;
	memcpy(&start, dataport->pointer, sizeof start);
	return start;
}

int causeway_dataport_wrap(const struct causeway_dataport *dataport, dataport_ptr_t *pointer,
			   const void *address)
{
	uintptr_t offset = (uintptr_t)address - (uintptr_t)start_of(dataport);
	if (offset >= dataport->size)
		return -1;
	*pointer = (dataport_ptr_t){ dataport->id, offset };
	return 0;
}

void *causeway_dataport_unwrap(const struct causeway_dataport *dataport, const dataport_ptr_t *pointer)
{
	if (pointer->id != dataport->id || pointer->offset >= dataport->size)
		return NULL;
	return start_of(dataport) + pointer->offset;
}

dataport_ptr_t dataport_wrap_ptr(void *address)
{
	dataport_ptr_t pointer = { -1, 0 };
	for (size_t i = 0; i < causeway_g_component.dataport_count; i++)
		if (!causeway_dataport_wrap(causeway_g_component.dataports[i], &pointer, address))
			break;
	return pointer;
}

void *dataport_unwrap_ptr(dataport_ptr_t pointer)
{
	for (size_t i = 0; i < causeway_g_component.dataport_count; i++) {
		void *address = causeway_dataport_unwrap(causeway_g_component.dataports[i], &pointer);
		if (address)
			return address;
	}
	return NULL;
}
