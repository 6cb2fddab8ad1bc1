/*
 * A board: which device stands behind an interrupt and behind a region with a physical address. One line says
 * one device, "timer irq=30 registers=0x9010000", in a board file or with --device. A board that boot images
 * are made for says what machine it is, too ("machine cpu=cortex-a53"); its devices are the machine's, those
 * of others the host's. All lives in the compilation's arena.
 */
#ifndef BOARD_BOARD_H
#define BOARD_BOARD_H

#include "base/compilation.h"
#include "model/model.h"

enum board_class {
#define CLASS(id, ...) BOARD_##id,
#include "board/classes.def"
#undef CLASS
	BOARD_CLASS_COUNT
};

/* The PD/ID form has a PD, the platform's number has none. */
struct board_irq {
	bool given;
	const char *pd;
	uint64_t number; /* or id */
	struct src_range range;
};

/* The name of a region, or a physical address. */
struct board_registers {
	bool given;
	const char *name;
	uint64_t address;
	struct src_range range;
};

struct board_mac {
	bool given;
	unsigned char bytes[6];
};

/*
 * Where a line stands; those that come first have precedence for an interrupt or an address. A board of
 * hardware is read for itself.
 */
enum board_origin { BOARD_COMMAND_LINE, BOARD_FILE, BOARD_BUILTIN, BOARD_HARDWARE };

struct board_device {
	enum board_class class;
	enum board_origin origin;
	struct src_range range;
	struct board_irq irq;
	struct board_registers registers;
	uint64_t period; /* nanoseconds; 0: none */
	uint64_t pace;	 /* nanoseconds; 0: not given */
	const char *socket;
	const char *tap;
	struct board_mac mac;
	const char *file;
	uint64_t size; /* bytes */
	bool read_only;
	int signal;
	/* What board_bind found; a device with neither does not belong to the system. */
	const struct model_pd *pd; /* whose interrupt it is, or NULL */
	const struct model_irq *pd_irq;
	const struct model_region *region; /* with its registers, or NULL */
};

/* What a boot image and an emulator have to know of the hardware. */
struct board_machine {
	bool given;
	struct src_range range;	  /* of the last line that says something of it */
	const char *architecture; /* as in loader/<architecture> */
	const char *cpu;	  /* as compilers call it */
	const char *emulator;	  /* a command: words with blanks between them */
	uint64_t load;		  /* physical address of a boot image; 0: not given */
	uint64_t distributor;	  /* physical address; 0: none */
};

struct board {
	VEC(struct board_device *) devices;
	struct board_machine machine;
};

const char *board_class_name(enum board_class class);

/* Bytes of a class's registers; 0: it has none. */
uint64_t board_registers_size(enum board_class class);

/* "interrupt 33", "interrupt x/2", "registers 0x1000": what tells the device from others, in messages. */
const char *board_device_name(struct compilation *compilation, const struct board_device *device);

/* Adds the devices of a file, or the one that TEXT (kept by the caller) says. False after an error. */
bool board_read_file(struct compilation *compilation, struct board *board, const char *path,
		     enum board_origin origin);
bool board_read_line(struct compilation *compilation, struct board *board, const char *text);

/*
 * Finds each device's place in MODEL, and warns of interrupts that no device raises. False after an error.
 * What a board file has beyond the system is no error; on the command line it is.
 */
bool board_bind(struct compilation *compilation, struct board *board, const struct model *model);

/* The device that raises an interrupt, or NULL. */
const struct board_device *board_source(const struct board *board, const struct model_irq *irq);

#endif
