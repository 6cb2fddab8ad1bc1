#if 2 - 3 - 4 == -5 && 1 || 0 && 1 / 0
a
#endif
#if -1 > 1u
b
#endif
#if (1 ? -1 : 0u) > 0
c
#endif
#if 7 / -2 == -3 && -7 % 3 == -1 && -1 >> 1 == -1 && 1 << 3 == 8 && ~0 == -1
d
#endif
#if UNKNOWN || defined UNKNOWN || !defined(__LINE__)
e
#elif 'a' == 97 && 0x1F == 31 && 010 == 8 && 0b11 == 3 && 10ULL == 10
f
#if 0
#else
g
#endif
#elif 1 / 0
h
#else
i
#endif
#if 0
#if 1
#bad
#else "open
' it's
/* #endif */
#endif
#elif 1
j
#endif
#ifndef __GNUC__
k
#elifdef __GNUC__
l
#endif
#define EMPTY
#define F(x) x
#if F(1) EMPTY == F(F(1))
m
#endif
#define D defined(EMPTY)
#if D
n
#endif
#if __has_include("conditions.c") && __has_include(<stdio.h>) && !__has_include("no/such.h")
o
#endif
#if 1 ? 0 : 1 ? 1 : 0
p
#endif
