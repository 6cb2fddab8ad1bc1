#include "emit/lock.h"

/* The functions of each kind: the end of the generated name, and the runtime's. */
static const struct {
	const char *title;
	const char *functions[3][2];
} kinds[] = {
	[MODEL_LOCK_MUTEX] = { "mutex",
			       { { "lock", "causeway_mutex_lock" }, { "unlock", "causeway_mutex_unlock" } } },
	[MODEL_LOCK_SEMAPHORE] = { "semaphore",
				   { { "wait", "causeway_counting_wait" },
				     { "trywait", "causeway_counting_trywait" },
				     { "post", "causeway_counting_post" } } },
	[MODEL_LOCK_BINARY_SEMAPHORE] = { "binary_semaphore",
					  { { "wait", "causeway_binary_wait" },
					    { "post", "causeway_binary_post" } } },
};

enum { FUNCTIONS = sizeof kinds->functions / sizeof *kinds->functions };

static void heading(const struct emit_context *context, const struct model_lock *lock)
{
	out_text(context->out, "\n");
	out_line(context->out, "/* has %s %s%s */", kinds[lock->kind].title, lock->name,
		 names_comment_place(context->compilation, lock->range));
}

void emit_locks_declare(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->locks.count; i++) {
		const struct model_lock *lock = &component->locks.items[i];
		heading(context, lock);
		for (int j = 0; j < FUNCTIONS && kinds[lock->kind].functions[j][0]; j++)
			out_line(context->out, "int %s_%s(void);", lock->name,
				 kinds[lock->kind].functions[j][0]);
	}
}

static void define(const struct emit_context *context, const struct model_lock *lock)
{
	struct out *out = context->out;
	const char *instance = out_cstr(context->compilation->arena, context->pd->component->instance);
	heading(context, lock);
	out_line(out, "static struct causeway_semaphore causeway_g_%s_semaphore = { %u, { NULL, NULL } };",
		 lock->name, lock->initial);
	out_line(out,
		 "static const struct causeway_lock causeway_g_%s = { \"%s.%s\", &causeway_g_%s_semaphore };",
		 lock->name, instance, lock->name, lock->name);
	for (int j = 0; j < FUNCTIONS && kinds[lock->kind].functions[j][0]; j++) {
		out_text(out, "\n");
		out_line(out, "int %s_%s(void)", lock->name, kinds[lock->kind].functions[j][0]);
		out_line(out, "{");
		out_line(out, "\treturn %s(&causeway_g_%s);", kinds[lock->kind].functions[j][1], lock->name);
		out_line(out, "}");
	}
}

void emit_locks_define(const struct emit_context *context)
{
	const struct model_component *component = context->pd->component;
	for (size_t i = 0; i < component->locks.count; i++)
		define(context, &component->locks.items[i]);
}
