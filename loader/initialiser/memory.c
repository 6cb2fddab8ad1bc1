/*
 * Objects out of the untyped memory that the kernel handed over. Runs with an address come first, in
 * ascending order; then the others, the largest objects first, so that nothing is lost to alignment. The
 * kernel takes objects out of an untyped piece one behind the other; what lies before an address that is
 * wanted is taken out as smaller untyped pieces, which stay in use for objects without an address.
 */
#include "initialiser.h"

enum { PIECES = 512, MADE_AT_ONCE = 256 };

struct piece {
	uint64_t address;
	uint64_t used; /* bytes */
	seL4_CPtr cap;
	uint8_t bits;
	uint8_t device;
};

struct memory {
	struct boot *boot;
	unsigned count;
	struct piece pieces[PIECES];
};

static const struct {
	seL4_Word type;
	const char *what;
} types[SEL4_TYPE_COUNT] = {
	[SEL4_TYPE_TCB] = { seL4_TCBObject, "make the thread" },
	[SEL4_TYPE_ENDPOINT] = { seL4_EndpointObject, "make the endpoint" },
	[SEL4_TYPE_NOTIFICATION] = { seL4_NotificationObject, "make the notification" },
	[SEL4_TYPE_REPLY] = { seL4_ReplyObject, "make the reply object" },
	[SEL4_TYPE_SCHEDULING_CONTEXT] = { seL4_SchedContextObject, "make the scheduling context" },
	[SEL4_TYPE_CNODE] = { seL4_CapTableObject, "make the CNode" },
	[SEL4_TYPE_FRAME] = { seL4_ARM_SmallPageObject, "make the memory" },
	[SEL4_TYPE_PAGE_TABLE] = { seL4_ARM_PageTableObject, "make the page tables" },
	[SEL4_TYPE_VSPACE] = { seL4_ARM_VSpaceObject, "make the address space" },
	[SEL4_TYPE_VCPU] = { seL4_ARM_VCPUObject, "make the virtual processor" },
};

static seL4_Word kernel_type(const struct sel4_run *run)
{
	if (run->type == SEL4_TYPE_FRAME && run->bits == seL4_LargePageBits)
		return seL4_ARM_LargePageObject;
	return types[run->type].type;
}

/* log2 of what one object takes. */
static unsigned object_bits(const struct sel4_run *run)
{
	return run->type == SEL4_TYPE_CNODE ? run->bits + seL4_SlotBits : run->bits;
}

static uint64_t align(uint64_t value, unsigned bits)
{
	uint64_t mask = (UINT64_C(1) << bits) - 1;
	return (value + mask) & ~mask;
}

static void add_piece(struct memory *memory, struct piece piece)
{
	if (memory->count < PIECES)
		memory->pieces[memory->count++] = piece;
}

static void make(struct memory *memory, struct piece *piece, const struct sel4_run *run, uint64_t count,
		 seL4_Word slot)
{
	unsigned bits = object_bits(run);
	while (count) {
		uint64_t now = count < MADE_AT_ONCE ? count : MADE_AT_ONCE;
		seL4_Error error = seL4_Untyped_Retype(piece->cap, kernel_type(run), run->bits,
						       seL4_CapInitThreadCNode, 0, 0, slot, now);
		if (error)
			boot_fail(memory->boot, types[run->type].what, run->name, error);
		piece->used = align(piece->used, bits) + (now << bits);
		slot += now;
		count -= now;
	}
}

/* How many objects of 1 << BITS bytes a piece has room for. */
static uint64_t room(const struct piece *piece, unsigned bits)
{
	uint64_t size = UINT64_C(1) << piece->bits, begin = align(piece->used, bits);
	return begin < size ? (size - begin) >> bits : 0;
}

static void make_anywhere(struct memory *memory, const struct sel4_run *run, seL4_Word slot)
{
	uint64_t count = run->count;
	for (unsigned i = 0; count && i < memory->count; i++) {
		struct piece *piece = &memory->pieces[i];
		uint64_t fits = piece->device ? 0 : room(piece, object_bits(run));
		if (fits > count)
			fits = count;
		make(memory, piece, run, fits, slot);
		slot += fits;
		count -= fits;
	}
	if (count)
		boot_fail(memory->boot, types[run->type].what, run->name, seL4_NotEnoughMemory);
}

static struct piece *piece_at(struct memory *memory, uint64_t address)
{
	for (unsigned i = 0; i < memory->count; i++) {
		struct piece *piece = &memory->pieces[i];
		if (address >= piece->address + piece->used &&
		    address - piece->address < UINT64_C(1) << piece->bits)
			return piece;
	}
	return 0;
}

/* Takes what lies before OFFSET out of a piece, in pieces of their own. */
static void skip(struct memory *memory, struct piece *piece, uint64_t offset, const struct sel4_run *run)
{
	while (piece->used < offset) {
		unsigned bits = piece->used ? (unsigned)__builtin_ctzll(piece->used) : 63;
		unsigned most = 63u - (unsigned)__builtin_clzll(offset - piece->used);
		if (bits > most)
			bits = most;
		seL4_CPtr slot = boot_slot(memory->boot, types[run->type].what, run->name);
		seL4_Error error = seL4_Untyped_Retype(piece->cap, seL4_UntypedObject, bits,
						       seL4_CapInitThreadCNode, 0, 0, slot, 1);
		if (error)
			boot_fail(memory->boot, types[run->type].what, run->name, error);
		add_piece(memory, (struct piece){ piece->address + piece->used, 0, slot, (uint8_t)bits,
						  piece->device });
		piece->used += UINT64_C(1) << bits;
	}
}

static void make_at(struct memory *memory, const struct sel4_run *run, seL4_Word slot)
{
	uint64_t address = run->address;
	for (uint64_t count = run->count; count;) {
		struct piece *piece = piece_at(memory, address);
		if (!piece)
			boot_fail(memory->boot, types[run->type].what, run->name, seL4_NotEnoughMemory);
		skip(memory, piece, address - piece->address, run);
		uint64_t fits = room(piece, run->bits);
		if (!fits)
			boot_fail(memory->boot, types[run->type].what, run->name, seL4_NotEnoughMemory);
		if (fits > count)
			fits = count;
		make(memory, piece, run, fits, slot);
		slot += fits;
		count -= fits;
		address += fits << run->bits;
	}
}

void memory_make_objects(struct boot *boot)
{
	static struct memory memory;
	const struct sel4_run *runs = spec_table(boot, boot->spec->runs);
	seL4_Word slot = boot->objects;
	memory.boot = boot;
	for (seL4_Word i = 0; i < boot->info->untyped.end - boot->info->untyped.start; i++) {
		const seL4_UntypedDesc *untyped = &boot->info->untypedList[i];
		add_piece(&memory, (struct piece){ untyped->paddr, 0, boot->info->untyped.start + i,
						   untyped->sizeBits, untyped->isDevice });
	}
	for (uint32_t i = 0; i < boot->spec->runs.count; slot += runs[i++].count)
		if (runs[i].address == SEL4_NO_ADDRESS)
			make_anywhere(&memory, &runs[i], slot);
		else
			make_at(&memory, &runs[i], slot);
}
