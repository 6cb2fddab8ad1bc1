#include <camkes.h>

int meter_read(int unit)
{
	static int readings;
	return unit * 100 + ++readings;
}
