/*
 * Channels and memory of protection domain emitter, as device-tree.system has them.
 */
#ifndef EMITTER_PD_H
#define EMITTER_PD_H

#endif
