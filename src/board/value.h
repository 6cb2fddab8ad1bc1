/*
 * Internal to board: the values on a device's line.
 */
#ifndef BOARD_VALUE_H
#define BOARD_VALUE_H

#include "board/board.h"

/* A word of a line; the text is its own. */
struct board_word {
	char *text;
	struct src_range range;
};

enum board_kind {
	BOARD_KIND_IRQ,
	BOARD_KIND_REGISTERS,
	BOARD_KIND_TIME,
	BOARD_KIND_TEXT,
	BOARD_KIND_MAC,
	BOARD_KIND_SIZE,
	BOARD_KIND_FLAG,
	BOARD_KIND_SIGNAL,
	BOARD_KIND_ADDRESS,
	BOARD_KIND_COUNT
};

/* Takes VALUE into FIELD of a device, as KIND says; false if it is none of that kind. */
bool board_value(enum board_kind kind, const struct board_word *value, void *field);

/* What a value of KIND is, for messages: "a time such as 10ms". */
const char *board_kind_text(enum board_kind kind);

#endif
