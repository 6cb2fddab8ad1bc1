a \
b // c \
d
#define A(x) [x] \
	"in \
two" __LINE__
A(1
#define IN_ARGUMENTS 1
#ifdef IN_ARGUMENTS
2
#else
3
#endif
) __LINE__ A
(4)
A
B __LI\
NE__
#line 100 "other.c"
__LINE__ __FILE__
# 7 "third.c"
__LINE__ __FILE__ __COUNTER__ __COUNTER__ __INCLUDE_LEVEL__
"open string
'it is __LINE__
/* a
comment */ end
