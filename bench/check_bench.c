/*
 * What `check` costs without the process around it: parsing and resolving generated systems of several sizes,
 * in nanoseconds of CPU for each instance, and lowering where the system fits on the Core Platform. What it
 * costs to check one instance may hardly grow with the number of instances.
 *
 * usage: check_bench                          generated systems
 *        check_bench [-I DIR]... [-X FLAG]... [--dtb FILE] FILE    one specification, in microseconds
 *        check_bench --smoke                  small systems once: whether this program works
 */
#include "adl/parse.h"
#include "assembly/assembly.h"
#include "base/out.h"
#include "lower/lower.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KINDS = 12, LOWERED_MAX = 60, ROUNDS = 15, NAME_MAX_BYTES = 63 };
#define RATIO_MAX 1.5

struct times {
	double parse;
	double resolve;
	double lower;
};

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ------------------------------------------------------------- generated systems */

/* A dozen components with all kinds of interfaces, locks and attributes. */
static void write_components(struct out *out, unsigned instances)
{
	out_text(out,
		 "import <std_connector.camkes>;\n"
		 "procedure P { include \"p.h\"; int f(in int a, out string b); void g(refin char c[]); }\n");
	for (unsigned i = 0; i * 8 < instances; i++) {
		out_text(out, "component C%u {\n\tcontrol;\n\tmaybe uses P caller;\n\tprovides P server;\n",
			 i);
		out_text(
			out,
			"\tdataport Buf(4096) shared;\n\temits Ready done;\n\tmaybe consumes Ready ready;\n");
		out_text(out, "\tattribute int x = %u * 2 + 1;\n\tattribute string s;\n", i);
		out_text(out, "\tattribute { int a; string b = \"text\"; } list[] = [];\n}\n");
	}
}

/* Instances in a ring: each calls, signals and shares memory with the next. */
static void write_system(struct out *out, unsigned instances, bool with_calls)
{
	write_components(out, instances);
	out_text(out, "assembly {\n\tcomposition {\n");
	for (unsigned i = 0; i < instances; i++)
		out_text(out, "\t\tcomponent C%u instance_%u;\n", i / 8, i);
	for (unsigned i = 0; i < instances; i++) {
		unsigned next = (i + 1) % instances;
		if (with_calls)
			out_text(out,
				 "\t\tconnection seL4RPCCall call_%u(from instance_%u.caller, to "
				 "instance_%u.server);\n",
				 i, i, next);
		out_text(out,
			 "\t\tconnection seL4Notification signal_%u(from instance_%u.done, to "
			 "instance_%u.ready);\n",
			 i, i, next);
		if (i % 2 == 0)
			out_text(out,
				 "\t\tconnection seL4SharedData memory_%u(from instance_%u.shared, to "
				 "instance_%u.shared);\n",
				 i, i, next);
	}
	out_text(out, "\t}\n\tconfiguration {\n");
	for (unsigned i = 0; i < instances; i++)
		out_text(out,
			 "\t\tinstance_%u.x = %u + 3;\n\t\tinstance_%u.s <- "
			 "instance_%u.s2;\n\t\tinstance_%u.s2 = \"text %u\";\n"
			 "\t\tinstance_%u.priority = %u;\n\t\tinstance_%u.list = [{\"a\": 1}, {\"a\": 2, "
			 "\"b\": \"c\"}];\n",
			 i, i, i, i, i, i, i, 100 + i % 8, i);
	out_text(out, "\t}\n}\n");
}

/* ------------------------------------------------------------------- measuring */

struct subject {
	const struct adl_options *options;
	const char *path; /* NULL: TEXT */
	const char *dtb;  /* or NULL */
	const struct out *text;
	bool lowered;
};

