/*
 * Channels and memory of protection domain outer_reader, as attributes.system has them.
 */
#ifndef OUTER_READER_PD_H
#define OUTER_READER_PD_H

#endif
