/*
 * Where the C library hands over: the event loop runs on the stack that the system description gives the
 * domain.
 */
#include "common.h"

#include "kernel.h"
#include "self.h"

int main(void)
{
	arch_call_on_stack(common_main, LINUX_STACK_TOP);
}
