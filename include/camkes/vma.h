/*
 * The memory of a component. What it has besides its program is in its protection domain's header.
 */
#ifndef CAMKES_VMA_H
#define CAMKES_VMA_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct camkes_vma {
	void *start;
	void *end;
	bool read, write, execute, cached;
	const char *name;
};

#ifdef __has_attribute
#if __has_attribute(unavailable)
#define CAUSEWAY_NO_VMAS                                                                                     \
	__attribute__((unavailable("the maps of a protection domain are macros of its header, <NAME_pd.h>: " \
				   "<NAME>_<DATAPORT>_ADDRESS and _SIZE")))
#endif
#endif
#ifndef CAUSEWAY_NO_VMAS
#define CAUSEWAY_NO_VMAS
#endif

extern const struct camkes_vma camkes_vmas[] CAUSEWAY_NO_VMAS;
extern const size_t camkes_vmas_size CAUSEWAY_NO_VMAS;

#undef CAUSEWAY_NO_VMAS

#ifdef __cplusplus
}
#endif

#endif
