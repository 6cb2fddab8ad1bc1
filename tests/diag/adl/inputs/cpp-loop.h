#include "cpp-loop.h"
