/*
 * The scheduler's shared memory on the Linux substrate: one object that every protection domain and the
 * launcher map.
 *
 * The baton is the right to run. `current` says who has it; only its holder edits queues and states. Anybody
 * may set bits in `external`, `posted` and a domain's `notification`, the only words that are written without
 * the baton. Every protection domain can write all of this: whoever reads an index from here checks it first.
 */
#ifndef ABI_LINUX_BATON_H
#define ABI_LINUX_BATON_H

#include "abi/linux_control.h"

#include <stdatomic.h>
#include <stdint.h>

#define LINUX_BATON_MAGIC UINT32_C(0x4e544142)

/* See linux_boot.h for what is beside it. */
#ifdef CAUSEWAY_HOSTED
#define LINUX_BATON_ADDRESS UINT64_C(0x70140000)
#else
#define LINUX_BATON_ADDRESS UINT64_C(0x600000140000)
#endif

/*
 * Badges: a set of notification bits, or a call with the callee's channel id in the low bits, or the fault of
 * a child with its id there.
 */
#define LINUX_BADGE_NOTIFICATIONS ((UINT64_C(1) << 62) - 1)
#define LINUX_BADGE_FAULT (UINT64_C(1) << 62)
#define LINUX_BADGE_CALL (UINT64_C(1) << 63)

enum {
	LINUX_PDS_MAX = 63,
	LINUX_PRIORITIES = 256,
	LINUX_DOMAINS_MAX = 16,
	LINUX_SCHEDULE_MAX = 100,
	LINUX_REFILLS = 2,
	LINUX_MESSAGE_WORDS = 64,
	LINUX_STRANDS_MAX = 64,
	LINUX_CONSOLE_SIZE = 2048,
	LINUX_NOTE_SIZE = 60,
	LINUX_FAULT_TEXT_SIZE = 256,
	LINUX_BOOT_SPACE = 1 << 19,
	LINUX_FAULT_WORDS = 19, /* the longest fault message of seL4, that of an unknown system call */
};

/* Values of `current` and of links that are no protection domain. */
enum { LINUX_NOBODY = 255, LINUX_LAUNCHER = 254 };

enum linux_state {
	LINUX_STATE_STARTING,
	LINUX_STATE_READY,   /* in a ready queue */
	LINUX_STATE_RUNNING, /* has the baton, or is about to */
	LINUX_STATE_WAITING, /* in receive */
	LINUX_STATE_QUEUED,  /* called, or faults to, somebody who is busy; in that one's queue of callers */
	LINUX_STATE_CALLING, /* called somebody who has taken the call; waits for the reply */
	LINUX_STATE_FAULTED, /* its parent has taken its fault; waits for what that decides */
	LINUX_STATE_STOPPED, /* faulted, ended, or stopped by its parent */
	LINUX_STATE_SPENT,   /* could run, but its scheduling context has no budget before its next refill */
};

/* What the parent wants of a child, which does it when it has the baton again. */
enum linux_request {
	LINUX_REQUEST_NONE,
	LINUX_REQUEST_RESUME,  /* go on where it was stopped: the system call or instruction is tried again */
	LINUX_REQUEST_RESTART, /* go on at `entry` */
};

/* The run word, a futex: a wake-up cannot be lost between looking and sleeping. */
enum { LINUX_RUN_NO, LINUX_RUN_GRANTED, LINUX_RUN_ASLEEP };

/* Bits of `external`. */
enum {
	LINUX_EXTERNAL_POSTED = 1, /* `posted` names domains that got notifications from outside */
	LINUX_EXTERNAL_TIME = 2,   /* a slice, a budget or a domain's turn may be over: look at the clock */
};

/* Passive domains give their scheduling context away once init() has returned. */
enum linux_passive { LINUX_ACTIVE, LINUX_BECOMES_PASSIVE, LINUX_PASSIVE };

/* Bits of `watch`: who wants to know of events (linux_event.h). */
enum { LINUX_WATCH_HASH = 1, LINUX_WATCH_COUNT = 2, LINUX_WATCH_KEEP = 4 };

