/* Answers every call, and leaves what it was given changed, so that nothing comes back that was only sent. */
#include <camkes.h>

#include <string.h>

#ifndef INTERFACE
#define INTERFACE e
#endif
#define PASTE(interface, method) interface##_##method
#define NAME(interface, method) PASTE(interface, method)
#define METHOD(method) NAME(INTERFACE, method)

void METHOD(nothing)(void)
{
}

int METHOD(add)(int a, int b)
{
	return a + b;
}

bool METHOD(is_positive)(double number)
{
	return number > 0;
}

char *METHOD(greet)(const char *name)
{
	char text[100];
	snprintf(text, sizeof text, "Hello, %s!", name);
	return strdup(text);
}

struct point METHOD(move)(struct point from, int by)
{
	return (struct point){ from.x + by, from.y - by };
}

uint64_t METHOD(sum)(char c, uint8_t u8, int16_t i16, uint32_t u32, int64_t i64, float f, double d)
{
	return (uint64_t)((int64_t)c + u8 + i16 + u32 + i64 + (int64_t)f + (int64_t)d);
}

void METHOD(scalars)(colour_t a, colour_t *b, struct point *c, const struct point *d)
{
	*b = a == RED ? BLUE : RED;
	c->x += d->x;
	c->y += d->y;
}

void METHOD(strings)(const char *a, char **b, char **c, char **d)
{
	*b = malloc(strlen(a) + strlen(*c) + strlen(*d) + 1);
	strcpy(*b, a);
	strcat(strcat(*b, *c), *d);
	free(*c);
	*c = strdup("changed");
	(*d)[0] = '?';
}

void METHOD(arrays)(size_t a_sz, const int *a, size_t *b_sz, int **b, size_t *c_sz, struct point **c,
		    const size_t *d_sz, char **d)
{
	*b_sz = a_sz + *d_sz;
	*b = malloc(*b_sz * sizeof **b);
	for (size_t i = 0; i < a_sz; i++)
		(*b)[i] = 2 * a[i];
	for (size_t i = 0; i < *d_sz; i++)
		(*b)[a_sz + i] = (*d)[i];
	for (size_t i = 0; i < *c_sz; i++)
		(*c)[i].x = -(*c)[i].x;
	if (*d_sz)
		(*d)[0] = '?';
}

void METHOD(string_arrays)(size_t a_sz, char **a, size_t *b_sz, char ***b, size_t *c_sz, char ***c,
			   const size_t *d_sz, char ***d)
{
	*b_sz = a_sz + *d_sz;
	*b = malloc(*b_sz * sizeof **b);
	for (size_t i = 0; i < a_sz; i++)
		(*b)[i] = strdup(a[i]);
	for (size_t i = 0; i < *d_sz; i++)
		(*b)[a_sz + i] = strdup((*d)[i]);
	for (size_t i = 0; i < *c_sz; i++)
		(*c)[i][0] = '!';
}

char *METHOD(repeat)(const char *text, size_t times)
{
	char *result = calloc(times * strlen(text) + 1, 1);
	while (times--)
		strcat(result, text);
	return result;
}
