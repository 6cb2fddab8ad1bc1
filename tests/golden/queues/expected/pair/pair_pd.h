/*
 * Channels and memory of protection domain pair, as queues.system has them.
 */
#ifndef PAIR_PD_H
#define PAIR_PD_H

#endif
