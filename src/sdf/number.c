#include "sdf/number.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* How a number is written; what each tool makes of it follows from these. */
struct form {
	bool blanks;
	bool sign;
	unsigned base;
	bool capital_prefix;
	bool underscores;
	bool odd_underscores; /* doubled, at the end, or first without a prefix */
	bool leading_zero;
};

static const char *read_prefix(const char *text, struct form *form)
{
	form->base = 10;
	if (text[0] != '0' || !text[1])
		return text;
	int letter = tolower((unsigned char)text[1]);
	form->base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
	if (form->base == 10)
		return text;
	form->capital_prefix = text[1] != letter;
	return text + 2;
}

static unsigned digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (unsigned)(c - 'a') + 10;
	return c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10 : 16;
}

static const char *read_digits(const char *text, struct form *form, struct sdf_number *number)
{
	bool any = false, after_underscore = form->base == 10;
	form->leading_zero = form->base == 10 && text[0] == '0' && text[1];
	for (; *text == '_' || digit_value(*text) < form->base; text++) {
		if (*text == '_') {
			form->underscores = true;
			form->odd_underscores |= after_underscore;
			after_underscore = true;
			continue;
		}
		unsigned digit = digit_value(*text);
		if (number->value > (UINT64_MAX - digit) / form->base)
			number->overflow = true;
		number->value = number->value * form->base + digit;
		after_underscore = false;
		any = true;
	}
	form->odd_underscores |= any && after_underscore;
	return any ? text : NULL;
}

static void set_dialects(const struct form *form, struct sdf_number *number)
{
	bool zero_led = form->leading_zero && number->value;
	bool python = !form->odd_underscores && !zero_led;
	bool rust = !form->blanks && (form->base == 10 || form->base == 16) && !form->capital_prefix;
	bool decimal = !form->blanks && form->base == 10 && !form->underscores;
	number->general = (python ? SDF_PYTHON : 0) | (rust ? SDF_RUST : 0);
	number->channel =
		(form->base == 10 && !form->odd_underscores ? SDF_PYTHON : 0) | (decimal ? SDF_RUST : 0);
	number->device = (python ? SDF_PYTHON : 0) | (decimal ? SDF_RUST : 0);
}

bool sdf_number_parse(const char *text, struct sdf_number *number)
{
	struct form form = { 0 };
	*number = (struct sdf_number){ 0 };
	const char *start = text;
	while (*text == ' ')
		text++;
	form.sign = *text == '-' || *text == '+';
	number->negative = *text == '-';
	text += form.sign;
	form.blanks = text - start > form.sign;
	text = read_digits(read_prefix(text, &form), &form, number);
	if (!text)
		return false;
	form.blanks |= *text == ' ';
	text += strspn(text, " ");
	set_dialects(&form, number);
	return !*text && (number->general || number->channel || number->device);
}

const char *sdf_number_grouped(struct arena *arena, uint64_t value)
{
	char digits[17], grouped[32];
	int count = snprintf(digits, sizeof digits, "%" PRIx64, value), length = 0;
	for (int i = 0; i < count; i++) {
		grouped[length++] = digits[i];
		if (i + 1 < count && (count - i - 1) % 3 == 0)
			grouped[length++] = '_';
	}
	grouped[length] = '\0';
	return arena_format(arena, "0x%s", grouped);
}
