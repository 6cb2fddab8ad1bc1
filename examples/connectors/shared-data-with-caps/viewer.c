#include <camkes.h>
#include <camkes/dataport_caps.h>

int run(void)
{
	bool writable = seL4_CapRights_get_capAllowWrite(dataport_get_rights(&buffer_handle));
	ready_wait();
	buffer_acquire();
	printf("viewer: buffer %u has %zu bytes, %s: %s\n", dataport_get_id(&buffer_handle),
	       dataport_get_size(&buffer_handle), writable ? "to read and write" : "to read only", (char *)buffer);
	return 0;
}
