/*
 * What happens in a system, as the scheduler sees it: each row is a place in the code where the scheduler
 *acts, with the baton. What a trace, statistics and the hash of a simulated run are made of.
 *
 *	EVENT(name, PD, OTHER, VALUE): whom it is about, who else, and what the value is.
 *
 * Where there is nobody else it is LINUX_NOBODY; LINUX_LAUNCHER stands for what is outside of the system.
 */
#ifndef ABI_LINUX_EVENT_H
#define ABI_LINUX_EVENT_H

/* clang-format off */
#define LINUX_EVENTS(EVENT) \
	EVENT(READY,    "can run now",               "who made it ready, or nobody: it gave way", "0") \
	EVENT(RUN,      "has the processor now",     "nobody",                           "whose scheduling context it runs on") \
	EVENT(WAIT,     "waits for an event",        "nobody",                           "0") \
	EVENT(NOTIFY,   "notifies",                  "whom",                             "the bits") \
	EVENT(POST,     "is notified from outside",  "the launcher",                     "the bits") \
	EVENT(RECEIVE,  "takes an event",            "the caller, if it is a call",      "the badge") \
	EVENT(CALL,     "calls",                     "whom",                             "the message's tag") \
	EVENT(REPLY,    "answers",                   "whom",                             "the message's tag") \
	EVENT(YIELD,    "gives up its turn",         "nobody",                           "0") \
	EVENT(SLICE,    "its time slice is over",    "nobody",                           "the slice, nanoseconds") \
	EVENT(SPENT,    "its budget is used up",     "whose scheduling context it is",   "when it has budget again") \
	EVENT(REFILL,   "has budget again",          "whose scheduling context it is",   "how much") \
	EVENT(DONATE,   "gives its scheduling context away", "to whom",                  "whose it is") \
	EVENT(PASSIVE,  "is passive from now on",    "nobody",                           "0") \
	EVENT(FAULT,    "stops: a fault or its end", "nobody",                           "enum linux_fault_kind") \
	EVENT(STOP,     "is stopped by its parent",  "nobody",                           "0") \
	EVENT(DOMAIN,   "nobody: a domain's turn begins", "nobody",                      "the domain") \
	EVENT(IDLE,     "nobody runs now",           "who ran",                          "0")
/* clang-format on */

#define LINUX_EVENT_ID(name, pd, other, value) LINUX_EVENT_##name,
enum linux_event { LINUX_EVENTS(LINUX_EVENT_ID) LINUX_EVENT_COUNT };

#endif
