/*
 * What code that is compiled with -fsanitize=undefined calls when it is about to do something undefined: one
 * function for each kind, whose names and arguments the compiler fixes. Each has a second one, called where
 * the program must not go on (-fno-sanitize-recover): that stops the protection domain, and the text goes
 * into the report of the fault. The others print a line on the console.
 */
#include "causeway/causeway.h"
#include "microkit.h"

#include <stdint.h>

enum { TEXT_MAX = 240, BITS_INFO_SIGNED = 1, KIND_INTEGER = 0 };

struct location {
	const char *file;
	uint32_t line;
	uint32_t column;
};

struct type {
	uint16_t kind;
	uint16_t info; /* an integer's: logarithm of its width in bits, times two, plus one if it is signed */
	char name[];   /* quoted */
};

/* ------------------------------------------------------------------------- texts */

struct text {
	unsigned length;
	char bytes[TEXT_MAX];
};

static void add(struct text *text, const char *words)
{
	while (*words && text->length < TEXT_MAX - 1)
		text->bytes[text->length++] = *words++;
	text->bytes[text->length] = '\0';
}

static void add_number(struct text *text, uint64_t number, unsigned base)
{
	char digits[24];
	unsigned at = sizeof digits;
	digits[--at] = '\0';
	do {
		digits[--at] = "0123456789abcdef"[number % base];
		number /= base;
	} while (number);
	add(text, digits + at);
}

static void add_address(struct text *text, uintptr_t address)
{
	add(text, "0x");
	add_number(text, address, 16);
}

/* A value as wide as a register is passed in one; a wider one by address. */
static void add_value(struct text *text, const struct type *type, uintptr_t value)
{
	unsigned bits = 1u << (type->info >> 1);
	if (type->kind != KIND_INTEGER || bits > 64) {
		add(text, "a value");
		return;
	}
	uint64_t number = bits == 64 ? value : value & ((UINT64_C(1) << bits) - 1);
	if (type->info & BITS_INFO_SIGNED && number >> (bits - 1)) {
		add(text, "-");
		number = -number & (bits == 64 ? UINT64_MAX : (UINT64_C(1) << bits) - 1);
	}
	add_number(text, number, 10);
}

static struct text begin(const struct location *location)
{
	struct text text = { 0 };
	add(&text, location->file ? location->file : "(unknown)");
	add(&text, ":");
	add_number(&text, location->line, 10);
	add(&text, ":");
	add_number(&text, location->column, 10);
	add(&text, ": undefined behaviour: ");
	return text;
}

/* One line in one piece, so that no other's comes in between. */
static void finish(struct text *text, int fatal)
{
	if (fatal)
		causeway_crash(text->bytes);
	add(text, "\n");
	microkit_dbg_puts(text->bytes);
}

/* --------------------------------------------------------------------- the kinds */

/* NAME and NAME_abort with the parameters PARAMETERS, both of which do NAME_report(ARGUMENTS, fatal). */
#define HANDLER(name, parameters, ...)                                                                       \
	void __ubsan_handle_##name parameters;                                                               \
	void __ubsan_handle_##name parameters                                                                \
	{                                                                                                    \
		report_##name(__VA_ARGS__, 0);                                                               \
	}                                                                                                    \
	void __ubsan_handle_##name##_abort parameters;                                                       \
	void __ubsan_handle_##name##_abort parameters                                                        \
	{                                                                                                    \
		report_##name(__VA_ARGS__, 1);                                                               \
	}

struct typed {
	struct location location;
	const struct type *type;
};

static void report_operation(const struct typed *data, const char *operator, uintptr_t left, uintptr_t right,
			     int fatal)
{
	struct text text = begin(&data->location);
	add(&text, data->type->info & BITS_INFO_SIGNED ? "signed" : "unsigned");
	add(&text, " integer overflow: ");
	add_value(&text, data->type, left);
	add(&text, operator);
	add_value(&text, data->type, right);
	add(&text, " does not fit in ");
	add(&text, data->type->name);
	finish(&text, fatal);
}

#define report_add_overflow(data, left, right, fatal) report_operation(data, " + ", left, right, fatal)
#define report_sub_overflow(data, left, right, fatal) report_operation(data, " - ", left, right, fatal)
#define report_mul_overflow(data, left, right, fatal) report_operation(data, " * ", left, right, fatal)
HANDLER(add_overflow, (const struct typed *data, uintptr_t left, uintptr_t right), data, left, right)
HANDLER(sub_overflow, (const struct typed *data, uintptr_t left, uintptr_t right), data, left, right)
HANDLER(mul_overflow, (const struct typed *data, uintptr_t left, uintptr_t right), data, left, right)

static void report_negate_overflow(const struct typed *data, uintptr_t value, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "the negation of ");
	add_value(&text, data->type, value);
	add(&text, " does not fit in ");
	add(&text, data->type->name);
	finish(&text, fatal);
}
HANDLER(negate_overflow, (const struct typed *data, uintptr_t value), data, value)

