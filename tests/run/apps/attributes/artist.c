#include <camkes.h>
#include <inttypes.h>
#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

int run(void)
{
	char *name = drawing.name;
	printf("%s, %s and %s, sides of", name, drawing.tags[0], drawing.tags[1]);
	for (size_t i = 0; i < COUNT(drawing.sizes); i++)
		printf(" %d", drawing.sizes[i]);
	printf(", mark %" PRId64 " %c\n", drawing.mark.id, drawing.mark.grade);
	for (size_t i = 0; i < COUNT(drawing.corners); i++)
		printf("corner (%d, %d)\n", drawing.corners[i].x, drawing.corners[i].y);
	for (size_t i = 0; i < COUNT(path); i++)
		printf("path (%d, %d)\n", path[i].x, path[i].y);
	printf("%s %d\n", pair.key, pair.value);
	return 0;
}
