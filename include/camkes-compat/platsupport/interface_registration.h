/*
 * libplatsupport's register of interfaces that the drivers in one component offer each other
 * (<camkes/interface_registration.h> fills the operations). Functions return 0 or a negative errno number.
 */
#ifndef CAMKES_COMPAT_PLATSUPPORT_INTERFACE_REGISTRATION_H
#define CAMKES_COMPAT_PLATSUPPORT_INTERFACE_REGISTRATION_H

#include <errno.h>
#include <stddef.h>

#include "interface_types.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PS_INTERFACE_FOUND_MATCH 0
#define PS_INTERFACE_NO_MATCH 1

/* Asked for each interface of a type, until it has found a match. PROPERTIES is what came with the
 * registration. */
typedef int (*ps_interface_search_handler_fn_t)(void *handler_data, void *interface_instance,
						char **properties);

typedef struct ps_interface_registration_ops {
	void *cookie;
	int (*interface_register_fn)(void *cookie, ps_interface_type_t type, void *interface_instance,
				     char **properties);
	int (*interface_unregister_fn)(void *cookie, ps_interface_type_t type, void *interface_instance);
	int (*interface_find_fn)(void *cookie, ps_interface_type_t type,
				 ps_interface_search_handler_fn_t handler, void *handler_data);
} ps_interface_registration_ops_t;

/* -EINVAL: it is registered already, or NULL. PROPERTIES (NULL-terminated, or NULL) has to last as long. */
static inline int ps_interface_register(ps_interface_registration_ops_t *ops, ps_interface_type_t type,
					void *interface_instance, char **properties)
{
	if (!ops || !ops->cookie)
		return -EINVAL;
	return ops->interface_register_fn
		       ? ops->interface_register_fn(ops->cookie, type, interface_instance, properties)
		       : -ENOSYS;
}

static inline int ps_interface_unregister(ps_interface_registration_ops_t *ops, ps_interface_type_t type,
					  void *interface_instance)
{
	if (!ops || !ops->cookie)
		return -EINVAL;
	return ops->interface_unregister_fn
		       ? ops->interface_unregister_fn(ops->cookie, type, interface_instance)
		       : -ENOSYS;
}

/* -ENOENT: no interface of the type was a match. */
static inline int ps_interface_find(ps_interface_registration_ops_t *ops, ps_interface_type_t type,
				    ps_interface_search_handler_fn_t handler, void *handler_data)
{
	if (!ops || !ops->cookie)
		return -EINVAL;
	return ops->interface_find_fn ? ops->interface_find_fn(ops->cookie, type, handler, handler_data)
				      : -ENOSYS;
}

#ifdef __cplusplus
}
#endif

#endif