static struct times run_once(const struct subject *subject)
{
	struct compilation *compilation = compilation_create(stderr);
	struct assembly_options options = { .verify_each = false, .dtb = subject->dtb };
	struct lower_options lower_options = { .system_name = "bench", .name_max = NAME_MAX_BYTES };
	struct times times;
	double start = seconds();
	const struct adl_spec *spec =
		subject->path ? adl_parse(compilation, subject->options, subject->path)
			      : adl_parse_text(compilation, subject->options, "bench.camkes",
					       out_string(subject->text), out_length(subject->text));
	double parsed = seconds();
	const struct assembly *assembly = spec ? assembly_resolve(compilation, spec, &options) : NULL;
	double resolved = seconds();
	const void *model =
		assembly && subject->lowered ? lower_assembly(compilation, assembly, &lower_options) : NULL;
	times = (struct times){ parsed - start, resolved - parsed, seconds() - resolved };
	bool failed = !assembly || (subject->lowered && !model);
	compilation_destroy(compilation);
	if (failed)
		exit(EXIT_FAILURE);
	return times;
}

static double total(struct times times)
{
	return times.parse + times.resolve + times.lower;
}

/* The best of several rounds. */
static struct times measure(const struct subject *subject, unsigned rounds)
{
	struct times best = run_once(subject);
	while (--rounds) {
		struct times times = run_once(subject);
		if (total(times) < total(best))
			best = times;
	}
	return best;
}

static double measure_generated(const struct adl_options *options, unsigned instances, unsigned rounds)
{
	struct arena *arena = arena_create();
	struct out *text = out_create(arena);
	struct subject subject = { .options = options, .text = text, .lowered = instances <= LOWERED_MAX };
	write_system(text, instances, !subject.lowered);
	struct times times = measure(&subject, rounds);
	double each = total(times) / instances * 1e9;
	printf("check: %u instances, %zu bytes: %.0f ns for each instance (parse %.0f, resolve %.0f",
	       instances, out_length(text), each, times.parse / instances * 1e9,
	       times.resolve / instances * 1e9);
	if (subject.lowered)
		printf(", lower %.0f", times.lower / instances * 1e9);
	printf(")\n");
	arena_destroy(arena);
	return each;
}

static void run_generated(const struct adl_options *options)
{
	measure_generated(options, LOWERED_MAX, 10 * ROUNDS);
	double small = measure_generated(options, 100, 10 * ROUNDS);
	measure_generated(options, 1000, ROUNDS);
	double large = measure_generated(options, 10000, ROUNDS);
	printf("check: growth from 100 to 10000 instances: %.2f (at most %.1f)\n", large / small, RATIO_MAX);
}

static void run_file(const struct adl_options *options, const char *path, const char *dtb)
{
	struct subject subject = { .options = options, .path = path, .dtb = dtb };
	struct times times = measure(&subject, 10 * ROUNDS);
	printf("check: %s: %.0f us in the process (parse %.0f, resolve %.0f)\n", path, total(times) * 1e6,
	       times.parse * 1e6, times.resolve * 1e6);
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_create();
	struct adl_options options = { .use_cpp = true };
	const char *file = NULL, *dtb = NULL;
	bool smoke = false;
	VEC_PUSH(arena, &options.import_paths, STDLIB "/builtin");
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--smoke"))
			smoke = true;
		else if (!strcmp(argv[i], "-I") && i + 1 < argc)
			VEC_PUSH(arena, &options.import_paths, argv[++i]);
		else if (!strcmp(argv[i], "--dtb") && i + 1 < argc)
			dtb = argv[++i];
		else if (!strcmp(argv[i], "-X") && i + 1 < argc)
			VEC_PUSH(arena, &options.cpp_flags, argv[++i]);
		else
			file = argv[i];
	}
	if (file) {
		run_file(&options, file, dtb);
	} else if (smoke) {
		measure_generated(&options, 10, 1);
		measure_generated(&options, 1000, 1);
	} else {
		run_generated(&options);
	}
	arena_destroy(arena);
	return 0;
}
