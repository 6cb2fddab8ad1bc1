// status: 1
#include
