/* Processes, threads, users and limits. */
#include "probe.h"
#include <grp.h>
#include <pthread.h>
#include <sched.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>

extern char **environ;
static char *argv_true[] = {"./nothing", NULL};
static int status;

/* A child makes no call of its own but those of the function. */
static void leave_child(void) {
  end();
  _exit(0);
}

PROBE(fork) {
  begin();
  pid_t pid = fork();
  if (pid == 0) leave_child();
  end();
  waitpid(pid, &status, 0);
}
PROBE(vfork) {
  begin();
  pid_t pid = vfork();
  if (pid == 0) leave_child();
  end();
  waitpid(pid, &status, 0);
}
#ifdef __GLIBC__
PROBE(_Fork) {
  begin();
  pid_t pid = _Fork();
  if (pid == 0) leave_child();
  end();
  waitpid(pid, &status, 0);
}
#endif
ONE(posix_spawn, posix_spawn(&(pid_t){0}, "./nothing", NULL, NULL, argv_true, environ))
ONE(system, system(""))
PROBE(popen) {
  begin();
  FILE *file = popen("", "r");
  pclose(file);
  end();
}
ONE(execve, execve("./nothing", argv_true, environ))
ONE(execvp, execvp("./nothing", argv_true))
PROBE(fexecve) {
  int fd = open("f", O_RDONLY);
  if (v) fd = dup(fd);
  begin();
  fexecve(fd, argv_true, environ);
  end();
}
ONE(wait, wait(&status))
ONE(waitpid, waitpid(-1, &status, v ? WNOHANG : 0))
ONE(wait4, wait4(-1, &status, v ? WNOHANG : 0, NULL))
ONE(waitid, waitid(P_ALL, 0, &(siginfo_t){0}, v ? WEXITED : WSTOPPED))
ONE(getpgrp, getpgrp())
ONE(setpgrp, setpgrp())
ONE(getpid, getpid())
ONE(getuid, getuid())
ONE(getgid, getgid())
ONE(geteuid, geteuid())
ONE(getegid, getegid())
ONE(setuid, setuid(0))
ONE(setgid, setgid(0))
ONE(seteuid, seteuid(0))
ONE(setreuid, setreuid(0, 0))
ONE(setregid, setregid(0, 0))
ONE(setresuid, setresuid(0, 0, 0))
ONE(setresgid, setresgid(0, 0, 0))
ONE(getresuid, getresuid(&(uid_t){0}, &(uid_t){0}, &(uid_t){0}))
ONE(getresgid, getresgid(&(gid_t){0}, &(gid_t){0}, &(gid_t){0}))
ONE(getgroups, getgroups(64, (gid_t[64]){0}))
ONE(setgroups, setgroups(1, (gid_t[1]){0}))
ONE(nice, nice(v))
ONE(getpriority, getpriority(PRIO_PROCESS, 0))
ONE(sched_getaffinity, sched_getaffinity(0, sizeof(cpu_set_t), &(cpu_set_t){0}))
ONE(sched_rr_get_interval, sched_rr_get_interval(0, &(struct timespec){0}))
ONE(sched_getcpu, sched_getcpu())
ONE(getrlimit, getrlimit(v ? RLIMIT_NOFILE : RLIMIT_CORE, &(struct rlimit){0}))
ONE(setrlimit, setrlimit(v ? RLIMIT_CORE : RLIMIT_MEMLOCK, &(struct rlimit){0, 0}))
ONE(getrusage, getrusage(RUSAGE_SELF, &(struct rusage){0}))
ONE(uname, uname(&(struct utsname){0}))
ONE(gethostname, gethostname((char[256]){0}, 256))
ONE(sysinfo, sysinfo(&(struct sysinfo){0}))
ONE_NAMED(sysconf_onln, "sysconf(_SC_NPROCESSORS_ONLN)", sysconf(_SC_NPROCESSORS_ONLN))
ONE(getrandom, getrandom((char[8]){0}, 8, v ? GRND_NONBLOCK : 0))
ONE(getentropy, getentropy((char[8]){0}, 8))
#ifdef __GLIBC__
ONE(arc4random, arc4random())
#endif
ONE_NAMED(malloc_large, "malloc(large)", malloc(8 << 20) != NULL)
ONE(mmap, mmap(NULL, 4096, v ? PROT_READ : PROT_READ | PROT_WRITE, (v ? MAP_PRIVATE : MAP_SHARED) | MAP_ANONYMOUS, -1, 0) != NULL)
PROBE(mremap) {
  void *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  begin();
  (void)!(mremap(page, 4096, 8192, v ? MREMAP_MAYMOVE : 0) != NULL);
  end();
}

static void *nothing(void *arg) { return arg; }

PROBE(pthread_create) {
  pthread_t thread;
  begin();
  pthread_create(&thread, NULL, nothing, NULL);
  pthread_join(thread, NULL);
  end();
}
PROBE(pthread_kill) {
  begin();
  pthread_kill(pthread_self(), 0);
  end();
}
PROBE(pthread_cancel) {
  pthread_t thread;
  pthread_create(&thread, NULL, (void *(*)(void *))pause, NULL);
  begin();
  pthread_cancel(thread);
  pthread_join(thread, NULL);
  end();
}
PROBE(pthread_getattr_np) {
  pthread_attr_t attr;
  begin();
  pthread_getattr_np(pthread_self(), &attr);
  end();
}
PROBE(_exit) {
  begin();
  _exit(0);
}
PROBE(abort) {
  signal(SIGABRT, SIG_DFL);
  begin();
  abort();
}
