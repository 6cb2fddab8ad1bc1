#include <camkes.h>

int run(void)
{
	for (int i = 0; i < rounds; i++) {
		l_lock();
		seL4_Yield();
		l_unlock();
	}
	return 0;
}
