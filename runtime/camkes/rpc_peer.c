/*
 * Clients that a server signals, or shares a buffer with, by their badges.
 */
#include "camkes/rpc.h"

#include "crash.h"

#include "microkit.h"

const struct causeway_rpc_peer *causeway_rpc_find_peer(const struct causeway_rpc_peer *peers, size_t count,
						       seL4_Word badge)
{
	for (size_t i = 0; i < count; i++)
		if (peers[i].badge == badge)
			return &peers[i];
	return NULL;
}

void *causeway_rpc_buffer(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge)
{
	const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(peers, count, badge);
	return peer ? peer->buffer : NULL;
}

size_t causeway_rpc_buffer_room(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge)
{
	const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(peers, count, badge);
	return peer ? peer->buffer_size : 0;
}

void causeway_rpc_signal(const struct causeway_rpc_peer *peers, size_t count, seL4_Word badge)
{
	const struct causeway_rpc_peer *peer = causeway_rpc_find_peer(peers, count, badge);
	if (!peer)
		causeway_component_crash("signalled a badge that no client has", NULL);
	if (peer->local)
		causeway_signal(peer->local);
	else
		microkit_notify(peer->channel);
}
