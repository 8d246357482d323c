/*
 * strict-mode N [FILTER]: which of the calls 0 to N - 1 a process survives, printed as numbers, one a line.
 *
 * Each call is made by a process of its own: in SECCOMP_MODE_STRICT, or under the program in the file FILTER. The first
 * argument is no descriptor, the others are 0. A process that ends by SIGKILL or SIGSYS has not survived; one that ends by
 * another signal has, as a return from a signal handler outside any does.
 */
#define _GNU_SOURCE
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sock_filter insns[4096];

int main(int argc, char **argv) {
  struct sock_fprog program = {0, insns};
  if (argc > 2) {
    FILE *file = fopen(argv[2], "rb");
    if (file == NULL) return 2;
    program.len = (unsigned short)fread(insns, sizeof insns[0], 4096, file);
    fclose(file);
  }
  const long count = argc > 1 ? atol(argv[1]) : 0;
  for (long nr = 0; nr < count; nr++) {
    const pid_t pid = fork();
    if (pid < 0) return 3;
    if (pid == 0) {
      if (program.len == 0) {
        if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT)) syscall(SYS_exit, 4);
      } else if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
                 prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) {
        syscall(SYS_exit, 4);
      }
      syscall(nr, -1, 0, 0, 0, 0, 0);
      syscall(SYS_exit, 0);
    }
    int status;
    if (waitpid(pid, &status, 0) != pid) return 5;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 4) return 4;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGSYS)) continue;
    printf("%ld\n", nr);
    fflush(stdout);
  }
  return 0;
}
