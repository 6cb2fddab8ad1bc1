#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COMPARED_AT_ONCE = 64 * 1024 };

struct out {
	struct arena *arena;
	char *text;
	size_t length;
	size_t capacity;
	unsigned level;
	unsigned spaces; /* per level; 0: a tab */
};

struct out *out_create(struct arena *arena)
{
	struct out *out = ARENA_NEW(arena, struct out);
	out->arena = arena;
	out->capacity = 1024;
	out->text = arena_alloc(arena, out->capacity);
	return out;
}

static void grow(struct out *out, size_t capacity)
{
	char *larger = arena_alloc_unset(out->arena, capacity);
	memcpy(larger, out->text, out->length + 1);
	out->text = larger;
	out->capacity = capacity;
}

void out_reserve(struct out *out, size_t length)
{
	if (out->capacity - out->length <= length)
		grow(out, out->length + length + 1);
}

void out_bytes(struct out *out, const char *bytes, size_t length)
{
	size_t capacity = out->capacity;
	while (capacity - out->length <= length)
		capacity *= 2;
	if (capacity != out->capacity)
		grow(out, capacity);
	memcpy(out->text + out->length, bytes, length);
	out->length += length;
	out->text[out->length] = '\0';
}

static void add_formatted(struct out *out, const char *format, va_list arguments)
{
	char *text = arena_vformat(out->arena, format, arguments);
	out_bytes(out, text, strlen(text));
}

void out_text(struct out *out, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_formatted(out, format, arguments);
	va_end(arguments);
}

static void add_indentation(struct out *out)
{
	for (unsigned i = 0; i < out->level * (out->spaces ? out->spaces : 1); i++)
		out_bytes(out, out->spaces ? " " : "\t", 1);
}

void out_line(struct out *out, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add_indentation(out);
	add_formatted(out, format, arguments);
	va_end(arguments);
	out_bytes(out, "\n", 1);
}

void out_real(struct out *out, double real)
{
	char text[32];
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, real);
		if (strtod(text, NULL) == real)
			break;
	}
	out_text(out, "%s", text);
}

void out_indent(struct out *out)
{
	out->level++;
}

void out_dedent(struct out *out)
{
	out->level--;
}

void out_set_indent(struct out *out, unsigned count)
{
	out->spaces = count;
}

struct arena *out_arena(const struct out *out)
{
	return out->arena;
}

const char *out_string(const struct out *out)
{
	return out->text;
}

size_t out_length(const struct out *out)
{
	return out->length;
}

/* Replaces the characters for which REPLACEMENT gives a text; that text may use BUFFER. */
static const char *escape(struct arena *arena, const char *text,
			  const char *(*replacement)(unsigned char c, char buffer[8]))
{
	struct out *out = out_create(arena);
	for (; *text; text++) {
		char buffer[8];
		const char *replaced = replacement((unsigned char)*text, buffer);
		out_bytes(out, replaced ? replaced : text, replaced ? strlen(replaced) : 1);
	}
	return out_string(out);
}

/* Octal, because a hexadecimal escape in C swallows the digits behind it; '?' against trigraphs. */
static const char *escape_c(unsigned char c, char buffer[8])
{
	if (c == '"' || c == '\\' || c == '?') {
		buffer[0] = '\\';
		buffer[1] = (char)c;
		buffer[2] = '\0';
		return buffer;
	}
	if (c == '\n')
		return "\\n";
	if (c == '\t')
		return "\\t";
	if (c >= 0x20 && c != 0x7f)
		return NULL;
	snprintf(buffer, 8, "\\%03o", c);
	return buffer;
}

static const char *escape_xml(unsigned char c, char buffer[8])
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		break;
	}
	if (c >= 0x20)
		return NULL;
	snprintf(buffer, 8, "&#%u;", c);
	return buffer;
}

static const char *escape_dot(unsigned char c, char buffer[8])
{
	(void)buffer;
	return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : NULL;
}

static const char *escape_make(unsigned char c, char buffer[8])
{
	(void)buffer;
	return c == ' ' ? "\\ " : c == '#' ? "\\#" : c == '$' ? "$$" : c == '\\' ? "\\\\" : NULL;
}

