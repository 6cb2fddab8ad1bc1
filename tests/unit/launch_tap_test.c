/*
 * Frames between a protection domain and the host's own network stack, over a TAP interface in a network
 * namespace of this test's. Skipped where such a namespace or interface cannot be had.
 */
#include "launch_harness.h"

#include "causeway/device.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_packet.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* For experiments: no other frames that the host may send are of this type. */
enum { ETHERNET_TYPE = 0x88b5, HEADER = 14, LARGEST = HEADER + 1500 };

static const char interface[] = "tap0";

static bool change_interface(int call, int fd, struct ifreq *request)
{
	strcpy(request->ifr_name, interface);
	return fd >= 0 && !ioctl(fd, (unsigned long)call, request);
}

/* Makes the interface, which stays until the namespace goes; false if that is not allowed. */
static bool make_interface(void)
{
	struct ifreq tap = { .ifr_flags = IFF_TAP | IFF_NO_PI }, up = { .ifr_flags = IFF_UP };
	if (unshare(CLONE_NEWNET) && unshare(CLONE_NEWUSER | CLONE_NEWNET))
		return false;
	int tun = open("/dev/net/tun", O_RDWR | O_CLOEXEC);
	bool made = change_interface(TUNSETIFF, tun, &tap) && !ioctl(tun, TUNSETPERSIST, 1);
	close(tun);
	int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	made = made && change_interface(SIOCSIFFLAGS, any, &up);
	close(any);
	return made;
}

/* Sends to the interface, and receives what comes from it. */
static int open_host_end(void)
{
	struct sockaddr_ll address = { .sll_family = AF_PACKET,
				       .sll_protocol = htons(ETHERNET_TYPE),
				       .sll_ifindex = (int)if_nametoindex(interface) };
	struct timeval patience = { .tv_sec = 20 };
	int fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, htons(ETHERNET_TYPE));
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), 0);
	return fd;
}

static size_t make_frame(unsigned char *frame, unsigned number)
{
	static const unsigned char header[HEADER] = { 2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 0x88, 0xb5 };
	size_t length = number == 1 ? LARGEST : 60 + number * 20;
	memcpy(frame, header, sizeof header);
	memset(frame + sizeof header, (int)number, length - sizeof header);
	return length;
}

/* More frames at once than the ring has room for: the rest waits in the interface's own queue. */
TEST(frames_come_back_over_a_tap_interface)
{
	enum { FRAMES = 70 };
	unsigned char sent[DEVICE_FRAME_SIZE], received[2 * DEVICE_FRAME_SIZE];
	if (!make_interface())
		skip();
	struct harness *harness = harness_create();
	struct model_pd *pd = harness_pd(harness, "net_echo", "device", 10);
	harness_irq(harness, pd, 1, 33);
	harness_registers(harness, pd, sizeof(struct device_disk), "registers");
	harness_device(harness, "network irq=33 registers=0x1000 tap=tap0");
	harness_start(harness);
	harness_await(harness, "net_echo: link up\n");
	int host = open_host_end();
	for (unsigned i = 0; i < FRAMES; i++) {
		size_t length = make_frame(sent, i);
		assert_int_equal(send(host, sent, length, 0), length);
	}
	for (unsigned i = 0; i < FRAMES; i++) {
		size_t length = make_frame(sent, i);
		assert_int_equal(recv(host, received, sizeof received, 0), length);
		assert_memory_equal(received, sent, length);
	}
	close(host);
	kill(harness->process, SIGTERM);
	harness_wait(harness);
	harness_expect_status(harness, LAUNCH_SIGNAL + SIGTERM);
	assert_string_equal(harness->output, "net_echo: link up\n");
	harness_destroy(harness);
}
