/*
 * Channels and memory of protection domain artist, as attributes.system has them.
 */
#ifndef ARTIST_PD_H
#define ARTIST_PD_H

#endif
