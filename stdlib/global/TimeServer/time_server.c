/*
 * All timers in one table; the board's timer is set to the earliest deadline. What has gone off is kept as a bit until
 * the client asks (completed), and the client is signalled once for each. Strands of a component do not preempt each
 * other, so the table needs no lock.
 */
#include <camkes.h>

#include <causeway/timer.h>

#include <stdbool.h>
#include <stdlib.h>

enum { TIMERS_MAX = 32 };

struct timeout {
	uint64_t deadline; /* 0: off */
	uint64_t period;   /* 0: once */
};

/* Of client BADGE: those at (badge - 1) * timers_per_client, and the bits of those that went off. */
static struct timeout *timeouts;
static unsigned *completed;
static unsigned clients;

/* Calls come only from clients, but who is connected without the connector's signals has no badge. */
static struct timeout *find(seL4_Word badge, int timer)
{
	if (!badge || badge > clients || timer < 0 || timer >= timers_per_client)
		return NULL;
	return &timeouts[(badge - 1) * (unsigned)timers_per_client + (unsigned)timer];
}

static void go_off(unsigned client, unsigned timer)
{
	completed[client] |= 1u << timer;
	the_timer_emit(client + 1);
	timer_notification_emit();
}

/* Periods that are over already are one: whoever is late has to look at the time anyway. */
static void check(unsigned client, unsigned timer, uint64_t now)
{
	struct timeout *timeout = &timeouts[client * (unsigned)timers_per_client + timer];
	if (!timeout->deadline || timeout->deadline > now)
		return;
	uint64_t late = now - timeout->deadline;
	timeout->deadline = timeout->period ? now - late % timeout->period + timeout->period : 0;
	go_off(client, timer);
}

static void update(void)
{
	uint64_t now = causeway_time(), next = 0;
	for (unsigned client = 0; client < clients; client++)
		for (unsigned timer = 0; timer < (unsigned)timers_per_client; timer++)
			check(client, timer, now);
	for (unsigned i = 0; i < clients * (unsigned)timers_per_client; i++)
		if (timeouts[i].deadline && (!next || timeouts[i].deadline < next))
			next = timeouts[i].deadline;
	causeway_timer_set(timer_registers, next);
}

/* Deadline 0 would be off; everything before the first nanosecond is over at once. */
static int set(int timer, uint64_t deadline, uint64_t period)
{
	struct timeout *timeout = find(the_timer_get_sender_id(), timer);
	if (!timeout)
		return -1;
	timeout->deadline = deadline ? deadline : 1;
	timeout->period = period;
	update();
	return 0;
}

static uint64_t from_now(uint64_t time)
{
	uint64_t now = causeway_time();
	return time > UINT64_MAX - now ? UINT64_MAX : now + time;
}

int the_timer_periodic(int tid, uint64_t ns)
{
	return ns ? set(tid, from_now(ns), ns) : -1;
}

int the_timer_oneshot_absolute(int tid, uint64_t ns)
{
	return set(tid, ns, 0);
}

int the_timer_oneshot_relative(int tid, uint64_t ns)
{
	return set(tid, from_now(ns), 0);
}

int the_timer_stop(int tid)
{
	struct timeout *timeout = find(the_timer_get_sender_id(), tid);
	if (!timeout)
		return -1;
	timeout->deadline = 0;
	update();
	return 0;
}

unsigned int the_timer_completed(void)
{
	seL4_Word badge = the_timer_get_sender_id();
	if (!find(badge, 0))
		return 0;
	unsigned bits = completed[badge - 1];
	completed[badge - 1] = 0;
	return bits;
}

uint64_t the_timer_time(void)
{
	return causeway_time();
}

void timer_interrupt_handle(void)
{
	update();
	timer_interrupt_acknowledge();
}

/* Before any client can call. */
void pre_init(void)
{
	if (timers_per_client < 1 || timers_per_client > TIMERS_MAX)
		causeway_crash("timers_per_client is 1 to 32");
	clients = (unsigned)the_timer_largest_badge();
	timeouts = calloc(clients * (unsigned)timers_per_client, sizeof *timeouts);
	completed = calloc(clients, sizeof *completed);
	if (clients && (!timeouts || !completed))
		causeway_crash("heap_size is too small for all timers");
}
