/*
 * Channels and memory of protection domain branch, as compound.system has them.
 */
#ifndef BRANCH_PD_H
#define BRANCH_PD_H

#endif
