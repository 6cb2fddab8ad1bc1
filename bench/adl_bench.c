/* How the time to parse a specification grows with its size: nanoseconds of CPU for each instance. */

#include "adl/parse.h"
#include "base/out.h"

#include <stdio.h>
#include <time.h>

enum { SMALL = 100, LARGE = 10000, INSTANCES_PER_COMPONENT = 10, ROUNDS = 15 };

static void write_components(struct out *out, unsigned instances)
{
	for (unsigned i = 0; i < instances / INSTANCES_PER_COMPONENT; i++) {
		out_text(out, "component C%u {\n\tcontrol;\n\tuses P p;\n\tprovides P q;\n", i);
		out_text(out, "\tdataport Buf(4096) d;\n\temits E e;\n\tconsumes E f;\n");
		out_text(out, "\tattribute int x = %u * 2;\n\tattribute string s;\n}\n", i);
	}
}

static void write_system(struct out *out, unsigned instances)
{
	out_text(out, "procedure P { int f(in int a, out string b); }\n");
	write_components(out, instances);
	out_text(out, "assembly {\n\tcomposition {\n");
	for (unsigned i = 0; i < instances; i++)
		out_text(out, "\t\tcomponent C%u instance_%u;\n", i / INSTANCES_PER_COMPONENT, i);
	for (unsigned i = 0; i < instances; i++)
		out_text(out, "\t\tconnection seL4RPCCall c_%u(from instance_%u.p, to instance_%u.q);\n", i,
			 i, (i + 1) % instances);
	out_text(out, "\t}\n\tconfiguration {\n");
	for (unsigned i = 0; i < instances; i++)
		out_text(out, "\t\tinstance_%u.x = %u + 3;\n\t\tinstance_%u.s = \"text %u\";\n", i, i, i, i);
	out_text(out, "\t}\n}\n");
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double parse_once(const struct out *text)
{
	struct adl_options options = { .use_cpp = true };
	struct compilation *compilation = compilation_create(stderr);
	double start = seconds();
	adl_parse_text(compilation, &options, "bench", out_string(text), out_length(text));
	double elapsed = seconds() - start;
	compilation_destroy(compilation);
	return elapsed;
}

/* The best of several rounds, in nanoseconds for each instance. */
static double measure(unsigned instances)
{
	struct arena *arena = arena_create();
	struct out *text = out_create(arena);
	double best = 1e9;
	write_system(text, instances);
	for (int round = 0; round < ROUNDS; round++) {
		double elapsed = parse_once(text);
		best = elapsed < best ? elapsed : best;
	}
	printf("adl: %u instances, %zu bytes: %.0f ns for each instance, %.0f MB/s\n", instances,
	       out_length(text), best / instances * 1e9, (double)out_length(text) / best / 1e6);
	arena_destroy(arena);
	return best / instances;
}

int main(void)
{
	double small = measure(SMALL), large = measure(LARGE);
	printf("adl: growth from %d to %d instances: %.2f\n", SMALL, LARGE, large / small);
	return 0;
}
