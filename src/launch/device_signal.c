/*
 * A signal to the launcher, as a button would be: each one raises the interrupt. Signals that come before the
 * line is acknowledged are one.
 */
#include "launch/device.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* Blocked from here on; launch_run puts the mask back. */
static bool signal_open(struct launch *launch, struct launch_device *device)
{
	sigset_t signals;
	sigemptyset(&signals);
	sigaddset(&signals, device->board->signal);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	device->fd = launch_own(launch, signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
	return device->fd >= 0 || launch_refused(launch, "cannot wait for a signal");
}

static void signal_ready(struct launch *launch, struct launch_device *device)
{
	struct signalfd_siginfo info;
	if (read(device->fd, &info, sizeof info) == sizeof info)
		device_raise(launch, device);
}

static bool signal_may_come(const struct launch *launch, const struct launch_device *device)
{
	(void)launch;
	(void)device;
	return true;
}

/* One that is left would end this process when it is not blocked any more. */
static void signal_close(struct launch_device *device)
{
	struct signalfd_siginfo info;
	while (read(device->fd, &info, sizeof info) == sizeof info)
		;
}

const struct device_class device_signal = {
	.live = "signals come at times of their own",
	.open = signal_open,
	.ready = signal_ready,
	.may_come = signal_may_come,
	.close = signal_close,
};
