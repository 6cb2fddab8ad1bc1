/*
 * The network: an Ethernet link whose wire is a UNIX socket to another run (or to any program; one frame a
 * packet, SOCK_SEQPACKET), or a TAP interface of the host.
 *
 * Of the two ends of a UNIX socket, the first to come makes it and waits; the second one connects. `link`
 * says whether somebody is there, and each change raises the interrupt. Frames to nobody are lost. When the
 * other end has gone the link is down; who made the socket takes another one, but a run does not wait for
 * that.
 *
 * Frames that come find room in the ring or stay in the socket: the agent sets `received_stalled`, looks
 * again, and waits for a kick. The domain makes room before it looks at `received_stalled`, so one of the two
 * sees the other. Frames to send are taken from the ring as the wire takes them.
 */
#include "launch/agent.h"

#include "causeway/device.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { FRAME_MIN = 14 };

struct network {
	bool made_socket; /* so it listens, and the file is to be removed */
};

static bool refuse(struct launch *launch, const struct launch_device *device, const char *what,
		   const char *name)
{
	diag_report(launch->compilation->diag, DIAG_BOARD_DEVICE, device->board->range, "%s '%s': %s", what,
		    name, strerror(errno));
	return false;
}

static bool open_tap(struct launch *launch, struct launch_device *device)
{
	const char *name = device->board->tap;
	struct ifreq request = { .ifr_flags = IFF_TAP | IFF_NO_PI };
	if (strlen(name) >= sizeof request.ifr_name) {
		errno = ENAMETOOLONG;
		return refuse(launch, device, "cannot use the TAP interface", name);
	}
	strcpy(request.ifr_name, name);
	device->fd = launch_own(launch, open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC));
	if (device->fd >= 0 && !ioctl(device->fd, TUNSETIFF, &request))
		return true;
	refuse(launch, device, "cannot use the TAP interface", name);
	diag_note(launch->compilation->diag, (struct src_range){ 0, 0 },
		  "whoever has the right makes one for you: ip tuntap add dev %s mode tap user $USER", name);
	return false;
}

static bool has_address(const char *path, struct sockaddr_un *address)
{
	*address = (struct sockaddr_un){ .sun_family = AF_UNIX };
	if (strlen(path) >= sizeof address->sun_path) {
		errno = ENAMETOOLONG;
		return false;
	}
	strcpy(address->sun_path, path);
	return true;
}

/* A file that is there can be connected to: it gets its name when it listens. False with errno. */
static bool make_socket(struct launch *launch, struct launch_device *device)
{
	const char *own = arena_format(launch->compilation->arena, "%s.%d", device->board->socket, getpid());
	struct sockaddr_un address;
	if (!has_address(own, &address) ||
	    bind(device->fd, (const struct sockaddr *)&address, sizeof address))
		return false;
	bool made = !listen(device->fd, 1) && !link(own, device->board->socket);
	int error = errno;
	unlink(own);
	errno = error;
	return made;
}

