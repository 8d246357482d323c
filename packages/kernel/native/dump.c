/*
 * Writes the seccomp filters of a live process to standard output, oldest first, as they were attached.
 *
 * Usage: dump PID. It writes a list of records, in words of 32 bits in the machine's byte order:
 *
 *   FILTER n, then n instructions of 8 bytes
 *   ERROR step errno      the step that failed; no record follows
 *   END                   all filters have been written
 *
 * The process is seized and stopped for a moment, without a signal that the process or its parent could see. It
 * goes on even if this program is killed meanwhile. See ptrace(2), and kernel/seccomp.c: seccomp_get_filter().
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

enum { END = 0, FILTER = 1, ERROR = 2 };
enum { SEIZE = 1, STOP = 2, GET = 3 };
enum { PATIENCE_SECONDS = 5 };

static struct sock_filter filter[65536];

static void put(const void *bytes, size_t size)
{
	for (const char *at = bytes; size > 0;) {
		ssize_t count = write(1, at, size);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			exit(1);
		at += count;
		size -= (size_t)count;
	}
}

static void put_error(uint32_t step, int error)
{
	const uint32_t record[3] = { ERROR, step, (uint32_t)error };
	put(record, sizeof(record));
}

static void on_alarm(int signal)
{
	(void)signal; /* only that waiting is interrupted */
}

/* Writes filter number `index`, 0 the oldest; the errno where there is none. */
static int put_filter(pid_t pid, unsigned long index)
{
	long count = ptrace(PTRACE_SECCOMP_GET_FILTER, pid, (void *)index, NULL);
	if (count < 0)
		return errno;
	if (count > (long)(sizeof(filter) / sizeof(filter[0])))
		return E2BIG;
	long got = ptrace(PTRACE_SECCOMP_GET_FILTER, pid, (void *)index, filter);
	if (got != count)
		return got < 0 ? errno : EPROTO;
	const uint32_t head[2] = { FILTER, (uint32_t)count };
	put(head, sizeof(head));
	put(filter, (size_t)count * sizeof(filter[0]));
	return 0;
}

int main(int argc, char **argv)
{
	char *end = NULL;
	long number = argc == 2 ? strtol(argv[1], &end, 10) : 0;
	pid_t pid = (pid_t)number;
	int status = 0;
	if (number <= 0 || pid != number || *end != '\0')
		return 2;
	if (ptrace(PTRACE_SEIZE, pid, NULL, NULL) != 0) {
		put_error(SEIZE, errno);
		return 0;
	}
	struct sigaction action = { .sa_handler = on_alarm };
	sigaction(SIGALRM, &action, NULL);
	alarm(PATIENCE_SECONDS);
	if (ptrace(PTRACE_INTERRUPT, pid, NULL, NULL) != 0 || waitpid(pid, &status, __WALL) != pid) {
		/* The end of this process lets go of the other one. */
		put_error(STOP, errno == EINTR ? ETIMEDOUT : errno);
		return 0;
	}
	if (!WIFSTOPPED(status)) {
		put_error(STOP, ESRCH);
		return 0;
	}
	int error = 0;
	unsigned long index = 0;
	while ((error = put_filter(pid, index)) == 0)
		index++;
	/*
	 * Where another signal came first, the process stopped for that signal, which still has to be
	 * delivered.
	 */
	long deliver = status >> 16 == PTRACE_EVENT_STOP ? 0 : WSTOPSIG(status);
	ptrace(PTRACE_DETACH, pid, NULL, (void *)deliver);
	/* ENOENT says that the index is past the last filter; EINVAL, that there is no filter at all. */
	if (error == ENOENT || (error == EINVAL && index == 0)) {
		const uint32_t record = END;
		put(&record, sizeof(record));
	} else {
		put_error(GET, error);
	}
	return 0;
}
