/*
 * The disk: a file of the host. The domain fills in requests and counts `requested` up; the agent carries
 * them out in their order, writes each result, counts `completed` up, and raises the interrupt once for all
 * that it found at a time. A request's data are in the block of its index, which is the device's from the one
 * count to the other. What was written is in the file when the request is completed, and on the host's disk
 * after a flush.
 *
 * The agent looks at a request once: it copies the operation and block before it checks them.
 */
#include "launch/agent.h"

#include "causeway/device.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(struct launch *launch, const struct launch_device *device, const char *why)
{
	diag_report(launch->compilation->diag, DIAG_BOARD_DEVICE, device->board->range,
		    "the disk's file '%s' %s", device->board->file, why);
	return false;
}

/* A file that does not exist is made if its size is given. Two runs must not have the same one. */
static bool disk_open(struct launch *launch, struct launch_device *device)
{
	const struct board_device *board = device->board;
	int flags = board->read_only ? O_RDONLY : board->size ? O_RDWR | O_CREAT : O_RDWR;
	struct stat status;
	device->fd = launch_own(launch, open(board->file, flags | O_CLOEXEC, 0666));
	if (device->fd < 0 || fstat(device->fd, &status))
		return refuse(
			launch, device,
			arena_format(launch->compilation->arena, "cannot be opened: %s", strerror(errno)));
	if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
		return refuse(launch, device, "is no file with a size");
	if (flock(device->fd, (board->read_only ? LOCK_SH : LOCK_EX) | LOCK_NB))
		return refuse(launch, device, "is in use by another run");
	if (S_ISREG(status.st_mode) && !status.st_size && board->size && !board->read_only &&
	    ftruncate(device->fd, (off_t)board->size))
		return refuse(launch, device,
			      arena_format(launch->compilation->arena, "cannot be made so large: %s",
					   strerror(errno)));
	off_t size = lseek(device->fd, 0, SEEK_END);
	if (size < DEVICE_BLOCK_SIZE)
		return refuse(launch, device, "has less than one block of 4096 bytes");
	return true;
}

static bool move(const struct agent *agent, uint64_t block, uint8_t *data, bool write)
{
	off_t at = (off_t)(block * DEVICE_BLOCK_SIZE);
	for (size_t done = 0; done < DEVICE_BLOCK_SIZE;) {
		ssize_t part =
			write ? pwrite(agent->fd, data + done, DEVICE_BLOCK_SIZE - done, at + (off_t)done)
			      : pread(agent->fd, data + done, DEVICE_BLOCK_SIZE - done, at + (off_t)done);
		if (part < 0 && errno == EINTR)
			continue;
		if (part <= 0)
			return false;
		done += (size_t)part;
	}
	return true;
}

static enum device_disk_result carry_out(const struct agent *agent, uint64_t blocks, unsigned index)
{
	struct device_disk *registers = agent->registers;
	uint64_t block = __atomic_load_n(&registers->requests[index].block, __ATOMIC_RELAXED);
	uint32_t operation = __atomic_load_n(&registers->requests[index].operation, __ATOMIC_RELAXED);
	if (operation == DEVICE_DISK_FLUSH)
		return fdatasync(agent->fd) ? DEVICE_DISK_FAILED : DEVICE_DISK_DONE;
	bool write = operation == DEVICE_DISK_WRITE;
	if (block >= blocks || operation > DEVICE_DISK_WRITE || (write && agent->board->read_only))
		return DEVICE_DISK_BAD_REQUEST;
	return move(agent, block, registers->data[index], write) ? DEVICE_DISK_DONE : DEVICE_DISK_FAILED;
}

/* Before the system begins; a block that is not whole at the file's end is left out. */
static void disk_prepare(struct launch *launch, struct launch_device *device)
{
	struct device_disk *registers = device->registers;
	off_t size = lseek(device->fd, 0, SEEK_END);
	(void)launch;
	registers->blocks = (uint64_t)size / DEVICE_BLOCK_SIZE;
	registers->read_only = device->board->read_only;
}

static void disk_serve(struct agent *agent)
{
	struct device_disk *registers = agent->registers;
	const uint64_t blocks = registers->blocks;
	uint32_t completed = 0;
	agent->quiet = true;
	for (;;) {
		agent_report(agent, false);
		agent_wait(agent, -1, 0);
		uint32_t requested = __atomic_load_n(&registers->requested, __ATOMIC_SEQ_CST);
		/* More than there is room for makes no sense: then none is taken. */
		if (requested - completed > DEVICE_DISK_REQUESTS || requested == completed)
			continue;
		for (; completed != requested; completed++) {
			unsigned index = completed % DEVICE_DISK_REQUESTS;
			registers->requests[index].result = carry_out(agent, blocks, index);
			__atomic_store_n(&registers->completed, completed + 1, __ATOMIC_SEQ_CST);
		}
		agent_report(agent, true);
	}
}

const struct device_class device_disk = {
	.open = disk_open,
	.prepare = disk_prepare,
	.serve = disk_serve,
};