/* One way or the other; false with errno, which is EEXIST when somebody else was faster. */
static bool connect_or_listen(struct launch *launch, struct launch_device *device)
{
	const char *path = device->board->socket;
	struct network *network = device->own;
	struct sockaddr_un address;
	struct stat status;
	device->fd = launch_own(launch, socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
	if (device->fd < 0 || !has_address(path, &address))
		return false;
	if (!connect(device->fd, (const struct sockaddr *)&address, sizeof address))
		return true;
	/* Whoever made it has gone without a word. */
	if (errno == ECONNREFUSED && !lstat(path, &status) && S_ISSOCK(status.st_mode))
		unlink(path);
	else if (errno != ENOENT)
		return false;
	network->made_socket = make_socket(launch, device);
	return network->made_socket;
}

static bool open_socket(struct launch *launch, struct launch_device *device)
{
	enum { TRIES = 3 };
	for (int i = 0; i < TRIES; i++)
		if (connect_or_listen(launch, device))
			return true;
		else if (errno != EEXIST)
			break;
	return refuse(launch, device, "cannot use the UNIX socket", device->board->socket);
}

static bool network_open(struct launch *launch, struct launch_device *device)
{
	device->own = ARENA_NEW(launch->compilation->arena, struct network);
	return device->board->tap ? open_tap(launch, device) : open_socket(launch, device);
}

static void network_close(struct launch_device *device)
{
	const struct network *network = device->own;
	if (network && network->made_socket)
		unlink(device->board->socket);
}

/* Unless the line says it: the same one for the same wire, and another one for each of its ends. */
static void network_prepare(struct launch *launch, struct launch_device *device)
{
	const struct network *network = device->own;
	struct device_network *registers = device->registers;
	const char *wire = device->board->tap ? device->board->tap : device->board->socket;
	uint32_t hash = 2166136261;
	(void)launch;
	for (const char *c = wire; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 16777619;
	registers->mac[0] = 2;
	registers->mac[1] = network->made_socket;
	memcpy(registers->mac + 2, &hash, sizeof hash);
	if (device->board->mac.given)
		memcpy(registers->mac, device->board->mac.bytes, sizeof registers->mac);
}

/* What the agent knows of its wire. */
struct wire {
	struct agent *agent;
	bool listens;
	bool was_up;
	int fd; /* -1: nobody is at the other end */
	uint32_t received;
	uint32_t sent;
	bool changed; /* the interrupt is to be raised */
};

static struct device_network *registers_of(const struct wire *wire)
{
	return wire->agent->registers;
}

static void set_link(struct wire *wire, int fd)
{
	if (fd < 0 && wire->fd >= 0 && wire->listens)
		close(wire->fd);
	wire->fd = fd;
	wire->was_up |= fd >= 0;
	__atomic_store_n(&registers_of(wire)->link, fd >= 0, __ATOMIC_SEQ_CST);
	wire->agent->quiet = wire->was_up && fd < 0;
	wire->changed = true;
}

static bool has_room(const struct wire *wire)
{
	uint32_t read = __atomic_load_n(&registers_of(wire)->received_read, __ATOMIC_SEQ_CST);
	return wire->received - read < DEVICE_NETWORK_FRAMES;
}

static bool has_room_or_stalls(const struct wire *wire)
{
	if (has_room(wire))
		return true;
	__atomic_store_n(&registers_of(wire)->received_stalled, 1, __ATOMIC_SEQ_CST);
	return has_room(wire);
}

/* Returns false when nothing is there. A frame that is too long is lost. */
static bool take_frame(struct wire *wire)
{
	struct device_network *registers = registers_of(wire);
	struct device_frame *frame = &registers->received[wire->received % DEVICE_NETWORK_FRAMES];
	uint8_t bytes[DEVICE_FRAME_SIZE + 1];
	ssize_t length = read(wire->fd, bytes, sizeof bytes);
	if (length < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	if (length <= 0) {
		set_link(wire, -1);
		return false;
	}
	if (length < FRAME_MIN || length > DEVICE_FRAME_SIZE)
		return true;
	memcpy(frame->bytes, bytes, (size_t)length);
	frame->length = (uint32_t)length;
	__atomic_store_n(&registers->received_written, ++wire->received, __ATOMIC_SEQ_CST);
	wire->changed = true;
	return true;
}

static void receive(struct wire *wire)
{
	while (wire->fd >= 0 && has_room(wire) && take_frame(wire))
		;
}

/* Returns false when the wire is busy. Frames that make no sense are lost, too. */
static bool send_frame(struct wire *wire)
{
	const struct device_frame *frame = &registers_of(wire)->sent[wire->sent % DEVICE_NETWORK_FRAMES];
	uint32_t length = __atomic_load_n(&frame->length, __ATOMIC_RELAXED);
	uint8_t bytes[DEVICE_FRAME_SIZE];
	if (wire->fd < 0 || length < FRAME_MIN || length > sizeof bytes)
		return true;
	memcpy(bytes, frame->bytes, length);
	if (write(wire->fd, bytes, length) >= 0)
		return true;
	if (errno == EAGAIN || errno == EINTR)
		return false;
	if (wire->agent->board->socket)
		set_link(wire, -1);
	return true;
}

/* Returns whether all is sent. */
static bool send_all(struct wire *wire)
{
	struct device_network *registers = registers_of(wire);
	uint32_t written = __atomic_load_n(&registers->sent_written, __ATOMIC_SEQ_CST);
	if (written - wire->sent > DEVICE_NETWORK_FRAMES)
		wire->sent = written;
	for (; wire->sent != written; wire->sent++) {
		if (!send_frame(wire))
			return false;
		__atomic_store_n(&registers->sent_read, wire->sent + 1, __ATOMIC_SEQ_CST);
	}
	return true;
}

static void network_serve(struct agent *agent)
{
	struct wire wire = { .agent = agent, .fd = -1 };
	int listens = 0;
	socklen_t size = sizeof listens;
	if (agent->board->socket && !getsockopt(agent->fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size))
		wire.listens = listens;
	if (!wire.listens)
		set_link(&wire, agent->fd);
	bool all_sent = true;
	for (;;) {
		agent_report(agent, wire.changed);
		wire.changed = false;
		short events = wire.fd < 0 ? POLLIN
					   : (short)((has_room_or_stalls(&wire) ? POLLIN : 0) |
						     (all_sent ? 0 : POLLOUT));
		int fd = wire.fd >= 0 ? wire.fd : wire.listens ? agent->fd : -1;
		short ready = agent_wait(agent, events ? fd : -1, events);
		if (ready && wire.fd < 0)
			set_link(&wire, accept4(agent->fd, NULL, NULL, SOCK_NONBLOCK));
		receive(&wire);
		all_sent = send_all(&wire);
	}
}

const struct device_class device_network = {
	.live = "frames come over a wire at times of their own",
	.open = network_open,
	.prepare = network_prepare,
	.serve = network_serve,
	.close = network_close,
};
