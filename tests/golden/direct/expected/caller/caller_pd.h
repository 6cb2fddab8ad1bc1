/*
 * Channels and memory of protection domain caller, as direct.system has them.
 */
#ifndef CALLER_PD_H
#define CALLER_PD_H

#endif
