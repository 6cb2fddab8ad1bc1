/*
 * AArch64: exception levels, page tables, and the kernel's way of being called.
 *
 * The kernel wants to be entered at its virtual address with the MMU on, at EL2 if it is a hypervisor, else
 * at EL1. Physical memory is mapped at its own addresses by gigabytes, and the kernel's gigabyte at the
 * kernel's.
 */
#include "loader.h"

void loader_to_el2(void);
void loader_to_el1(void);
_Noreturn void loader_enter(uint64_t begin, uint64_t end, uint64_t offset, uint64_t entry, uint64_t dtb,
			    uint64_t dtb_size, uint64_t kernel);

enum { ENTRIES = 512, GIGABYTE_BITS = 30, LARGE_BITS = 21, TOP_BITS = 39 };

/* Page table entries: a table; a block with access flag, inner shareable, of memory type 4 or 0. */
enum { ENTRY_TABLE = 3, ENTRY_MEMORY = 0x711, ENTRY_DEVICE = 0x401 };

/* Memory types by their index: 0 is devices in strict order, 4 is ordinary memory, the rest as is usual. */
#define MEMORY_TYPES 0xff440c0400

/* 48 bits of address, 4 KiB granules, write-back, inner shareable. */
#define TCR_COMMON UINT64_C(0x3510)

#define READ(name)                                                                                           \
	__extension__({                                                                                      \
		uint64_t value;                                                                              \
		__asm__ volatile("mrs %0, " name : "=r"(value));                                             \
		value;                                                                                       \
	})
#define WRITE(name, value) __asm__ volatile("msr " name ", %0" : : "r"((uint64_t)(value)) : "memory")

static void synchronise(void)
{
	__asm__ volatile("dsb sy\n\tisb" : : : "memory");
}

struct tables {
	uint64_t top[ENTRIES];
	uint64_t low[ENTRIES];	  /* physical addresses */
	uint64_t kernel[ENTRIES]; /* gigabytes of the kernel's part */
	uint64_t large[ENTRIES];  /* 2 MiB pieces of the kernel's gigabyte */
};

static void fill(const struct sel4_image *image, struct tables *tables)
{
	uint64_t *words = tables->top;
	for (unsigned i = 0; i < sizeof *tables / sizeof *words; i++)
		words[i] = 0;
	tables->top[0] = (uint64_t)tables->low | ENTRY_TABLE;
	for (uint64_t i = 0; i < 64; i++)
		tables->low[i] = i << GIGABYTE_BITS | (image->memory >> i & 1 ? ENTRY_MEMORY : ENTRY_DEVICE);
	uint64_t address = image->kernel_virtual, physical = image->kernel_physical;
	unsigned top = address >> TOP_BITS & (ENTRIES - 1);
	uint64_t *gigabytes = top ? tables->kernel : tables->low;
	tables->top[top] = (uint64_t)gigabytes | ENTRY_TABLE;
	gigabytes[address >> GIGABYTE_BITS & (ENTRIES - 1)] = (uint64_t)tables->large | ENTRY_TABLE;
	for (unsigned i = address >> LARGE_BITS & (ENTRIES - 1); i < ENTRIES;
	     i++, physical += 1u << LARGE_BITS)
		tables->large[i] = physical | ENTRY_MEMORY;
}

static void enable_el2(const struct tables *tables, uint64_t size)
{
	WRITE("mair_el2", MEMORY_TYPES);
	WRITE("tcr_el2", TCR_COMMON | size << 16 | 1 << 23 | UINT64_C(1) << 31);
	WRITE("ttbr0_el2", tables->top);
	__asm__ volatile("dsb sy\n\ttlbi alle2\n\tic iallu\n\tdsb sy\n\tisb" : : : "memory");
	WRITE("sctlr_el2", READ("sctlr_el2") | 1 | 1 << 2 | 1 << 12);
	synchronise();
}

static void enable_el1(const struct tables *tables, uint64_t size)
{
	WRITE("mair_el1", MEMORY_TYPES);
	/* The upper half has the same tables, and 16 bits of address space number. */
	WRITE("tcr_el1", TCR_COMMON | TCR_COMMON << 16 | UINT64_C(2) << 30 | size << 32 | UINT64_C(1) << 36);
	WRITE("ttbr0_el1", tables->top);
	WRITE("ttbr1_el1", tables->top);
	__asm__ volatile("dsb sy\n\ttlbi vmalle1\n\tic iallu\n\tdsb sy\n\tisb" : : : "memory");
	WRITE("sctlr_el1", READ("sctlr_el1") | 1 | 1 << 2 | 1 << 12);
	synchronise();
}

static unsigned level(void)
{
	return READ("CurrentEL") >> 2;
}

/* All interrupts in group 1, as the kernel (which is not secure) can handle them; no priority is masked. */
static void prepare_interrupts(uint64_t distributor)
{
	enum { CONTROL = 0, TYPE = 4, GROUPS = 0x80, GROUP_REGISTERS_MAX = 32 };
	volatile uint32_t *registers = (volatile uint32_t *)distributor;
	registers[CONTROL / 4] = 0;
	unsigned count = (registers[TYPE / 4] & (GROUP_REGISTERS_MAX - 1)) + 1;
	for (unsigned i = 0; i < count; i++)
		registers[GROUPS / 4 + i] = 0xffffffff;
}

void arch_prepare(const struct sel4_image *image)
{
	struct tables *tables = (struct tables *)image->scratch;
	_Static_assert(sizeof(struct tables) < SEL4_IMAGE_SCRATCH_SIZE, "the stack needs room, too");
	uint64_t size = READ("id_aa64mmfr0_el1") & 7;
	if (image->distributor)
		prepare_interrupts(image->distributor);
	if (level() == 3)
		loader_to_el2();
	if (level() == 2) {
		WRITE("cntvoff_el2", 0);
		if (!(image->flags & SEL4_IMAGE_HYPERVISOR))
			loader_to_el1();
	}
	fill(image, tables);
	if (level() == 2)
		enable_el2(tables, size);
	else if (!(image->flags & SEL4_IMAGE_HYPERVISOR))
		enable_el1(tables, size);
	else
		arch_stop();
}

/* By cache lines where the processor can. */
void arch_clear(uint64_t begin, uint64_t size)
{
	enum { LINE = 64, LINE_OF_16_WORDS = 4 };
	uint64_t zva = READ("dczid_el0"), end = begin + size;
	if (zva == LINE_OF_16_WORDS) {
		for (; begin < end; begin += LINE)
			__asm__ volatile("dc zva, %0" : : "r"(begin) : "memory");
		return;
	}
	for (volatile uint64_t *word = (volatile uint64_t *)begin; word < (volatile uint64_t *)end; word++)
		*word = 0;
}

void arch_clean(uint64_t begin, uint64_t size)
{
	uint64_t line = UINT64_C(4) << (READ("ctr_el0") >> 16 & 15);
	for (uint64_t at = begin; at < begin + size; at += line)
		__asm__ volatile("dc cvac, %0" : : "r"(at) : "memory");
}

void arch_enter_kernel(const struct sel4_image *image)
{
	__asm__ volatile("dsb sy\n\tic iallu\n\tdsb sy\n\tisb" : : : "memory");
	loader_enter(image->user_begin, image->user_end, image->user_offset, image->user_entry, 0, 0,
		     image->kernel_entry);
}

void arch_stop(void)
{
	for (;;)
		__asm__ volatile("wfi");
}
