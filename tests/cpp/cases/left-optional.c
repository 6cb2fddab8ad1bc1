// status: 4
#define F(x, ...) x __VA_OPT__(,)
