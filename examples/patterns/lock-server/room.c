#include <camkes.h>

void door_take(void)
{
	key_lock();
}

void door_leave(void)
{
	key_unlock();
}
