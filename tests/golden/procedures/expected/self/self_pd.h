/*
 * Channels and memory of protection domain self, as procedures.system has them.
 */
#ifndef SELF_PD_H
#define SELF_PD_H

#endif
