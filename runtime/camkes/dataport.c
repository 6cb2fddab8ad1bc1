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

dataport_ptr_t causeway_dataport_wrap(const struct causeway_dataport *dataport, const void *address)
{
	uintptr_t offset = (uintptr_t)address - (uintptr_t)start_of(dataport);
	if (offset >= dataport->size)
		return (dataport_ptr_t){ -1, 0 };
	return (dataport_ptr_t){ dataport->id, offset };
}

void *causeway_dataport_unwrap(const struct causeway_dataport *dataport, dataport_ptr_t pointer)
{
	if (pointer.id != dataport->id || pointer.offset >= dataport->size)
		return NULL;
	return start_of(dataport) + pointer.offset;
}

dataport_ptr_t dataport_wrap_ptr(void *address)
{
	for (size_t i = 0; i < causeway_g_component.dataport_count; i++) {
		dataport_ptr_t pointer = causeway_dataport_wrap(causeway_g_component.dataports[i], address);
		if (pointer.id >= 0)
			return pointer;
	}
	return (dataport_ptr_t){ -1, 0 };
}

void *dataport_unwrap_ptr(dataport_ptr_t pointer)
{
	for (size_t i = 0; i < causeway_g_component.dataport_count; i++) {
		void *address = causeway_dataport_unwrap(causeway_g_component.dataports[i], pointer);
		if (address)
			return address;
	}
	return NULL;
}
