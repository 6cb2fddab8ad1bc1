#define DEFINED_FIRST first
#define NAME_STRING "inputs/once.h"
