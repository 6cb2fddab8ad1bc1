/* Functions of a component that are called like the runtime's own; each must be the component's to the
 * component and the runtime's to the runtime. */
#include <camkes.h>

static int calls;

#define OWN(name)                                                                                            \
	int name(int value);                                                                                 \
	int name(int value)                                                                                  \
	{                                                                                                    \
		calls++;                                                                                     \
		return value + 1;                                                                            \
	}

OWN(init)
OWN(notified)
OWN(protected)
OWN(fault)
OWN(baton_notify)
OWN(common_main)
OWN(linux_stop)
OWN(linux_tell)
OWN(native_put)
OWN(native_notify)
OWN(native_receive)
OWN(processor_wait)
OWN(processor_enter)
OWN(arch_call_on_stack)

int run(void)
{
	left_emit();
	right_wait();
	printf("the event came\n");
	printf("own functions called: %d\n", calls);
	int value = init(0) + notified(0) + protected(0) + fault(0) + baton_notify(0) + common_main(0) +
		    linux_stop(0) + linux_tell(0) + native_put(0) + native_notify(0) + native_receive(0) +
		    processor_wait(0) + processor_enter(0) + arch_call_on_stack(0);
	printf("own functions called: %d, as expected: %s\n", calls, value == calls ? "yes" : "no");
	return 0;
}
