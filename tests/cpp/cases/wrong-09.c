// status: 1
#define A a ## +
 A