/* Time that may be used, and from when on. Nanoseconds, as everywhere here. */
struct linux_refill {
	uint64_t time;
	uint64_t amount;
};

/*
 * The right to use time: a scheduling context of seL4. Context i is the one that the system description gives
 * domain i; a caller's goes to a passive callee until the reply.
 */
struct linux_context {
	uint64_t budget;
	uint64_t period; /* 0: round robin; the budget is the length of a slice, refills[0] what is left of it
			  */
	struct linux_refill refills[LINUX_REFILLS];
	uint64_t consumed; /* since the start */
	uint32_t refill_count;
	uint32_t reserved;
};

struct linux_queue {
	uint32_t head;
	uint32_t tail;
};

/* What is touched at every switch. */
struct linux_pd {
	_Atomic uint32_t run;
	_Atomic uint32_t dead; /* its process is gone: skip it */
	_Atomic uint64_t notification;
	uint64_t received; /* what ended its wait: a badge, or LINUX_REPLIED; 0: its parent did */
	uint64_t info;	   /* the tag of the message in its area */
	uint64_t badge;	   /* queued: what its call or fault arrives as */
	uint64_t entry;	   /* request: where to restart */
	uint32_t state;
	uint32_t priority;
	uint32_t next;		    /* link of the one queue that it is in */
	uint32_t peer;		    /* queued, calling, faulted: who is to take or has taken it */
	uint32_t request;	    /* enum linux_request */
	struct linux_queue callers; /* those who wait for it to receive: by priority, then in turn */
	uint32_t context;	    /* whose scheduling context it runs on; LINUX_NOBODY: it has none */
	uint32_t passive;	    /* enum linux_passive */
	uint32_t domain;
	uint32_t woken; /* ready, and has not run since: its turn among equals of the same kind is open */
	uint32_t reserved[9];
};

/* In `received`: the reply to a call is there. No badge is both a call and a fault. */
#define LINUX_REPLIED (LINUX_BADGE_CALL | LINUX_BADGE_FAULT)

/*
 * A domain's interrupt lines, one bit for each interrupt id. A line is masked from the moment its interrupt
 * is delivered until the domain acknowledges it; all that arrives meanwhile is one pending interrupt. Both
 * words are written by the domain and by the launcher (baton_irq_raise, baton_irq_ack).
 */
struct linux_irqs {
	_Atomic uint64_t masked;
	_Atomic uint64_t pending;
	_Atomic uint32_t kicks_done; /* a futex: kicks of devices that the launcher has acted on */
	uint32_t kicks;		     /* by the domain: so far */
};

/* Why a protection domain stopped. */
enum linux_fault_kind {
	LINUX_FAULT_NONE,
	LINUX_FAULT_SIGNAL,  /* a processor exception: `signal`, `access`, `address` */
	LINUX_FAULT_SYSCALL, /* a system call that it must not make: `number` */
	LINUX_FAULT_ABORT,
	LINUX_FAULT_EXIT,   /* `number`: the exit status */
	LINUX_FAULT_CRASH,  /* the runtime stopped it: `text` */
	LINUX_FAULT_LOOKUP, /* it used a capability that cannot be: `address` */
};

enum linux_access { LINUX_ACCESS_UNKNOWN, LINUX_ACCESS_READ, LINUX_ACCESS_WRITE, LINUX_ACCESS_EXECUTE };

struct linux_fault {
	uint32_t kind;
	uint32_t signal;
	uint32_t code; /* si_code */
	uint32_t access;
	uint64_t address;
	uint64_t pc;
	uint64_t sp;
	int64_t number;
	uint64_t info;			   /* the tag of the message to the parent, */
	uint64_t words[LINUX_FAULT_WORDS]; /* its words; after the parent's reply, those of the reply */
	char text[LINUX_FAULT_TEXT_SIZE];
};

