// flags: -DNAME=inputs/once.h -D EXTRA -U EXTRA -iquote %S -I %S/inputs -include inputs/first.h -Wall -P
#include "inputs/once.h"
#include NAME_STRING
#define STRINGIFY(x) #x
#define XSTRINGIFY(x) STRINGIFY(x)
#include XSTRINGIFY(NAME)
#include <once.h>
#define ANGLE <once.h>
#include ANGLE
#include "guarded.h"
#include "guarded.h"
#ifdef EXTRA
extra
#endif
DEFINED_FIRST
