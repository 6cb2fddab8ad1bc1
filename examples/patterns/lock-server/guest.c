#include <camkes.h>

int run(void)
{
	for (int i = 0; i < 2; i++) {
		door_take();
		printf("%s: in\n", get_instance_name());
		seL4_Yield();
		printf("%s: out\n", get_instance_name());
		door_leave();
	}
	return 0;
}
