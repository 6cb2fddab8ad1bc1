#include "launch/supervise.h"

#include "launch/console.h"
#include "launch/debugger.h"
#include "launch/device.h"
#include "launch/processor.h"
#include "launch/report.h"
#include "launch/timer.h"
#include "launch/trace.h"
#include "launch/watch.h"

#include "runtime/baton/baton.h"
#include "runtime/baton/budget.h"

#include "abi/linux_control.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* What an event is about, besides the processes, which are numbered from 0; the devices follow. */
enum { EVENT_CONTROL = LINUX_PDS_MAX, EVENT_SIGNAL, EVENT_TIMEOUT, EVENT_TICK, EVENT_CLOCK, EVENT_DEVICES };

/*
 * Packets that are taken before other events have their turn; and more than the socket holds, for when all
 * must be taken that have arrived.
 */
enum { PACKETS_AT_ONCE = 64, PACKETS_ALL = 1024 };

enum { TICK = 10, EVENTS_AT_ONCE = 16 };

/* Real seconds that a simulated run may take, and more for each second of its timeout. */
enum { SIMULATION_EXTRA = 60, SIMULATION_FACTOR = 4 };

static void take_packets(struct launch *launch, unsigned limit);
static void prepare_timers(struct launch *launch);

static bool watch(struct launch *launch, int fd, uint32_t what)
{
	struct epoll_event event = { .events = EPOLLIN, .data.u32 = what };
	return fd >= 0 && !epoll_ctl(launch->events, EPOLL_CTL_ADD, fd, &event);
}

static void set_timer(int timer, uint64_t first, uint64_t interval)
{
	struct itimerspec time = { { (time_t)(interval / 1000), (long)(interval % 1000) * 1000000 },
				   { (time_t)(first / 1000), (long)(first % 1000) * 1000000 } };
	timerfd_settime(timer, 0, &time, NULL);
}

/* What stops the run, but for what whoever started us wants ignored (nohup): a signalfd would still take it.
 */
static sigset_t stopping_signals(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
	sigset_t signals;
	sigemptyset(&signals);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction action;
		if (!sigaction(numbers[i], NULL, &action) && action.sa_handler != SIG_IGN)
			sigaddset(&signals, numbers[i]);
	}
	return signals;
}

