/*
 * System descriptions (.system files) in every dialect: reading, checking and writing. Reading gives a model
 * whose parts know where each value was written; checking a model for a dialect says what cannot be said
 * there, and where it can; writing takes a model that passed, and cannot fail.
 */
#ifndef SDF_SDF_H
#define SDF_SDF_H

#include "base/compilation.h"
#include "base/out.h"
#include "model/check.h"
#include "model/model.h"

#include <stdbool.h>

enum sdf_dialect {
	SDF_AUTO, /* the newest dialect that has all that a file uses */
#define DIALECT(id, ...) SDF_##id,
#include "sdf/dialects.def"
#undef DIALECT
	SDF_DIALECT_COUNT
};

enum { SDF_LATEST = SDF_DIALECT_COUNT - 1 };

enum sdf_stack { SDF_STACK_IMAGE, SDF_STACK_TOP, SDF_STACK_GUARD };

/* A row of dialects.def. */
struct sdf_limits {
	const char *name;  /* "microkit-2.3" */
	const char *title; /* "Microkit 2.3" */
	unsigned channel_id_max;
	unsigned child_id_max;
	unsigned vcpu_id_max;
	unsigned name_kept;
	bool calls_go_up;
	bool monitor_reserved;
	enum model_vm_names vm_names;
	unsigned stack_size; /* unless a protection domain asks for another */
	enum sdf_stack stack;
};

const struct sdf_limits *sdf_limits(enum sdf_dialect dialect);

/* The same as rules for the model's checks; the kernel and files are the caller's to add. */
struct model_rules sdf_rules(enum sdf_dialect dialect);

/* Whether protection domains can be passive. */
bool sdf_has_passive(enum sdf_dialect dialect);

/* Finds a dialect by its name; "auto" is SDF_AUTO. False after an error about a name that no dialect has. */
bool sdf_dialect_parse(struct compilation *compilation, const char *name, enum sdf_dialect *dialect);

/* What MODEL was read as; SDF_AUTO if it was not read from a .system file. */
enum sdf_dialect sdf_dialect_of(const struct model *model);

/* Reads PATH as DIALECT; NULL after an error. */
const struct model *sdf_read(struct compilation *compilation, const char *path, enum sdf_dialect dialect);

/* The same for a text in memory, kept by the caller and NUL-terminated at LENGTH. */
const struct model *sdf_read_text(struct compilation *compilation, const char *name, const char *text,
				  size_t length, enum sdf_dialect dialect);

/* Can MODEL be said in DIALECT? Reports what cannot be, and returns false. */
bool sdf_check(struct compilation *compilation, const struct model *model, enum sdf_dialect dialect);

/* Appends the description of MODEL, which passed sdf_check, to OUT, which is fresh. The reader's pair. */
void sdf_write(struct out *out, const struct model *model, enum sdf_dialect dialect);

/*
 * Appends the text at PATH to OUT, which is fresh, with its indentation, blanks and blank lines put in order.
 * Nothing else changes, and comments stay where they are. False after an error: the text is no XML.
 */
bool sdf_format(struct out *out, struct compilation *compilation, const char *path);

/* Appends what changed from model A to model B to OUT, a line each. Returns how many lines there are. */
unsigned sdf_diff(struct out *out, const struct model *a, const struct model *b);

#endif
