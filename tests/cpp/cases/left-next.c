// status: 4
#include_next <stdio.h>
