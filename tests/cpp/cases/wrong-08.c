// status: 1
#define F(x) x
F(1
