#include <camkes.h>
#include <inttypes.h>
#include <stdio.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* A value where C takes no variable. */
static char room[CAMKES_CONST_ATTR(plain)];
static const struct point copy = CAMKES_CONST_ATTR(origin);
static const uint64_t address = CAMKES_CONST_ATTR(wide);

/* Control characters by their codes. */
static void print_text(const char *string)
{
	for (; *string; string++) {
		if (*string < ' ')
			printf("<%d>", *string);
		else
			printf("%c", *string);
	}
	printf("\n");
}

static void scalars(void)
{
	printf("plain %d, negative %d, flag %d, real %d\n", plain, negative, flag, real);
	printf("wide %d, as a number %#" PRIx64 "\n", wide, address);
	printf("large %u, least %" PRId64 ", far %" PRId64 ", most %" PRIu64 "\n", large, least, far, most);
	printf("letter %c, high %d, below %d, byte %d\n", letter, (unsigned char)high, below, byte);
	print_text(text);
	printf("joined: %s\n", joined);
	printf("room for %zu\n", sizeof room);
}

static void arrays(void)
{
	printf("%zu numbers, %zu words, %zu of nothing, %zu converted\n", COUNT(numbers), COUNT(words),
	       COUNT(nothing), COUNT(converted));
	for (size_t i = 0; i < COUNT(numbers); i++)
		printf("%d%s", numbers[i], i + 1 < COUNT(numbers) ? " " : "\n");
	printf("%s %s %d %d\n", words[0], words[1], converted[0], converted[1]);
}

int run(void)
{
	printf("%s\n", get_instance_name());
	scalars();
	arrays();
	printf("origin (%d, %d), copy (%d, %d)\n", origin.x, origin.y, copy.x, copy.y);
	printf("room for %zu corners in a shape\n", COUNT(((struct shape *)0)->corners));
	return 0;
}