/* What a strand waits for (enum causeway_wait). */
struct linux_note {
	uint32_t kind;
	char what[LINUX_NOTE_SIZE];
};

/* A packet that is being filled: header and text go out in one piece, without a copy. */
struct linux_console {
	uint32_t length;
	uint32_t reserved[3];
	struct linux_packet header;
	char text[LINUX_CONSOLE_SIZE];
};

/* What is touched at messages, output and trouble. */
struct linux_area {
	uint64_t message[LINUX_MESSAGE_WORDS];
	struct linux_fault fault;
	struct linux_console console;
	_Alignas(4096) struct linux_note notes[LINUX_STRANDS_MAX];
};

/* Who is ready in one scheduling domain of seL4. */
struct linux_ready {
	uint64_t bits[LINUX_PRIORITIES / 64]; /* bit i: queue i is not empty */
	struct linux_queue queues[LINUX_PRIORITIES];
};

/* A domain's turn. */
struct linux_turn {
	uint32_t domain;
	uint32_t reserved;
	uint64_t duration;
};

/* Where a domain that starts finds its boot record (linux_boot.h). */
struct linux_boot_entry {
	_Atomic int32_t process; /* the id of the process that is to be this domain */
	uint32_t offset;	 /* of its record, in `boot` */
};

struct linux_baton {
	/* These two are where every version has them. */
	uint32_t magic;
	uint32_t version; /* LINUX_BOOT_VERSION, of the launcher */
	uint32_t pd_count;
	uint32_t reserved;
	_Atomic uint32_t current;
	_Atomic uint32_t external;
	_Atomic uint64_t posted;  /* bit i: domain i has notifications from outside */
	_Atomic uint32_t started; /* domains that are ready to run */
	uint32_t watch;		  /* LINUX_WATCH_* */
	uint64_t switches;	  /* times the baton was handed over */

	/* Time. */
	uint32_t accounting; /* whether anybody's use of time matters to others */
	uint32_t simulated;  /* the clock is `time`, not the host's */
	uint32_t watched;    /* simulated: the launcher gets the baton whenever something was printed */
	uint64_t time;	     /* simulated: now */
	uint64_t alarm;	     /* simulated: when the launcher wants the baton next; UINT64_MAX: never */
	uint64_t seed;	     /* of the choices that are free; 0: all are first come, first served */
	uint64_t random;     /* state of these choices */
	uint64_t hash;	     /* of all events so far, if LINUX_WATCH_HASH */
	uint64_t since;	     /* time was charged until then, */
	uint32_t charged;    /* and to this context since; LINUX_NOBODY: to none */
	uint32_t domain;     /* whose turn it is */
	uint64_t spent;	     /* bit i: domain i is SPENT */

	/* The turns of domains; none: all are in domain 0, whose turn never ends. */
	uint32_t turn_count;
	uint32_t turn;
	uint64_t turn_end;
	struct linux_turn turns[LINUX_SCHEDULE_MAX];

	struct linux_context contexts[LINUX_PDS_MAX];
	struct linux_ready ready[LINUX_DOMAINS_MAX];
	struct linux_pd pds[LINUX_PDS_MAX];
	struct linux_irqs irqs[LINUX_PDS_MAX];
	uint64_t epoch; /* on the scheduler's clock: when the system's time began */
	struct linux_boot_entry boot_entries[LINUX_PDS_MAX];
	_Alignas(4096) unsigned char boot[LINUX_BOOT_SPACE];
	_Alignas(4096) struct linux_area areas[LINUX_PDS_MAX];
};

_Static_assert(sizeof(struct linux_pd) == 128, "a domain's slot is two cache lines");
_Static_assert(sizeof(struct linux_context) == 64, "a context is a cache line");
_Static_assert(sizeof(struct linux_area) == 8192, "a domain's area is two pages");
_Static_assert(sizeof(struct linux_baton) % 4096 == 0, "whole pages");
_Static_assert(sizeof(_Atomic uint32_t) == 4 && sizeof(_Atomic uint64_t) == 8, "atomics are their values");

#endif
