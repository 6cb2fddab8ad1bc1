/*
 * Patterns of expect's -gl kind: * stands for any characters, ? for one, [a-z] for one of these, \ takes the
 * meaning from the next character; ^ at the start and $ at the end tie the match to that end of the text.
 *
 * A pattern is pieces of fixed length between stars. The leftmost match is found piece by piece, each at its
 * first place; only the last one is looked for from the end, since * takes as much as it can.
 */
#include "expect/expect.h"

struct span {
	const char *bytes;
	size_t length;
};

/* Whether C is in the set that begins behind "[" at PATTERN[*AT]; moves *AT behind "]". */
static bool in_set(struct span pattern, size_t *at, unsigned char c)
{
	bool found = false;
	size_t i = *at;
	while (i < pattern.length && pattern.bytes[i] != ']') {
		unsigned char low = (unsigned char)pattern.bytes[i++], high = low;
		if (i + 1 < pattern.length && pattern.bytes[i] == '-' && pattern.bytes[i + 1] != ']') {
			high = (unsigned char)pattern.bytes[i + 1];
			i += 2;
		}
		found |= low <= high ? c >= low && c <= high : c >= high && c <= low;
	}
	*at = i + (i < pattern.length);
	return found;
}

/* Whether the element at PATTERN[*AT] stands for C; moves *AT behind it. */
static bool takes(struct span pattern, size_t *at, unsigned char c)
{
	char element = pattern.bytes[(*at)++];
	if (element == '?')
		return true;
	if (element == '[')
		return in_set(pattern, at, c);
	if (element == '\\' && *at < pattern.length)
		element = pattern.bytes[(*at)++];
	return (unsigned char)element == c;
}

/* Where PIECE, which has no star, ends if it begins at START; -1: it does not. */
static long piece_at(struct span piece, struct span text, size_t start)
{
	size_t at = 0;
	while (at < piece.length) {
		if (start == text.length || !takes(piece, &at, (unsigned char)text.bytes[start]))
			return -1;
		start++;
	}
	return (long)start;
}

static long first_piece(struct span piece, struct span text, size_t start)
{
	for (; start <= text.length; start++) {
		long end = piece_at(piece, text, start);
		if (end >= 0)
			return end;
	}
	return -1;
}

static long last_piece(struct span piece, struct span text, size_t start)
{
	for (size_t at = text.length + 1; at-- > start;) {
		long end = piece_at(piece, text, at);
		if (end >= 0)
			return end;
	}
	return -1;
}

/* A last piece that must end where the text does. */
static long piece_before_end(struct span piece, struct span text, size_t start)
{
	for (size_t at = text.length + 1; at-- > start;)
		if (piece_at(piece, text, at) == (long)text.length)
			return (long)text.length;
	return -1;
}

/* The length of the piece that begins at PATTERN: up to the next star that is one. */
static size_t piece_length(struct span pattern)
{
	size_t i = 0;
	while (i < pattern.length && pattern.bytes[i] != '*') {
		if (pattern.bytes[i] == '\\' && i + 1 < pattern.length)
			i++;
		else if (pattern.bytes[i] == '[')
			while (i + 1 < pattern.length && pattern.bytes[i] != ']')
				i++;
		i++;
	}
	return i;
}

static bool is_tied_to_end(struct span pattern)
{
	size_t escapes = 0;
	if (!pattern.length || pattern.bytes[pattern.length - 1] != '$')
		return false;
	while (escapes + 1 < pattern.length && pattern.bytes[pattern.length - 2 - escapes] == '\\')
		escapes++;
	return escapes % 2 == 0;
}

long expect_match(const char *bytes, size_t pattern_length, const char *text_bytes, size_t length)
{
	struct span pattern = { bytes, pattern_length }, text = { text_bytes, length };
	bool tied = pattern.length && *pattern.bytes == '^', to_end = is_tied_to_end(pattern);
	pattern.bytes += tied;
	pattern.length -= tied + (size_t)to_end;
	long end = 0;
	for (bool first = true;; first = false) {
		struct span piece = { pattern.bytes, piece_length(pattern) };
		bool last = piece.length == pattern.length;
		if (last && to_end && !(first && tied))
			return piece_before_end(piece, text, (size_t)end);
		if (first)
			end = tied ? piece_at(piece, text, 0) : first_piece(piece, text, 0);
		else
			end = last ? last_piece(piece, text, (size_t)end)
				   : first_piece(piece, text, (size_t)end);
		if (last && to_end && end >= 0 && (size_t)end != length)
			return -1;
		if (last || end < 0)
			return end;
		pattern.bytes += piece.length + 1;
		pattern.length -= piece.length + 1;
	}
}
