#include "adl/characters.h"

#define DIGIT (ADL_CLASS_DIGIT | ADL_CLASS_HEX)
#define LETTER ADL_CLASS_LETTER
#define HEX (ADL_CLASS_LETTER | ADL_CLASS_HEX)

const unsigned char adl_classes[256] = {
	[' '] = ADL_CLASS_BLANK,
	['\t'] = ADL_CLASS_BLANK,
	['\f'] = ADL_CLASS_BLANK,
	['0'] = DIGIT,
	['1'] = DIGIT,
	['2'] = DIGIT,
	['3'] = DIGIT,
	['4'] = DIGIT,
	['5'] = DIGIT,
	['6'] = DIGIT,
	['7'] = DIGIT,
	['8'] = DIGIT,
	['9'] = DIGIT,
	['a'] = HEX,
	['b'] = HEX,
	['c'] = HEX,
	['d'] = HEX,
	['e'] = HEX,
	['f'] = HEX,
	['A'] = HEX,
	['B'] = HEX,
	['C'] = HEX,
	['D'] = HEX,
	['E'] = HEX,
	['F'] = HEX,
	['g'] = LETTER,
	['h'] = LETTER,
	['i'] = LETTER,
	['j'] = LETTER,
	['k'] = LETTER,
	['l'] = LETTER,
	['m'] = LETTER,
	['n'] = LETTER,
	['o'] = LETTER,
	['p'] = LETTER,
	['q'] = LETTER,
	['r'] = LETTER,
	['s'] = LETTER,
	['t'] = LETTER,
	['u'] = LETTER,
	['v'] = LETTER,
	['w'] = LETTER,
	['x'] = LETTER,
	['y'] = LETTER,
	['z'] = LETTER,
	['G'] = LETTER,
	['H'] = LETTER,
	['I'] = LETTER,
	['J'] = LETTER,
	['K'] = LETTER,
	['L'] = LETTER,
	['M'] = LETTER,
	['N'] = LETTER,
	['O'] = LETTER,
	['P'] = LETTER,
	['Q'] = LETTER,
	['R'] = LETTER,
	['S'] = LETTER,
	['T'] = LETTER,
	['U'] = LETTER,
	['V'] = LETTER,
	['W'] = LETTER,
	['X'] = LETTER,
	['Y'] = LETTER,
	['Z'] = LETTER,
	['_'] = LETTER,
};

unsigned adl_decode(const char *text, const char *end, size_t *length)
{
	static const unsigned smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char lead = (unsigned char)*text;
	size_t count = lead < 0x80		     ? 1
		       : lead >= 0xc2 && lead < 0xe0 ? 2
		       : lead >= 0xe0 && lead < 0xf0 ? 3
						     : 4;
	*length = 1;
	if (count == 1)
		return lead;
	if (lead < 0xc2 || lead > 0xf4 || (size_t)(end - text) < count)
		return ADL_INVALID_CHARACTER;
	unsigned code_point = lead & (0xffu >> (count + 1));
	for (size_t i = 1; i < count; i++) {
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return ADL_INVALID_CHARACTER;
		code_point = code_point << 6 | ((unsigned char)text[i] & 0x3f);
	}
	if (code_point < smallest[count] || code_point > 0x10ffff ||
	    (code_point >= 0xd800 && code_point < 0xe000))
		return ADL_INVALID_CHARACTER;
	*length = count;
	return code_point;
}

bool adl_is_word(unsigned code_point)
{
	/* Punctuation, symbols, separate accents and spaces; all else counts as letters, digits or
	 * ideographs. */
	static const struct {
		unsigned first, last;
	} others[] = {
		{ 0x80, 0xa9 },	       { 0xab, 0xb1 },	   { 0xb4, 0xb4 },     { 0xb6, 0xb8 },
		{ 0xbb, 0xbb },	       { 0xbf, 0xbf },	   { 0xd7, 0xd7 },     { 0xf7, 0xf7 },
		{ 0x300, 0x36f },      { 0x2000, 0x206f }, { 0x20a0, 0x20ff }, { 0x2190, 0x245f },
		{ 0x2500, 0x2775 },    { 0x2794, 0x2bff }, { 0x3000, 0x3004 }, { 0x3008, 0x3020 },
		{ 0xd800, 0xf8ff },    { 0xfe00, 0xfe6f }, { 0xfeff, 0xff0f }, { 0xff1a, 0xff20 },
		{ 0xff3b, 0xff40 },    { 0xff5b, 0xff65 }, { 0xffe0, 0xffff }, { 0x1f000, 0x1faff },
		{ 0xe0000, 0x10ffff },
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (code_point >= others[i].first && code_point <= others[i].last)
			return false;
	return code_point != ADL_INVALID_CHARACTER;
}

size_t adl_word_length(const char *text, const char *end)
{
	const char *cursor = text;
	while (cursor < end) {
		if (adl_is(*cursor, ADL_CLASS_LETTER | ADL_CLASS_DIGIT)) {
			cursor++;
			continue;
		}
		size_t length;
		if ((unsigned char)*cursor < 0x80 || !adl_is_word(adl_decode(cursor, end, &length)))
			break;
		cursor += length;
	}
	return (size_t)(cursor - text);
}
