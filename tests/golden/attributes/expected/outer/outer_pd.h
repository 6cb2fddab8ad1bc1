/*
 * Channels and memory of protection domain outer, as attributes.system has them.
 */
#ifndef OUTER_PD_H
#define OUTER_PD_H

#endif
