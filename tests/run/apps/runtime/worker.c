#include <camkes.h>
#include <camkes/dataport.h>
#include <stdlib.h>
#include <string.h>

extern char *morecore_area;
extern size_t morecore_size;

static void check(bool condition, const char *what)
{
	printf("%s: %s\n", what, condition ? "yes" : "NO");
}

void pre_init(void)
{
	printf("pre_init of %s\n", get_instance_name());
}

static int own_events;

static void own_callback(void *argument)
{
	own_events++;
	*(int *)argument += 1;
}

static int argument;

void own__init(void)
{
	printf("own__init\n");
	check(own_reg_callback(own_callback, &argument) == 0, "a callback can be registered");
	check(own_reg_callback(own_callback, &argument) == -1, "a second one cannot");
}

void tick__init(void)
{
	printf("tick__init\n");
}

void post_init(void)
{
	printf("post_init\n");
}

static void test_heap(void)
{
	char *text = strdup("some text");
	check(text >= morecore_area && text < morecore_area + morecore_size, "the heap is in morecore_area");
	text = realloc(text, 5000);
	check(text && strcmp(text, "some text") == 0, "realloc keeps the contents");
	void *page = NULL;
	check(posix_memalign(&page, 4096, 4096) == 0 && (uintptr_t)page % 4096 == 0, "pages are aligned");
	check(malloc(morecore_size) == NULL, "there is an end to the heap");
	free(page);
	free(text);
	void *most = calloc(1, morecore_size - 4096);
	check(most != NULL, "all of it comes back");
	free(most);
}

static void test_events(void)
{
	done_emit();
	check(own_poll() == 0 && own_events == 1 && argument == 1,
	      "the callback took the component's own event");
	tick_wait();
	check(*(const int *)count == 1, "the clock ticked");
	done_emit();
	check(own_poll() == 1, "without a callback an event can be polled for");
	while (!tick_poll())
		seL4_Yield();
	check(*(const int *)count == 2, "the clock ticked again");
	nobody_emit();
	check(!never_wait && !&nothing, "what is not connected can be asked for");
}

static void test_dataports(void)
{
	dataport_ptr_t pointer = dataport_wrap_ptr((char *)count + 8);
	check(pointer.id >= 0 && pointer.offset == 8, "a pointer into a dataport can be wrapped");
	check(dataport_unwrap_ptr(pointer) == (char *)count + 8, "and unwrapped");
	check(count_get_size() == 4096 && count_size == 4096, "a Buf is a page");
}

static char taken[16];

static void take(int character)
{
	seL4_Yield(); /* it may block */
	taken[strlen(taken)] = (char)character;
}

int run(void)
{
	printf("run\n");
	test_heap();
	test_events();
	test_dataports();
	set_putchar(take);
	printf("%s\n", "taken");
	set_putchar(NULL);
	check(strcmp(taken, "taken\n") == 0, "the output can be taken over");
	return 0;
}
