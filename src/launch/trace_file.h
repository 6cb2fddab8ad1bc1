/*
 * The trace's file: Chrome trace events, one a line. Times are nanoseconds since the trace began. A track is
 * a protection domain's index plus one, or TRACE_SYSTEM. Text must not need escaping in JSON.
 */
#ifndef LAUNCH_TRACE_FILE_H
#define LAUNCH_TRACE_FILE_H

#include "base/compilation.h"

#include <stdint.h>

enum { TRACE_SYSTEM = 0 };

struct trace_file;

/* NULL and errno if it cannot be written. An ordinary file comes into place when it is closed. */
struct trace_file *trace_file_open(struct arena *arena, const char *path);

void trace_track(struct trace_file *file, unsigned track, const char *name);

/* What a track was doing from BEGIN to END. DETAIL, unless NULL, is shown beside it. */
void trace_span(struct trace_file *file, unsigned track, uint64_t begin, uint64_t end, const char *name,
		const char *detail);

/* Something that took no time. */
void trace_instant(struct trace_file *file, unsigned track, uint64_t time, const char *name,
		   const char *detail);

/* An arrow between the spans of two tracks: its two ends have the same ID. */
void trace_arrow(struct trace_file *file, bool begin, unsigned track, uint64_t time, const char *name,
		 uint64_t id);

/* A member of the description at the end. */
void trace_fact(struct trace_file *file, const char *name, const char *value);

/* 0 or an errno value; no half of a file is left behind. */
int trace_file_close(struct trace_file *file);

#endif
