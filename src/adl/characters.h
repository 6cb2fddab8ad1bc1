/*
 * Characters of ADL text: their classes, and UTF-8.
 */
#ifndef ADL_CHARACTERS_H
#define ADL_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>

enum adl_class { ADL_CLASS_DIGIT = 1, ADL_CLASS_LETTER = 2, ADL_CLASS_HEX = 4, ADL_CLASS_BLANK = 8 };

extern const unsigned char adl_classes[256];

#define ADL_INVALID_CHARACTER 0xffffffffu

static inline bool adl_is(char c, unsigned classes)
{
	return adl_classes[(unsigned char)c] & classes;
}

/* The code point at TEXT and the bytes it takes; ADL_INVALID_CHARACTER, one byte, where that is no UTF-8. */
unsigned adl_decode(const char *text, const char *end, size_t *length);

/* Whether a character beyond ASCII may be part of an identifier. */
bool adl_is_word(unsigned code_point);

/* Bytes of the identifier characters at TEXT. */
size_t adl_word_length(const char *text, const char *end);

#endif
