#include "board/value.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* TEXT begins with a number, decimal or 0x; REST is what follows. */
static bool number(const char *text, uint64_t *value, const char **rest)
{
	char *end;
	if (*text < '0' || *text > '9')
		return false;
	bool hex = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
	errno = 0;
	*value = strtoull(text, &end, hex ? 16 : 10);
	*rest = end;
	return !errno && end != text;
}

static bool whole_number(const char *text, uint64_t *value)
{
	const char *rest;
	return number(text, value, &rest) && !*rest;
}

struct unit {
	const char *name;
	uint64_t factor;
};

static const struct unit times[] = {
	{ "ns", 1 }, { "us", 1000 }, { "ms", 1000000 }, { "s", 1000000000 }, { NULL, 0 }
};

static const struct unit sizes[] = {
	{ "", 1 }, { "K", 1 << 10 }, { "M", 1 << 20 }, { "G", 1 << 30 }, { NULL, 0 }
};

static bool with_unit(const char *text, const struct unit *units, uint64_t *value)
{
	const char *rest;
	if (!number(text, value, &rest) || !*value)
		return false;
	for (; units->name; units++)
		if (!strcmp(rest, units->name))
			return !__builtin_mul_overflow(*value, units->factor, value);
	return false;
}

static bool take_irq(const struct board_word *value, void *field)
{
	struct board_irq *irq = field;
	char *slash = strrchr(value->text, '/');
	irq->given = true;
	irq->range = value->range;
	if (!slash)
		return whole_number(value->text, &irq->number);
	*slash = '\0';
	irq->pd = value->text;
	return *irq->pd && whole_number(slash + 1, &irq->number);
}

static bool take_registers(const struct board_word *value, void *field)
{
	struct board_registers *registers = field;
	registers->given = true;
	registers->range = value->range;
	if (whole_number(value->text, &registers->address))
		return true;
	registers->name = value->text;
	return *value->text && (*value->text < '0' || *value->text > '9');
}

static bool take_time(const struct board_word *value, void *field)
{
	return with_unit(value->text, times, field);
}

static bool take_size(const struct board_word *value, void *field)
{
	return with_unit(value->text, sizes, field);
}

static bool take_text(const struct board_word *value, void *field)
{
	*(const char **)field = value->text;
	return *value->text;
}

static bool take_flag(const struct board_word *value, void *field)
{
	*(bool *)field = true;
	return !*value->text;
}

/* Six pairs of digits. An address of many receivers cannot be a device's own. */
static bool take_mac(const struct board_word *value, void *field)
{
	struct board_mac *mac = field;
	const char *at = value->text;
	for (unsigned i = 0; i < sizeof mac->bytes; i++, at += 3) {
		char pair[3] = { at[0], at[0] ? at[1] : '\0', '\0' }, *end;
		unsigned long byte = strtoul(pair, &end, 16);
		if (end != pair + 2 || pair[0] == '+' || pair[0] == '-' || at[2] != (i < 5 ? ':' : '\0'))
			return false;
		mac->bytes[i] = (unsigned char)byte;
	}
	mac->given = true;
	return !(mac->bytes[0] & 1);
}

static bool take_address(const struct board_word *value, void *field)
{
	return whole_number(value->text, field);
}

/* Those that mean nothing to the launcher. */
static bool take_signal(const struct board_word *value, void *field)
{
	static const int numbers[] = { SIGUSR1, SIGUSR2, SIGHUP, SIGWINCH };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!strcmp(value->text, sigabbrev_np(numbers[i]))) {
			*(int *)field = numbers[i];
			return true;
		}
	return false;
}

static const struct {
	bool (*take)(const struct board_word *value, void *field);
	const char *text;
} kinds[] = {
	[BOARD_KIND_IRQ] = { take_irq,
			     "an interrupt number, or a protection domain and its id, such as pd/2" },
	[BOARD_KIND_REGISTERS] = { take_registers, "a physical address, or the name of a memory region" },
	[BOARD_KIND_TIME] = { take_time, "a time such as 10ms (ns, us, ms, s)" },
	[BOARD_KIND_TEXT] = { take_text, "a name" },
	[BOARD_KIND_MAC] = { take_mac, "a station's address such as 02:00:00:00:00:01" },
	[BOARD_KIND_SIZE] = { take_size, "a size such as 64K (K, M, G)" },
	[BOARD_KIND_FLAG] = { take_flag, "nothing" },
	[BOARD_KIND_SIGNAL] = { take_signal, "one of USR1, USR2, HUP, WINCH" },
	[BOARD_KIND_ADDRESS] = { take_address, "a physical address" },
};

_Static_assert(sizeof kinds / sizeof *kinds == BOARD_KIND_COUNT, "every kind");

bool board_value(enum board_kind kind, const struct board_word *value, void *field)
{
	return kinds[kind].take(value, field);
}

const char *board_kind_text(enum board_kind kind)
{
	return kinds[kind].text;
}
