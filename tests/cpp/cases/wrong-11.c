// status: 1
#define defined