static const char *escape_json(unsigned char c, char buffer[8])
{
	if (c == '"')
		return "\\\"";
	if (c == '\\')
		return "\\\\";
	if (c >= 0x20)
		return NULL;
	snprintf(buffer, 8, "\\u%04x", c);
	return buffer;
}

const char *out_cstr(struct arena *arena, const char *text)
{
	return escape(arena, text, escape_c);
}

const char *out_xml(struct arena *arena, const char *text)
{
	return escape(arena, text, escape_xml);
}

const char *out_dot(struct arena *arena, const char *text)
{
	return escape(arena, text, escape_dot);
}

const char *out_make(struct arena *arena, const char *text)
{
	return escape(arena, text, escape_make);
}

const char *out_json(struct arena *arena, const char *text)
{
	return escape(arena, text, escape_json);
}

static int write_all(int fd, const char *text, size_t length)
{
	while (length) {
		ssize_t count = write(fd, text, length);
		if (count < 0 && errno != EINTR)
			return errno;
		if (count > 0) {
			text += count;
			length -= (size_t)count;
		}
	}
	return 0;
}

/* Reads no further than the first difference. */
static bool holds_already(const struct out *out, const char *path)
{
	char bytes[COMPARED_AT_ONCE];
	size_t at = 0;
	ssize_t count;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return false;
	while ((count = read(fd, bytes, sizeof bytes)) > 0) {
		if ((size_t)count > out->length - at || memcmp(bytes, out->text + at, (size_t)count) != 0)
			break;
		at += (size_t)count;
	}
	close(fd);
	return !count && at == out->length;
}

static int write_in_place(const struct out *out, const char *path)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return errno;
	int error = write_all(fd, out->text, out->length);
	if (close(fd) && !error)
		error = errno;
	return error;
}

static int write_temporary(const struct out *out, const char *path, const char **temporary)
{
	*temporary = arena_format(out->arena, "%s.tmp%ld", path, (long)getpid());
	int fd = open(*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return errno;
	int error = write_all(fd, out->text, out->length);
	if (close(fd) && !error)
		error = errno;
	if (error)
		unlink(*temporary);
	return error;
}

int out_stage(const struct out *out, const char *path, struct out_staged *staged)
{
	struct stat status;
	*staged = (struct out_staged){ .out = out, .path = path };
	if (!strcmp(path, "-"))
		return 0;
	bool exists = !stat(path, &status);
	if (!exists && errno != ENOENT)
		return errno;
	if (exists && S_ISDIR(status.st_mode))
		return EISDIR;
	if (exists && !S_ISREG(status.st_mode))
		return 0;
	staged->done = exists && (size_t)status.st_size == out->length && holds_already(out, path);
	return staged->done ? 0 : write_temporary(out, path, &staged->temporary);
}

int out_publish(const struct out_staged *staged)
{
	if (staged->done)
		return 0;
	if (!staged->temporary)
		return strcmp(staged->path, "-")
			       ? write_in_place(staged->out, staged->path)
			       : write_all(STDOUT_FILENO, staged->out->text, staged->out->length);
	if (!rename(staged->temporary, staged->path))
		return 0;
	int error = errno;
	unlink(staged->temporary);
	return error;
}

void out_discard(const struct out_staged *staged)
{
	if (staged->temporary)
		unlink(staged->temporary);
}

int out_commit(const struct out *out, const char *path)
{
	struct out_staged staged;
	int error = out_stage(out, path, &staged);
	return error ? error : out_publish(&staged);
}

static int make_one(const char *path)
{
	struct stat status;
	if (!mkdir(path, 0777))
		return 0;
	int error = errno;
	if (error == EEXIST && !stat(path, &status))
		return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
	return error;
}

int out_make_directory(const char *path)
{
	char copy[PATH_MAX];
	size_t length = strlen(path);
	if (length >= sizeof copy)
		return ENAMETOOLONG;
	memcpy(copy, path, length + 1);
	for (size_t i = 1; i < length; i++)
		if (copy[i] == '/') {
			copy[i] = '\0';
			int error = make_one(copy);
			if (error)
				return error;
			copy[i] = '/';
		}
	return make_one(copy);
}