/* Devices change which signals are blocked, so they come after that is settled. */
bool supervise_prepare(struct launch *launch)
{
	sigset_t signals = stopping_signals();
	/* Exactly these: processes inherit it, and must be open to all others. */
	sigprocmask(SIG_SETMASK, &signals, NULL);
	launch->events = launch_own(launch, epoll_create1(EPOLL_CLOEXEC));
	launch->signals = launch_own(launch, signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
	launch->timeout = launch_own(launch, timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
	launch->tick = launch_own(launch, timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
	launch->clock = launch_own(launch, timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK));
	if (!watch(launch, launch->clock, EVENT_CLOCK) || !watch(launch, launch->control, EVENT_CONTROL) ||
	    !watch(launch, launch->signals, EVENT_SIGNAL) || !watch(launch, launch->timeout, EVENT_TIMEOUT) ||
	    !watch(launch, launch->tick, EVENT_TICK))
		return launch_refused(launch, "cannot watch for events");
	prepare_timers(launch);
	return device_open_all(launch) && device_start_all(launch, EVENT_DEVICES);
}

/* Nobody runs, no event can come, and the processor is ours: the run is over. */
static void come_to_rest(struct launch *launch)
{
	bool failed = false;
	console_flush_all(launch);
	report_faults_left(launch);
	for (size_t i = 0; i < launch->pd_count; i++)
		failed |= launch->pds[i].failed;
	unsigned waiting = report_waiting(launch);
	device_report(launch);
	if (waiting && !failed)
		launch_say(launch, "deadlock: nothing can run any more");
	launch_finish(launch, failed		      ? LAUNCH_FAULT
			      : waiting		      ? LAUNCH_DEADLOCK
			      : launch->device_failed ? LAUNCH_IO
						      : LAUNCH_DONE);
}

/* Takes what was on its way when the last one gave up the processor. Returns whether nobody has it still. */
static bool settle(struct launch *launch)
{
	launch->settling = true;
	take_packets(launch, PACKETS_ALL);
	launch->settling = false;
	if (launch->phase != LAUNCH_RUNNING || !processor_is_idle(launch))
		return false;
	return true;
}

static void rest(struct launch *launch)
{
	if (launch->phase != LAUNCH_RUNNING || !processor_claim(launch))
		return;
	if (launch->options->stats && !launch->options->stats->rest)
		launch->options->stats->rest = launch_now() - launch->begin;
	come_to_rest(launch);
}

/*
 * Nobody runs, as far as is known. What was sent before the last one gave up the processor is taken first: a
 * device that was kicked is not at rest. Somebody may run later: when a timer expires, there is budget again,
 * or something comes from a device. Simulated time is made to be later.
 */
static void go_idle(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	while (!launch->settling && launch->phase == LAUNCH_RUNNING && processor_claim(launch)) {
		if (baton->simulated) {
			watch_look(launch);
			timer_expire(launch);
		}
		if (launch->phase != LAUNCH_RUNNING || processor_grant(launch) || !settle(launch))
			return;
		/* From here on only this process could let one run. */
		bool awaited = device_is_awaited(launch);
		uint64_t budget = baton_deadline(baton, LINUX_NOBODY),
			 timer = awaited ? timer_next(launch) : UINT64_MAX;
		uint64_t due = budget < timer ? budget : timer;
		if (due == UINT64_MAX && !awaited) {
			if (!debugger_holds(launch))
				rest(launch);
			return;
		}
		/* A prompt may be what the watcher waits for. */
		if (budget == UINT64_MAX && awaited && console_flush_all(launch) && launch->options->watcher)
			continue;
		if (!baton->simulated)
			timer_set(launch, launch->wake, budget);
		if (!baton->simulated || due == UINT64_MAX)
			return;
		if (baton->time < due)
			baton->time = due;
	}
}

static void wake(struct launch *launch, struct launch_timer *timer)
{
	(void)timer;
	go_idle(launch);
}

static void time_is_over(struct launch *launch, struct launch_timer *timer)
{
	launch->hurry = true;
	report_timeout(launch, timer != NULL);
	launch_finish(launch, LAUNCH_DIAGNOSTICS);
}

/* In a simulated run, real time is only looked at so that it ends at all. */
static void prepare_timers(struct launch *launch)
{
	uint64_t timeout = launch->options->timeout, patience = timeout;
	struct launch_timer *timers = ARENA_ARRAY(launch->compilation->arena, struct launch_timer, 2);
	launch->wake = &timers[0];
	timers[0].expire = wake;
	timers[0].background = true;
	timers[1].expire = time_is_over;
	timers[1].background = true;
	if (launch->baton->simulated && timeout) {
		timer_set(launch, &timers[1], timeout * 1000000000);
		patience = SIMULATION_EXTRA + SIMULATION_FACTOR * timeout;
	}
	if (launch->options->watcher && launch->options->watcher->patience)
		patience = launch->options->watcher->patience;
	set_timer(launch->timeout, patience * 1000, 0);
}

/* Whoever ran gave the processor to this process, and says so. */
static void alarm_came(struct launch *launch)
{
	struct linux_baton *baton = launch->baton;
	if (launch->phase != LAUNCH_RUNNING || !baton->simulated ||
	    atomic_load(&baton->current) != LINUX_LAUNCHER)
		return;
	watch_look(launch);
	timer_expire(launch);
	if (launch->phase == LAUNCH_RUNNING && !processor_grant(launch))
		go_idle(launch);
}

static void begin_running(struct launch *launch)
{
	if (launch->phase != LAUNCH_STARTING || debugger_is_awaited(launch))
		return;
	launch->phase = LAUNCH_RUNNING;
	if (launch->options->stats)
		launch->options->stats->started = launch_now() - launch->begin;
	if (launch->options->verbose)
		launch_say(launch, "%zu protection domains are ready after %llu us", launch->pd_count,
			   (unsigned long long)(launch_now() - launch->begin) / 1000);
	processor_prepare(launch);
	device_begin_all(launch);
	watch_begin(launch);
	if (launch->phase == LAUNCH_RUNNING)
		processor_grant(launch);
}

/* A fault that the parent gets is the parent's affair, unless it never takes it: see report_waiting. */
static void stopped(struct launch *launch, size_t index, bool told)
{
	struct launch_pd *pd = &launch->pds[index];
	if (told) {
		if (launch->options->verbose)
			report_told(launch, index);
		return;
	}
	if (pd->stopped)
		return;
	pd->stopped = true;
	console_flush(launch, index);
	pd->failed = report_stop(launch, index);
	if (launch->phase == LAUNCH_STARTING)
		launch_finish(launch, LAUNCH_FAULT);
}

static void take_packet(struct launch *launch, const struct linux_packet *packet, const char *text,
			size_t length)
{
	size_t pd = packet->pd;
	/* What was printed before the end is still to be shown. */
	if (pd >= launch->pd_count ||
	    (launch->phase == LAUNCH_FINISHED && packet->kind != LINUX_PACKET_CONSOLE))
		return;
	switch ((enum linux_packet_kind)packet->kind) {
	case LINUX_PACKET_STARTED:
		if (launch->debugger && !debugger_start(launch))
			return;
		set_timer(launch->tick, TICK, TICK);
		begin_running(launch);
		return;
	case LINUX_PACKET_START_FAILED:
		if (launch->phase != LAUNCH_STARTING)
			return;
		report_start_failure(launch, pd, packet->argument, (int)packet->number);
		launch_finish(launch, LAUNCH_DIAGNOSTICS);
		return;
	case LINUX_PACKET_CONSOLE:
		launch->shown_at = (uint64_t)packet->argument << 32 | packet->number;
		console_text(launch, pd, text, length);
		return;
	case LINUX_PACKET_IDLE:
		go_idle(launch);
		return;
	case LINUX_PACKET_FAULT:
		stopped(launch, pd, packet->argument && launch->pds[pd].model->parent);
		return;
	case LINUX_PACKET_CHILD_GONE:
		report_child_gone(launch, pd, packet->argument);
		return;
	case LINUX_PACKET_ALARM:
		alarm_came(launch);
		return;
	case LINUX_PACKET_PASSIVE:
		if (launch->options->verbose)
			launch_say(launch, "pd '%s' is passive now", launch->pds[pd].model->name);
		return;
	case LINUX_PACKET_RECORDS:
		trace_take(launch);
		return;
	case LINUX_PACKET_CORRUPT:
		processor_make_no_sense(launch);
		return;
	case LINUX_PACKET_DEVICE:
		launch->shown_at = launch->baton->time;
		device_kicked(launch, pd, (uint64_t)packet->argument << 32 | packet->number);
		processor_kick_done(launch, pd);
		alarm_came(launch);
		return;
	}
}

static void take_packets(struct launch *launch, unsigned limit)
{
	struct {
		struct linux_packet header;
		char text[LINUX_CONSOLE_SIZE];
	} packet;
	while (limit--) {
		ssize_t length = recv(launch->control, &packet, sizeof packet, MSG_DONTWAIT);
		if (length < (ssize_t)sizeof packet.header)
			return;
		take_packet(launch, &packet.header, packet.text, (size_t)length - sizeof packet.header);
	}
}

/* Its last packets are read first: they may say why. */
static void process_ended(struct launch *launch, size_t index)
{
	struct launch_pd *pd = &launch->pds[index];
	siginfo_t info = { 0 };
	take_packets(launch, PACKETS_ALL);
	if (launch->phase == LAUNCH_FINISHED || waitid(P_PIDFD, (id_t)pd->pidfd, &info, WEXITED | WNOHANG) ||
	    !info.si_pid)
		return;
	pd->gone = true;
	epoll_ctl(launch->events, EPOLL_CTL_DEL, pd->pidfd, NULL);
	console_flush(launch, index);
	if (!pd->stopped)
		report_death(launch, index, info.si_code, info.si_status);
	pd->stopped = pd->failed = true;
	if (launch->phase == LAUNCH_STARTING) {
		launch_finish(launch, LAUNCH_FAULT);
		return;
	}
	processor_bury(launch, index);
	go_idle(launch);
}

static void signalled(struct launch *launch)
{
	struct signalfd_siginfo info;
	if (read(launch->signals, &info, sizeof info) != sizeof info)
		return;
	launch->hurry = true;
	launch_say(launch, "stopped by SIG%s", sigabbrev_np((int)info.ssi_signo));
	launch_finish(launch, LAUNCH_SIGNAL + (int)info.ssi_signo);
}

bool supervise_wait(struct launch *launch, int fd)
{
	struct pollfd files[] = { { fd, POLLIN, 0 },
				  { launch->signals, POLLIN, 0 },
				  { launch->timeout, POLLIN, 0 } };
	while (poll(files, sizeof files / sizeof *files, -1) < 0)
		if (errno != EINTR)
			return false;
	if (files[1].revents)
		signalled(launch);
	else if (files[2].revents)
		time_is_over(launch, NULL);
	return launch->phase != LAUNCH_FINISHED;
}

static void tick(struct launch *launch)
{
	uint64_t ticks;
	if (read(launch->tick, &ticks, sizeof ticks) != sizeof ticks)
		return;
	if (launch->phase == LAUNCH_STARTING) {
		begin_running(launch);
		return;
	}
	processor_tick(launch);
	trace_take(launch);
	/* Who gave up the processor says so; this is for one that died before it could. */
	go_idle(launch);
}

static void clock_rang(struct launch *launch)
{
	uint64_t times;
	if (read(launch->clock, &times, sizeof times) == sizeof times)
		timer_expire(launch);
	/* It may have been the last event. */
	go_idle(launch);
}

static void take_event(struct launch *launch, uint32_t what)
{
	switch (what) {
	case EVENT_CONTROL:
		take_packets(launch, PACKETS_AT_ONCE);
		return;
	case EVENT_SIGNAL:
		signalled(launch);
		return;
	case EVENT_TIMEOUT:
		time_is_over(launch, NULL);
		return;
	case EVENT_TICK:
		tick(launch);
		return;
	case EVENT_CLOCK:
		clock_rang(launch);
		return;
	default:
		break;
	}
	if (what < EVENT_CONTROL) {
		process_ended(launch, what);
		return;
	}
	device_ready(launch, what - EVENT_DEVICES);
	/* It may have been the last event. */
	go_idle(launch);
}

void supervise_run(struct launch *launch)
{
	for (size_t i = 0; i < launch->pd_count; i++)
		if (!watch(launch, launch->pds[i].pidfd, (uint32_t)i)) {
			launch_refused(launch, "cannot watch processes");
			return;
		}
	while (launch->phase != LAUNCH_FINISHED) {
		struct epoll_event events[EVENTS_AT_ONCE];
		int count = epoll_wait(launch->events, events, EVENTS_AT_ONCE, -1);
		if (count < 0 && errno != EINTR) {
			launch_refused(launch, "cannot wait for events");
			return;
		}
		for (int i = 0; i < count && launch->phase != LAUNCH_FINISHED; i++)
			take_event(launch, events[i].data.u32);
	}
}

void supervise_drain(struct launch *launch)
{
	if (launch->baton)
		take_packets(launch, PACKETS_ALL);
}
