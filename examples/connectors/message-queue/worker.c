#include <camkes.h>
#include <camkes/msgqueue.h>

#include <string.h>

int run(void)
{
	camkes_msgqueue_sender_t queue = { 0 };
	ZF_LOGF_IF(camkes_msgqueue_sender_init(1, &queue), "no queue");
	entry_t entry = { 0, "fits" };
	while (!camkes_msgqueue_send(&queue, &entry, sizeof entry))
		entry.number++;
	printf("worker: the queue is full after %d entries\n", entry.number);
	full_emit();
	taken_wait();
	puts("worker: all were taken");
	entry = (entry_t){ 6, "last" };
	camkes_msgqueue_send(&queue, &entry, sizeof entry);
	return 0;
}
