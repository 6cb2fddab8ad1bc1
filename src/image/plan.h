/*
 * An image while it is planned. First it is decided which objects there are (domain.c, space.c, program.c),
 * in groups of alike ones; then they are put in the order in which they are made at boot and numbered
 * (number.c); then capabilities, maps and threads refer to them by number (spec.c).
 */
#ifndef IMAGE_PLAN_H
#define IMAGE_PLAN_H

#include "abi/sel4_image.h"
#include "abi/sel4_spec.h"
#include "image/image.h"

enum { IMAGE_PAGE_BITS = 12, IMAGE_LARGE_BITS = 21, IMAGE_NO_GROUP = -1 };

/* Objects of one kind for one purpose. */
struct image_group {
	enum sel4_type type;
	unsigned bits; /* as struct sel4_run has it */
	uint64_t count;
	uint64_t address; /* physical, or SEL4_NO_ADDRESS */
	unsigned owner;	  /* of plan.owners */
	const char *what; /* for the report: "stack" */
	struct src_range range;
	uint32_t first; /* number, when all are numbered */
};

/* Pages in a row in an address space. */
struct image_extent {
	uint64_t address;
	uint64_t count;
	unsigned bits;
	unsigned rights; /* enum sel4_rights */
	unsigned flags;	 /* enum sel4_map_flags */
	int group;	 /* whose frames they are; IMAGE_NO_GROUP: pages of the image */
	uint64_t first;	 /* the frame of the group, or the page of the image */
};

/* A value that goes into a program. */
struct image_patch {
	const char *symbol;
	const void *bytes;
	size_t size;
	bool whole_only; /* a symbol of another size is an error; else a larger one keeps zeros behind */
	bool required;
	struct src_range range;
};

typedef VEC(struct image_patch) image_patches;

/* A protection domain, or the monitor. */
struct image_domain {
	const struct model_pd *pd; /* NULL: the monitor */
	const char *name;
	unsigned owner;
	const struct elf_program *program;
	uint64_t buffer_address; /* of the IPC buffer */
	uint64_t fault_entry;	 /* where it goes on when it faulted, or 0 */
	uint64_t stack_top;
	uint64_t stack_size;
	int tcb, scheduling_context, notification, endpoint, reply, vspace, buffer, stack, tables;
	int cnode, root; /* ROOT: the CNode of user capabilities in front of the other, or IMAGE_NO_GROUP */
	unsigned cnode_bits;
	VEC(struct image_extent) extents;
	VEC(uint64_t) table_addresses; /* those nearer to the root come first */
};

/* A part of physical memory that the loader fills. BYTES may be shorter than STORED. */
struct image_piece {
	uint64_t destination;
	uint64_t size; /* multiples of 64, both */
	uint64_t stored;
	const unsigned char *bytes;
	size_t length;
};

/* What a page of the image is filled with, if with anything. */
struct image_content {
	uint64_t page; /* in the initial task's memory behind its program */
	uint64_t count;
	const unsigned char *bytes;
	size_t length;
};

/* What was read of a program, and looked for in it. */
struct image_lookup {
	const char *path;
	const char *symbols_path;
	struct elf_symbol *symbols;
	size_t count;
	const struct elf_program *program;
};

struct image_plan {
	struct compilation *compilation;
	const struct model *model;
	const struct image_inputs *inputs;
	const struct elf_program *loader;
	const struct elf_program *initialiser;
	struct elf_symbol spec_pointer; /* the initialiser's variable */
	struct image_domain *domains;	/* by the index of the protection domain; the monitor is the last */
	size_t domain_count;
	VEC(struct image_group) groups;
	VEC(const char *) owners;
	int *region_groups;	    /* by the index of the region: its frames, or IMAGE_NO_GROUP */
	uint64_t *region_pages;	    /* pages of the image that its first bytes are in */
	uint64_t *region_prefilled; /* bytes */
	unsigned *region_maps;	    /* how often it is mapped */
	int monitor_endpoint;
	uint64_t chosen; /* the next physical address that the tool chooses */
	VEC(struct image_lookup) lookups;
	VEC(struct image_content) contents;
	uint64_t image_pages; /* of programs and prefilled regions */
	/* The result. */
	uint32_t object_count;
	uint64_t user_begin, user_end; /* physical memory of the initial task */
	uint64_t user_address;	       /* where it sees that */
	struct out *spec;
	VEC(struct image_piece) pieces;
};

/* A group of objects; COUNT may be 0 (then nothing refers to it). Returns its index. */
int plan_group(struct image_plan *plan, struct image_group group);

/* The number of an object. */
uint32_t plan_number(const struct image_plan *plan, int group, uint64_t element);

/* Whose objects are. */
unsigned plan_owner(struct image_plan *plan, const char *name);

void plan_extent(struct image_plan *plan, struct image_domain *domain, struct image_extent extent);

/* COUNT pages of the image, of which the first hold BYTES. Returns the first. */
uint64_t plan_pages(struct image_plan *plan, uint64_t count, const unsigned char *bytes, size_t length);

/* A region's size: where it has none of its own, that of the file that it starts with, in whole pages. */
uint64_t plan_region_size(const struct image_plan *plan, const struct model_region *region);

/* The rights (enum sel4_rights) that permissions of the model, or of a program's segment, give. */
unsigned plan_rights(unsigned perms);
unsigned plan_segment_rights(unsigned flags);

/* The physical address of a page of the image. */
uint64_t plan_page_address(const struct image_plan *plan, uint64_t page);

/* The device that raises an interrupt, and the one whose registers a region is; NULL: none that stands for
 * the host's. */
const struct image_device *plan_device_of_irq(const struct image_plan *plan, const struct model_irq *irq);
const struct image_device *plan_device_of_region(const struct image_plan *plan,
						 const struct model_region *region);

/* The interrupt's number on the board. */
unsigned plan_irq_number(const struct image_plan *plan, const struct model_irq *irq);

/* What the library of a domain knows of its devices, and the pages that it reaches them by. */
void plan_device_patches(struct image_plan *plan, const struct image_domain *domain, image_patches *patches);
void plan_device_space(struct image_plan *plan, struct image_domain *domain);

/* The steps; false after an error. */
bool plan_memory(struct image_plan *plan);  /* memory.c: regions */
bool plan_domains(struct image_plan *plan); /* domain.c: objects of protection domains */
bool plan_program(struct image_plan *plan, struct image_domain *domain, const char *path, const char *symbols,
		  const image_patches *patches); /* program.c: pages of a program */
image_patches plan_patches(struct image_plan *plan, const struct image_domain *domain); /* patch.c */
struct image_patch plan_monitor_knowledge(struct image_plan *plan,
					  struct image_domain *monitor); /* monitor.c */
bool plan_space(struct image_plan *plan, struct image_domain *domain);	 /* space.c: maps and page tables */
bool plan_numbers(struct image_plan *plan);				 /* number.c */
void plan_spec(struct image_plan *plan);				 /* spec.c */
bool plan_layout(struct image_plan *plan);				 /* layout.c: physical memory */
bool plan_pieces(struct image_plan *plan); /* piece.c: what the loader puts where */

/* Pages of the initialiser's program. */
uint64_t plan_initialiser_pages(const struct image_plan *plan);

#endif
