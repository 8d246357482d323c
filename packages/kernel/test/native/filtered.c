/*
 * Attaches the filters that its arguments are in hexadecimal, 8 bytes an instruction, in their order; says "ready", and waits
 * to be ended.
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	static struct sock_filter insns[4096];
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	for (int i = 1; i < argc; i++) {
		size_t bytes = strlen(argv[i]) / 2;
		if (bytes > sizeof(insns))
			return 2;
		for (size_t at = 0; at < bytes; at++) {
			unsigned byte;
			if (sscanf(argv[i] + 2 * at, "%2x", &byte) != 1)
				return 2;
			((unsigned char *)insns)[at] = (unsigned char)byte;
		}
		struct sock_fprog fprog = { .len = (unsigned short)(bytes / sizeof(insns[0])), .filter = insns };
		if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &fprog) != 0)
			return 3;
	}
	if (write(1, "ready\n", 6) != 6)
		return 4;
	for (;;)
		pause();
}
