/*
 * Internal to sdf: the first look at a file. It checks which elements and attributes are there, and settles
 * the dialect; values are left to the reader.
 */
#ifndef SDF_DIALECT_H
#define SDF_DIALECT_H

#include "sdf/schema.h"

/*
 * Reports elements and attributes that DIALECT does not have, those that are missing, and stray text. For
 * SDF_AUTO finds the newest dialect that has all of them, or reports two that do not go together. Returns the
 * dialect to read the document as, or SDF_AUTO after an error.
 */
enum sdf_dialect sdf_dialect_settle(struct compilation *compilation, const struct xml_document *document,
				    enum sdf_dialect dialect);

#endif
