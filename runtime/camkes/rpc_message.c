/*
 * Putting messages together and taking them apart. What is taken was written by another protection domain,
 * which may change it meanwhile: each length is read once and checked before it is used.
 */
#include "camkes/rpc.h"

#include "error.h"
#include "rpc_message.h"

#include <stdlib.h>

/* From here on nothing fits and nothing is there. */
static void fail(struct causeway_message *message)
{
	message->failed = true;
	message->at = 0;
	message->room = 0;
}

bool causeway_message_open(struct causeway_message *message, uint64_t label)
{
	size_t length = causeway_label_length(label);
	message->at = 0;
	message->failed = false;
	message->room = message->capacity;
	if (length <= message->capacity) {
		message->room = length;
		return true;
	}
	causeway_message_truncated(message, NULL, length);
	return false;
}

void causeway_message_overflow(struct causeway_message *message, const char *what, size_t size)
{
	if (message->failed)
		return;
	camkes_error_t error = { .type = CE_BUFFER_LENGTH_EXCEEDED };
	error.current_length = (uint32_t)message->at;
	error.target_length = (uint32_t)(message->at + size);
	if (!causeway_error_raise(message->end, &error, "buffer exceeded while marshalling ", what,
				  message->method))
		fail(message);
}

void causeway_message_truncated(struct causeway_message *message, const char *what, size_t size)
{
	if (message->failed)
		return;
	camkes_error_t error = { .type = CE_MALFORMED_RPC_PAYLOAD };
	error.length = (uint32_t)message->room;
	error.current_index = (uint32_t)(message->at + size);
	if (!causeway_error_raise(message->end, &error, "truncated message encountered while unmarshalling ",
				  what, message->method))
		fail(message);
}

bool causeway_message_finished(struct causeway_message *message)
{
	if (message->failed)
		return false;
	if (message->at == message->room)
		return true;
	camkes_error_t error = { .type = CE_MALFORMED_RPC_PAYLOAD };
	error.length = (uint32_t)message->room;
	error.current_index = (uint32_t)message->at;
	bool ignore = causeway_error_raise(message->end, &error,
					   "excess trailing bytes after unmarshalling parameters for ", NULL,
					   message->method);
	if (!ignore)
		fail(message);
	return ignore;
}

static void *allocate(struct causeway_message *message, const char *what, size_t size)
{
	void *pointer = malloc(size ? size : 1);
	if (pointer)
		return pointer;
	camkes_error_t error = { .type = CE_ALLOCATION_FAILURE };
	error.alloc_bytes = size;
	if (!causeway_error_raise(message->end, &error, "out of memory while unmarshalling ", what,
				  message->method))
		fail(message);
	return NULL;
}

/* ------------------------------------------------------------ strings */

void causeway_put_string(struct causeway_message *message, const char *what, const char *string)
{
	causeway_put(message, what, string, strlen(string) + 1);
}

char *causeway_take_string(struct causeway_message *message, const char *what)
{
	size_t rest = message->room - message->at;
	size_t length = strnlen((const char *)message->data + message->at, rest);
	if (length == rest) {
		causeway_message_truncated(message, what, length + 1);
		return NULL;
	}
	char *string = allocate(message, what, length + 1);
	if (!string)
		return NULL;
	memcpy(string, message->data + message->at, length);
	string[length] = '\0';
	message->at += length + 1;
	return string;
}

/* ------------------------------------------------------------- arrays */

void causeway_put_array(struct causeway_message *message, const char *what, const void *items, size_t count,
			size_t item_size)
{
	size_t size;
	if (__builtin_mul_overflow(count, item_size, &size))
		size = SIZE_MAX - sizeof count - message->at; /* more than there is room for, in any case */
	if (size + sizeof count > message->room - message->at) {
		causeway_message_overflow(message, what, size + sizeof count);
		return;
	}
	causeway_put(message, what, &count, sizeof count);
	if (count)
		causeway_put(message, what, items, size);
}

void *causeway_take_array(struct causeway_message *message, const char *what, size_t *count, size_t item_size)
{
	size_t items, size;
	*count = 0;
	causeway_take(message, what, &items, sizeof items);
	if (message->failed)
		return NULL;
	if (__builtin_mul_overflow(items, item_size, &size) || size > message->room - message->at) {
		causeway_message_truncated(message, what, item_size);
		return NULL;
	}
	void *array = allocate(message, what, size);
	if (!array)
		return NULL;
	memcpy(array, message->data + message->at, size);
	message->at += size;
	*count = items;
	return array;
}

void causeway_put_strings(struct causeway_message *message, const char *what, char *const *strings,
			  size_t count)
{
	causeway_put(message, what, &count, sizeof count);
	for (size_t i = 0; i < count && !message->failed; i++)
		causeway_put_string(message, what, strings[i]);
}

char **causeway_take_strings(struct causeway_message *message, const char *what, size_t *count)
{
	size_t items, taken = 0;
	*count = 0;
	causeway_take(message, what, &items, sizeof items);
	if (message->failed)
		return NULL;
	if (items > message->room - message->at) { /* each has a byte at least */
		causeway_message_truncated(message, what, items);
		return NULL;
	}
	char **strings = allocate(message, what, items * sizeof *strings);
	if (!strings)
		return NULL;
	while (taken < items && (strings[taken] = causeway_take_string(message, what)) != NULL)
		taken++;
	if (taken < items) {
		causeway_free_strings(strings, taken);
		return NULL;
	}
	*count = items;
	return strings;
}

void causeway_free(void *pointer)
{
	free(pointer);
}

void causeway_free_strings(char **strings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(strings[i]);
	free(strings);
}
