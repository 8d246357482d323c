/*
 * Says what becomes of getppid() in a thread under a stack of filters, which are attached as they stand.
 *
 * Reads lines from standard input: filters in hexadecimal, 8 bytes an instruction, with spaces between, oldest first. For
 * each line it writes what happened, in words. A filter that returns USER_NOTIF says so by a leading "n", and the newest
 * such filter has a listener. Each line has a process of its own, with a second thread to tell the death of the one from
 * that of all.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_FILTERS = 16, MAX_INSNS = 4096, NOTIFIED = 424242 };
enum { NOTHING, ANSWERED, TRAPPED, REFUSED };

struct outcome {
	volatile int kind;
	volatile long value;
};

static struct outcome *outcome;
static struct sock_filter insns[MAX_FILTERS][MAX_INSNS];
static unsigned short lengths[MAX_FILTERS];
static int count, newest_listener, parent_pid;
static volatile int listener = -1;

static int parse(char *line)
{
	count = 0;
	newest_listener = -1;
	for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n"), count++) {
		if (count == MAX_FILTERS)
			return -1;
		if (*word == 'n') {
			newest_listener = count;
			word++;
		}
		size_t bytes = strlen(word) / 2;
		if (bytes > sizeof(insns[0]))
			return -1;
		for (size_t i = 0; i < bytes; i++) {
			unsigned byte;
			if (sscanf(word + 2 * i, "%2x", &byte) != 1)
				return -1;
			((unsigned char *)insns[count])[i] = (unsigned char)byte;
		}
		lengths[count] = (unsigned short)(bytes / sizeof(struct sock_filter));
	}
	return 0;
}

static void on_trap(int signal, siginfo_t *info, void *context)
{
	(void)signal, (void)context;
	outcome->value = info->si_errno;
	outcome->kind = TRAPPED;
}

static void *filtered(void *unused)
{
	for (int i = 0; i < count; i++) {
		struct sock_fprog fprog = { .len = lengths[i], .filter = insns[i] };
		unsigned flags = i == newest_listener ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0;
		long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &fprog);
		if (result < 0) {
			outcome->value = errno;
			outcome->kind = REFUSED;
			return NULL;
		}
		if (flags != 0)
			listener = (int)result;
	}
	long result = syscall(SYS_getppid);
	if (outcome->kind == NOTHING) {
		outcome->value = result < 0 ? -errno : result;
		outcome->kind = ANSWERED;
	}
	return unused;
}

static void answer_notifications(pthread_t thread)
{
	while (pthread_tryjoin_np(thread, NULL) != 0) {
		struct pollfd ready = { .fd = listener, .events = POLLIN };
		if (listener < 0) {
			usleep(100);
			continue;
		}
		if (poll(&ready, 1, 1) != 1 || (ready.revents & POLLIN) == 0)
			continue;
		struct seccomp_notif request;
		memset(&request, 0, sizeof(request));
		if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &request) != 0)
			continue;
		struct seccomp_notif_resp response = { .id = request.id, .val = NOTIFIED };
		ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &response);
	}
}

static void child(void)
{
	struct sigaction action = { .sa_sigaction = on_trap, .sa_flags = SA_SIGINFO };
	const struct rlimit no_core = { 0, 0 };
	pthread_t thread;
	setrlimit(RLIMIT_CORE, &no_core);
	sigaction(SIGSYS, &action, NULL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (pthread_create(&thread, NULL, filtered, NULL) != 0)
		_exit(2);
	if (newest_listener < 0)
		pthread_join(thread, NULL);
	else
		answer_notifications(thread);
	_exit(0);
}

static void say(int status)
{
	long value = outcome->value;
	if (WIFSIGNALED(status))
		puts(WTERMSIG(status) == SIGSYS ? "kills the process" : "dies otherwise");
	else if (outcome->kind == NOTHING)
		puts("kills the thread");
	else if (outcome->kind == TRAPPED)
		printf("traps %ld\n", value);
	else if (outcome->kind == REFUSED)
		printf("refused %ld\n", value);
	else if (value == NOTIFIED)
		puts("notifies");
	else if (value == parent_pid)
		puts("runs");
	else
		printf("returns %ld\n", value);
}

int main(void)
{
	static char line[1 << 20];
	parent_pid = getpid();
	outcome = mmap(NULL, sizeof(*outcome), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (outcome == MAP_FAILED)
		return 2;
	while (fgets(line, sizeof(line), stdin) != NULL) {
		int status = 0;
		if (parse(line) != 0)
			return 2;
		outcome->kind = NOTHING;
		fflush(stdout);
		pid_t pid = fork();
		if (pid == 0)
			child();
		if (pid < 0 || waitpid(pid, &status, 0) != pid)
			return 2;
		say(status);
	}
	return 0;
}