static void report_divrem_overflow(const struct typed *data, uintptr_t left, uintptr_t right, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "division of ");
	add_value(&text, data->type, left);
	add(&text, " by ");
	add_value(&text, data->type, right);
	finish(&text, fatal);
}
HANDLER(divrem_overflow, (const struct typed *data, uintptr_t left, uintptr_t right), data, left, right)

struct shift {
	struct location location;
	const struct type *left;
	const struct type *right;
};

static void report_shift_out_of_bounds(const struct shift *data, uintptr_t left, uintptr_t right, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "shift of ");
	add_value(&text, data->left, left);
	add(&text, ", ");
	add(&text, data->left->name);
	add(&text, ", by ");
	add_value(&text, data->right, right);
	finish(&text, fatal);
}
HANDLER(shift_out_of_bounds, (const struct shift *data, uintptr_t left, uintptr_t right), data, left, right)

struct bounds {
	struct location location;
	const struct type *array;
	const struct type *index;
};

static void report_out_of_bounds(const struct bounds *data, uintptr_t index, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "index ");
	add_value(&text, data->index, index);
	add(&text, " is outside of ");
	add(&text, data->array->name);
	finish(&text, fatal);
}
HANDLER(out_of_bounds, (const struct bounds *data, uintptr_t index), data, index)

struct mismatch {
	struct location location;
	const struct type *type;
	unsigned char alignment; /* its logarithm */
	unsigned char access;
};

static void report_type_mismatch_v1(const struct mismatch *data, uintptr_t pointer, int fatal)
{
	static const char *const accesses[] = {
		"load of",
		"store to",
		"reference to",
		"member access in",
		"member call on",
		"constructor call on",
		"downcast of",
		"downcast of",
		"upcast of",
		"cast to virtual base of",
		"null pointer used as",
		"dynamic operation on",
	};
	struct text text = begin(&data->location);
	add(&text, data->access < sizeof accesses / sizeof *accesses ? accesses[data->access] : "use of");
	add(&text, pointer ? " address " : " a null pointer");
	if (pointer) {
		add_address(&text, pointer);
		add(&text, pointer & (((uintptr_t)1 << data->alignment) - 1) ? ", which is not aligned"
									     : ", which has no room");
	}
	add(&text, " for ");
	add(&text, data->type->name);
	finish(&text, fatal);
}
HANDLER(type_mismatch_v1, (const struct mismatch *data, uintptr_t pointer), data, pointer)

static void report_pointer_overflow(const struct location *location, uintptr_t base, uintptr_t result,
				    int fatal)
{
	struct text text = begin(location);
	add(&text, "pointer arithmetic from ");
	add_address(&text, base);
	add(&text, " to ");
	add_address(&text, result);
	finish(&text, fatal);
}
HANDLER(pointer_overflow, (const struct location *location, uintptr_t base, uintptr_t result), location, base,
	result)

static void report_vla_bound_not_positive(const struct typed *data, uintptr_t bound, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "an array of ");
	add_value(&text, data->type, bound);
	add(&text, " elements");
	finish(&text, fatal);
}
HANDLER(vla_bound_not_positive, (const struct typed *data, uintptr_t bound), data, bound)

static void report_load_invalid_value(const struct typed *data, uintptr_t value, int fatal)
{
	struct text text = begin(&data->location);
	add(&text, "load of ");
	add_value(&text, data->type, value);
	add(&text, ", which is no value of ");
	add(&text, data->type->name);
	finish(&text, fatal);
}
HANDLER(load_invalid_value, (const struct typed *data, uintptr_t value), data, value)

static void report_words(const struct location *location, const char *words, int fatal)
{
	struct text text = begin(location);
	add(&text, words);
	finish(&text, fatal);
}

#define report_float_cast_overflow(location, fatal)                                                          \
	report_words(location, "conversion of a number out of range", fatal)
#define report_invalid_builtin(location, fatal)                                                              \
	report_words(location, "zero given to a function that counts zeros", fatal)
#define report_nonnull_arg(location, fatal)                                                                  \
	report_words(location, "a null pointer as argument, which is not allowed", fatal)
#define report_nonnull_return_v1(location, fatal)                                                            \
	report_words(location, "a null pointer returned, which is not allowed", fatal)
HANDLER(float_cast_overflow, (const struct location *location, uintptr_t value), ((void)value, location))
HANDLER(invalid_builtin, (const struct location *location), location)
HANDLER(nonnull_arg, (const struct location *location), location)
HANDLER(nonnull_return_v1, (const void *data, const struct location *location), ((void)data, location))

/* After these nothing can go on. */
void __ubsan_handle_builtin_unreachable(const struct location *location);
void __ubsan_handle_builtin_unreachable(const struct location *location)
{
	report_words(location, "a place that was said never to be reached", 1);
}

void __ubsan_handle_missing_return(const struct location *location);
void __ubsan_handle_missing_return(const struct location *location)
{
	report_words(location, "the end of a function that returns a value", 1);
}
