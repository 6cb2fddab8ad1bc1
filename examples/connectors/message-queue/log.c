#include <camkes.h>
#include <camkes/msgqueue.h>

int run(void)
{
	camkes_msgqueue_receiver_t queue = { 0 };
	entry_t entry;
	full_wait();
	ZF_LOGF_IF(camkes_msgqueue_receiver_init(2, &queue), "no queue");
	camkes_msgqueue_wait(&queue);
	while (!camkes_msgqueue_get(&queue, &entry, sizeof entry))
		printf("log: %d %s\n", entry.number, entry.text);
	taken_emit();
	while (camkes_msgqueue_get(&queue, &entry, sizeof entry))
		camkes_msgqueue_wait(&queue);
	printf("log: %d %s\n", entry.number, entry.text);
	return 0;
}
