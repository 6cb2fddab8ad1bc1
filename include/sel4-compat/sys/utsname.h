/* The system's name, as POSIX has it. The C library of protection domains on seL4, picolibc, has no such
 * header. */
#ifndef CAUSEWAY_SYS_UTSNAME_H
#define CAUSEWAY_SYS_UTSNAME_H

#ifdef __cplusplus
extern "C" {
#endif

struct utsname {
	char sysname[65];
	char nodename[65]; /* the component's instance */
	char release[65];
	char version[65];
	char machine[65];
};

/* Always 0. */
int uname(struct utsname *name);

#ifdef __cplusplus
}
#endif

#endif
