// status: 1
#define F(x

