/*
 * What most programs do, by whatever calls the C library makes of it: reads a folder and a file, forks and waits, talks
 * through a pipe and a socketpair, runs a thread, asks for random bytes and for the time. Ends with 0 and "done", or
 * names what failed.
 */
#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void check(int holds, const char *what) {
  if (holds) return;
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(1);
}

static void *in_a_thread(void *argument) {
  *(int *)argument = 42;
  return argument;
}

int main(void) {
  DIR *folder = opendir("/");
  check(folder != NULL && readdir(folder) != NULL && closedir(folder) == 0, "opendir");

  char bytes[64];
  struct stat facts;
  FILE *file = fopen("/proc/self/stat", "r");
  check(file != NULL && fstat(fileno(file), &facts) == 0 && fread(bytes, 1, 8, file) == 8, "fopen");
  fclose(file);

  int ends[2];
  check(pipe(ends) == 0, "pipe");
  pid_t child = fork();
  check(child >= 0, "fork");
  if (child == 0) _exit(write(ends[1], "pipe", 4) == 4 ? 7 : 1);
  int status;
  check(waitpid(child, &status, 0) == child && WEXITSTATUS(status) == 7, "waitpid");
  check(read(ends[0], bytes, 4) == 4 && memcmp(bytes, "pipe", 4) == 0, "read");

  int pair[2];
  check(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == 0, "socketpair");
  check(send(pair[0], "pair", 4, MSG_NOSIGNAL) == 4, "send");
  check(recv(pair[1], bytes, 4, 0) == 4 && memcmp(bytes, "pair", 4) == 0, "recv");

  pthread_t thread;
  int answer = 0;
  check(pthread_create(&thread, NULL, in_a_thread, &answer) == 0, "pthread_create");
  check(pthread_join(thread, NULL) == 0 && answer == 42, "pthread_join");

  struct timespec now;
  check(getrandom(bytes, 16, 0) == 16, "getrandom");
  check(clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec > 0, "clock_gettime");
  check(isatty(3) == 0, "isatty");
  puts("done");
  return 0;
}
