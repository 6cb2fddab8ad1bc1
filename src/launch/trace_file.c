#include "launch/trace_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER = 1 << 18 };

struct trace_file {
	FILE *stream;
	const char *path;
	const char *temporary; /* NULL: PATH is no ordinary file, and is written in place */
	const char *separator;
	bool ended; /* the list of events is */
};

/* What all events of a trace share. */
#define EVENT "%s{\"pid\":1,\"tid\":%u,\"ph\":\"%s\""
/* The format's unit is the microsecond. */
#define MICROSECONDS "%" PRIu64 ".%03" PRIu64
#define PARTS(time) (time) / 1000, (time) % 1000

struct trace_file *trace_file_open(struct arena *arena, const char *path)
{
	struct stat status;
	struct trace_file *file = ARENA_NEW(arena, struct trace_file);
	bool in_place = !stat(path, &status) && !S_ISREG(status.st_mode);
	file->path = path;
	file->temporary = in_place ? NULL : arena_format(arena, "%s.part", path);
	file->stream = fopen(in_place ? path : file->temporary, "we");
	if (!file->stream)
		return NULL;
	setvbuf(file->stream, NULL, _IOFBF, BUFFER);
	fputs("{\"traceEvents\":[", file->stream);
	file->separator = "\n";
	return file;
}

static const char *next(struct trace_file *file)
{
	const char *separator = file->separator;
	file->separator = ",\n";
	return separator;
}

void trace_track(struct trace_file *file, unsigned track, const char *name)
{
	fprintf(file->stream, EVENT ",\"name\":\"thread_name\",\"args\":{\"name\":\"%s\"}}", next(file),
		track, "M", name);
	fprintf(file->stream, EVENT ",\"name\":\"thread_sort_index\",\"args\":{\"sort_index\":%u}}",
		next(file), track, "M", track);
}

static void end_with_detail(struct trace_file *file, const char *detail)
{
	if (detail)
		fprintf(file->stream, ",\"args\":{\"detail\":\"%s\"}}", detail);
	else
		fputc('}', file->stream);
}

void trace_span(struct trace_file *file, unsigned track, uint64_t begin, uint64_t end, const char *name,
		const char *detail)
{
	uint64_t time = end - begin;
	fprintf(file->stream, EVENT ",\"ts\":" MICROSECONDS ",\"dur\":" MICROSECONDS ",\"name\":\"%s\"",
		next(file), track, "X", PARTS(begin), PARTS(time), name);
	end_with_detail(file, detail);
}

void trace_instant(struct trace_file *file, unsigned track, uint64_t time, const char *name,
		   const char *detail)
{
	fprintf(file->stream, EVENT ",\"s\":\"t\",\"ts\":" MICROSECONDS ",\"name\":\"%s\"", next(file), track,
		"i", PARTS(time), name);
	end_with_detail(file, detail);
}

void trace_arrow(struct trace_file *file, bool begin, unsigned track, uint64_t time, const char *name,
		 uint64_t id)
{
	fprintf(file->stream,
		EVENT ",\"ts\":" MICROSECONDS ",\"cat\":\"%s\",\"name\":\"%s\",\"id\":%" PRIu64 "%s}",
		next(file), track, begin ? "s" : "f", PARTS(time), name, name, id,
		begin ? "" : ",\"bp\":\"e\"");
}

static void end_events(struct trace_file *file)
{
	if (!file->ended)
		fputs("\n],\n\"displayTimeUnit\":\"ns\",\n\"otherData\":{", file->stream);
	file->separator = file->ended ? "," : "";
	file->ended = true;
}

void trace_fact(struct trace_file *file, const char *name, const char *value)
{
	end_events(file);
	fprintf(file->stream, "%s\"%s\":\"%s\"", file->separator, name, value);
}

int trace_file_close(struct trace_file *file)
{
	end_events(file);
	fputs("}}\n", file->stream);
	int error = fflush(file->stream) ? errno : ferror(file->stream) ? EIO : 0;
	if (fclose(file->stream) && !error)
		error = errno;
	if (!error && file->temporary && rename(file->temporary, file->path))
		error = errno;
	if (error && file->temporary)
		unlink(file->temporary);
	return error;
}
