/*
 * A substrate for tests: what the component sends is recorded, what it is to receive is put into a word. And
 * a small component with a control strand and the consumers `a` and `b`, whose code each test chooses.
 */
#ifndef CAMKES_FAKE_H
#define CAMKES_FAKE_H

#include "causeway/causeway.h"
#include "causeway/component.h"

#include <stdlib.h>

/* What the tests look at. */
extern unsigned fake_notified[64];     /* by channel: how often the component notified it */
extern unsigned fake_acknowledged[64]; /* by interrupt id */
extern unsigned fake_yields;
extern void (*fake_put)(int character);	      /* where output was redirected to */
extern enum causeway_wait fake_wait_kind[64]; /* by strand */
extern char fake_wait_what[64][64];

/* Sets the bits of CHANNELS, which the component takes at its next poll. */
void fake_pend(unsigned long channels);

/* Delivers a notification as the event loop does. */
void fake_deliver(unsigned channel);

/* The component's code; NULL where there is none. */
struct fake_program {
	void (*pre_init)(void);
	void (*post_init)(void);
	int (*run)(void);
	void (*a_init)(void);
	void (*b_init)(void);
	void (*a_serve)(void); /* NULL: serves the event */
};
extern struct fake_program fake_program;

/* The consumers are notified on channels 3 and 5; the emitter sends to channel 7 and to `b` itself. */
extern const struct causeway_event fake_a, fake_b;
extern const struct causeway_emitter fake_emitter;

/* Changes what comes over a channel. */
void fake_listen(unsigned channel, struct causeway_channel row);

/* A line of text that the test builds to compare the order of things. */
extern char fake_log[1024];
extern char fake_console[1024];
void fake_note(const char *text);

/* Runs BODY in a process of its own, since the runtime has one component only. Returns its wait status. */
int fake_isolate(void (*body)(void));

/* In such a process: ends it in failure. */
_Noreturn void fake_fail(const char *file, int line, const char *condition);
#define CHECK(condition) ((condition) ? (void)0 : fake_fail(__FILE__, __LINE__, #condition))

/* A test case that runs isolated and must succeed. */
#define COMPONENT_TEST(name)                                                                                 \
	static void name##_body(void);                                                                       \
	TEST(name)                                                                                           \
	{                                                                                                    \
		assert_int_equal(fake_isolate(name##_body), 0);                                              \
	}                                                                                                    \
	static void name##_body(void)

#endif
