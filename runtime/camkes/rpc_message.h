/*
 * The inside of messages, for the two sides of a call.
 */
#ifndef CAMKES_RPC_MESSAGE_H
#define CAMKES_RPC_MESSAGE_H

#include "camkes/rpc.h"

/* A label: a method's index or a status in the low 16 bits, above it the message's length in bytes. */
enum { CAUSEWAY_LABEL_LENGTH_SHIFT = 16, CAUSEWAY_LABEL_CODE_MASK = 0xffff };
enum causeway_rpc_status { CAUSEWAY_RPC_DONE, CAUSEWAY_RPC_DISCARDED };

static inline uint64_t causeway_label(unsigned code, size_t length)
{
	return code | (uint64_t)length << CAUSEWAY_LABEL_LENGTH_SHIFT;
}

static inline unsigned causeway_label_code(uint64_t label)
{
	return (unsigned)(label & CAUSEWAY_LABEL_CODE_MASK);
}

static inline size_t causeway_label_length(uint64_t label)
{
	return (size_t)(label >> CAUSEWAY_LABEL_LENGTH_SHIFT);
}

/* A message info: see CAUSEWAY_RPC_SHORT. */
enum { CAUSEWAY_INFO_LABEL_SHIFT = 12, CAUSEWAY_INFO_WORDS_MASK = 127 };

static inline size_t causeway_info_words(uint64_t info)
{
	return (size_t)(info & CAUSEWAY_INFO_WORDS_MASK);
}

/* A message that came, to take from. False after an error that was reported: it cannot be that long. */
bool causeway_message_open(struct causeway_message *message, uint64_t label);

#endif
