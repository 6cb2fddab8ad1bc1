// status: 1
#include <no/such.h>
