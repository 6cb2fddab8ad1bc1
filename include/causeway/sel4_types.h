/*
 * The few names of seL4's own headers that Core Platform programs use beside microkit.h: words, errors and
 * message tags. The layout is the kernel's (label 52 bits, unwrapped caps 3, extra caps 2, length 7).
 */
#ifndef CAUSEWAY_SEL4_TYPES_H
#define CAUSEWAY_SEL4_TYPES_H

#include <stdbool.h>
#include <stdint.h>

typedef int8_t seL4_Int8;
typedef int16_t seL4_Int16;
typedef int32_t seL4_Int32;
typedef int64_t seL4_Int64;
typedef uint8_t seL4_Uint8;
typedef uint16_t seL4_Uint16;
typedef uint32_t seL4_Uint32;
typedef uint64_t seL4_Uint64;
typedef seL4_Uint64 seL4_Word;
typedef seL4_Word seL4_CPtr;
typedef seL4_Int8 seL4_Bool;

#define seL4_True 1
#define seL4_False 0

typedef enum {
	seL4_NoError = 0,
	seL4_InvalidArgument,
	seL4_InvalidCapability,
	seL4_IllegalOperation,
	seL4_RangeError,
	seL4_AlignmentError,
	seL4_FailedLookup,
	seL4_TruncatedMessage,
	seL4_DeleteFirst,
	seL4_RevokeFirst,
	seL4_NotEnoughMemory,
	seL4_NumErrors,
} seL4_Error;

struct seL4_MessageInfo {
	seL4_Uint64 words[1];
};
typedef struct seL4_MessageInfo seL4_MessageInfo_t;

static inline seL4_MessageInfo_t seL4_MessageInfo_new(seL4_Uint64 label, seL4_Uint64 caps_unwrapped,
						      seL4_Uint64 extra_caps, seL4_Uint64 length)
{
	seL4_MessageInfo_t info;
	info.words[0] = label << 12 | (caps_unwrapped & 7) << 9 | (extra_caps & 3) << 7 | (length & 127);
	return info;
}

static inline seL4_Uint64 seL4_MessageInfo_get_label(seL4_MessageInfo_t info)
{
	return info.words[0] >> 12;
}

static inline seL4_Uint64 seL4_MessageInfo_get_length(seL4_MessageInfo_t info)
{
	return info.words[0] & 127;
}

#endif
