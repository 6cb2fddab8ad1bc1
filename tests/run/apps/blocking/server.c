#include <camkes.h>

static int holders, waiting, most_waiting, rounds;

static void lock(void)
{
	waiting++;
	if (waiting > most_waiting)
		most_waiting = waiting;
	if (m_lock())
		abort();
	waiting--;
	if (++holders > 1)
		printf("two hold the lock\n");
}

static void unlock(void)
{
	holders--;
	if (++rounds == 6)
		printf("the lock was held %d times; at most %d waited for it\n", rounds, most_waiting);
	if (m_unlock())
		abort();
}

/* Each interface is a thread of its own; who gets the lock returns with it, and the others' calls stay open. */
#define INTERFACE(name)                                                                                      \
	void name##_lock(void)                                                                               \
	{                                                                                                    \
		lock();                                                                                      \
	}                                                                                                    \
	void name##_unlock(void)                                                                             \
	{                                                                                                    \
		unlock();                                                                                    \
	}

INTERFACE(a)
INTERFACE(b)
INTERFACE(c)

static void on_event(void *argument)
{
	*(int *)argument += 1;
	if (arrived_post())
		abort();
}

int w_wait_for_event(int number)
{
	if (own_reg_callback(on_event, &number))
		abort();
	to_self_emit();
	if (arrived_wait())
		abort();
	return number;
}

static volatile bool released;

void w_spin(void)
{
	while (!released)
		seL4_Yield();
}

void r_release(void)
{
	released = true;
}
