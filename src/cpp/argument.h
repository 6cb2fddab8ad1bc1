/*
 * The arguments of a macro, and their places in its body.
 */
#ifndef CPP_ARGUMENT_H
#define CPP_ARGUMENT_H

#include "cpp/run.h"

struct cpp_argument {
	cpp_tokens tokens;   /* as they were given */
	cpp_tokens expanded; /* made when first needed */
	bool is_expanded;
	bool omitted; /* not even a comma was there for it */
};

struct cpp_arguments {
	VEC(struct cpp_argument) items;
};

/* Behind the '(' that follows NAME; false after an error. */
bool cpp_collect_arguments(struct cpp_run *run, const struct cpp_macro *macro, const struct cpp_token *name,
			   struct cpp_arguments *arguments);

/*
 * The macro's body with the arguments in their places. EXPANSION is this use of the macro. AFTER gets the
 * flags that its end leaves to the token behind it.
 */
cpp_tokens cpp_substitute(struct cpp_run *run, const struct cpp_macro *macro, struct cpp_arguments *arguments,
			  const struct src_expansion *expansion, unsigned char *after);

#endif
