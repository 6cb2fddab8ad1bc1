/*
 * The boot record: what the launcher tells a protection domain. The records of all lie in the memory that
 * they share (`boot` in linux_baton.h): that costs a process less than a file of its own, and nobody's
 * program runs before all domains have read theirs. Tables follow a record at the offsets that it names.
 *
 * LINUX_BOOT_VERSION counts the changes of all that the launcher and the runtime share: what is in this file
 * and its neighbours linux_*.h. The ELF file of a domain has a note (LINUX_NOTE_NAME, LINUX_NOTE_TYPE) that
 * holds the version that it understands, the shared memory the launcher's.
 */
#ifndef ABI_LINUX_BOOT_H
#define ABI_LINUX_BOOT_H

#define LINUX_BOOT_VERSION 4
/* Added to the version in the note of a program that is hosted: linked with the host's C library, and not
 * confined. */
#define LINUX_NOTE_HOSTED 0x100
#define LINUX_NOTE_NAME "Causeway"
#define LINUX_NOTE_TYPE 1

#ifndef __ASSEMBLER__

#include <stdint.h>

/* Protection domains are linked at the Core Platform's base. */
#define LINUX_IMAGE_ADDRESS UINT64_C(0x200000)

#define LINUX_PAGE UINT64_C(0x1000)

/*
 * The stack ends here; one guard page lies below it, and one above it, which is also the guard of the stack
 * that signals have to themselves. All this and the scheduler's memory (linux_baton.h) lie far above the
 * addresses that a system description can use (44 bits at most), and so close together that they share page
 * tables.
 */
#define LINUX_CONFINED_STACK_TOP UINT64_C(0x600000100000)

/*
 * In hosted programs all this lies below what the address sanitizer and valgrind need for themselves; a
 * region that ends above LINUX_HOSTED_END cannot be had there.
 */
#define LINUX_HOSTED_STACK_TOP UINT64_C(0x70100000)
#define LINUX_HOSTED_END UINT64_C(0x60000000)

#ifdef CAUSEWAY_HOSTED
#define LINUX_STACK_TOP LINUX_HOSTED_STACK_TOP
#else
#define LINUX_STACK_TOP LINUX_CONFINED_STACK_TOP
#endif
#define LINUX_SIGNAL_STACK_SIZE UINT64_C(0x10000)
#define LINUX_SIGNAL_STACK_TOP (LINUX_STACK_TOP + LINUX_PAGE + LINUX_SIGNAL_STACK_SIZE)

/* Descriptors that a domain starts with; of these it keeps the control socket alone. A
 * hosted one has the launcher's standard error besides, and keeps it. */
enum { LINUX_CONTROL_FD = 0, LINUX_BATON_FD = 1, LINUX_HOSTED_ERRORS_FD = 3 };

enum { LINUX_CHANNELS = 62, LINUX_CHILDREN = 256, LINUX_PD_NAME_SIZE = 64, LINUX_NO_PARENT = 255 };

/* As in the model, and as mmap's PROT_*. */
enum { LINUX_PROT_READ = 1, LINUX_PROT_WRITE = 2, LINUX_PROT_EXECUTE = 4 };

struct linux_map {
	uint64_t address;
	uint64_t size;
	int32_t fd;
	uint32_t protection;
};

/* Bytes to put into the image before it runs: patched symbols and setvars. */
struct linux_patch {
	uint64_t address;
	uint32_t offset; /* of the bytes, in the record */
	uint32_t size;
	uint32_t protection; /* of the segment; one that is not writable is made so for the moment */
	uint32_t reserved;
};

/* A channel as one end sees it. PEER is an index of a protection domain. */
struct linux_channel {
	uint8_t rights; /* LINUX_MAY_* */
	uint8_t peer;
	uint8_t peer_id;
	uint8_t reserved;
};

enum { LINUX_MAY_NOTIFY = 1, LINUX_MAY_CALL = 2 };

/* A child protection domain: its id, as its parent knows it, and its index. */
struct linux_child {
	uint8_t id;
	uint8_t pd;
};

struct linux_boot {
	int32_t launcher;
	uint32_t parent;       /* index of the one that takes its faults, or LINUX_NO_PARENT, */
	uint32_t id;	       /* which knows it by this */
	uint32_t clock_offset; /* of the clock function in the kernel's vdso; 0: unknown */
	uint64_t stack_size;
	uint32_t map_offset, map_count;
	uint32_t patch_offset, patch_count;
	uint32_t child_offset, child_count;
	uint32_t filter_count; /* instructions of the seccomp filter, 8 bytes each: all have the same one,
				  which comes before the records */
	uint32_t has_timer;    /* a timer of its own ends its slices */
	uint32_t debugged;     /* a debugger will attach itself */
	uint32_t simulated;    /* time is the scheduler's (linux_sim.h) */
	struct linux_channel channels[LINUX_CHANNELS];
};

_Static_assert(sizeof(struct linux_map) == 24, "layout");
_Static_assert(sizeof(struct linux_patch) == 24, "layout");
_Static_assert(sizeof(struct linux_channel) == 4, "layout");
_Static_assert(sizeof(struct linux_boot) == 312, "layout");

#endif
#endif
