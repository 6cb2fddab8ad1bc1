/*
 * What <camkes/instance.h> and <sel4/sel4.h> declare for every component.
 */
#include "causeway/causeway.h"
#include "causeway/component.h"

#include "camkes/instance.h"
#include "strand.h"

const char *get_instance_name(void)
{
	return causeway_g_component.instance;
}

int get_instance_affinity(void)
{
	return causeway_g_component.affinity;
}

void causeway_component_yield(void)
{
	causeway_strand_give_way();
	causeway_yield();
}

void set_putchar(void (*putchar)(int character))
{
	causeway_console_redirect(putchar);
}
