/*
 * Channels and memory of protection domain bare, as attributes.system has them.
 */
#ifndef BARE_PD_H
#define BARE_PD_H

#endif
