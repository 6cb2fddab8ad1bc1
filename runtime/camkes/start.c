/*
 * The entry points of the protection domain, and the start-up order of CAmkES: pre_init, then each
 * interface's
 * __init in its own thread, then post_init when all have returned, then the interfaces' threads go on, then
 * run().
 */
#include "print.h"
#include "semaphore.h"
#include "strand.h"

#include "microkit.h"

static struct causeway_semaphore initialised; /* one unit per interface strand whose __init has returned */
static struct causeway_semaphore released;    /* one unit per interface strand that may go on */

static void interface_strand(void)
{
	const struct causeway_strand *strand = &causeway_g_component.strands[causeway_strand_current()];
	if (strand->initialise)
		strand->initialise();
	causeway_semaphore_post(&initialised);
	causeway_semaphore_wait(&released, CAUSEWAY_WAIT_NONE, NULL);
	if (strand->serve)
		strand->serve();
}

/* CAmkES ignores what run() returns, and so does the system's status; but a failure is not kept quiet. */
static void report_result(int result)
{
	if (!result)
		return;
	microkit_dbg_puts(causeway_g_component.instance);
	microkit_dbg_puts(": run() returned ");
	causeway_print_signed(result);
	microkit_dbg_puts("\n");
}

static void control_strand(void)
{
	const struct causeway_component *component = &causeway_g_component;
	if (component->pre_init)
		component->pre_init();
	for (size_t i = 1; i < component->strand_count; i++)
		causeway_strand_start(i, interface_strand);
	for (size_t i = 1; i < component->strand_count; i++)
		causeway_semaphore_wait(&initialised, CAUSEWAY_WAIT_SEMAPHORE, "an interface's __init");
	if (component->post_init)
		component->post_init();
	for (size_t i = 1; i < component->strand_count; i++)
		causeway_semaphore_post(&released);
	causeway_strand_give_way();
	if (component->run)
		report_result(component->run());
}

void init(void)
{
	causeway_strand_start(0, control_strand);
	causeway_strand_run_all();
}

void notified(microkit_channel id)
{
	const struct causeway_component *component = &causeway_g_component;
	if (id < component->channel_count && component->channels[id].notified)
		component->channels[id].notified(component->channels[id].object);
	causeway_strand_run_all();
}
