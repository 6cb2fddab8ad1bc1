#include <camkes.h>

#include <string.h>

int run(void)
{
	strcpy(picture, "a picture");
	picture_release();
	ready_emit();
	return 0;
}
