/* Descriptors: what they are made by, and what is done with them. */
#include "probe.h"
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/sendfile.h>
#include <sys/signalfd.h>
#include <sys/uio.h>
#include <termios.h>

static char bytes[64];
static int pair[2];
static struct iovec iov[1] = {{bytes, 4}};

static int file(void) { return open("f", O_RDWR); }
static int pipe_with_data(void) {
  if (pipe(pair) != 0 || write(pair[1], "abcd", 4) != 4) exit(98);
  return pair[0];
}

ONE(pipe, pipe(pair))
ONE(pipe2, pipe2(pair, v ? O_CLOEXEC : O_NONBLOCK))
ONE(dup, dup(v))
ONE(dup2, dup2(v, v ? 7 : 8))
ONE_NAMED(dup2_same, "dup2(same)", dup2(v, v))
ONE(dup3, dup3(v, v ? 7 : 8, v ? O_CLOEXEC : 0))
ONE(fcntl, fcntl(0, v ? F_GETFD : F_SETFL, 0))
ONE_NAMED(fcntl_getfl, "fcntl(F_GETFL)", fcntl(v, F_GETFL))
ONE_NAMED(fcntl_dupfd, "fcntl(F_DUPFD_CLOEXEC)", fcntl(v, F_DUPFD_CLOEXEC, v ? 5 : 6))
ONE_NAMED(fcntl_setlk, "fcntl(F_SETLK)", fcntl(v, F_SETLK, &(struct flock){.l_type = F_RDLCK}))
PROBE(lockf) {
  int fd = file();
  begin();
  (void)!lockf(fd, F_TEST, 0);
  end();
}
ONE(flock, flock(v, v ? LOCK_UN : LOCK_SH))
ONE(isatty, isatty(v))
ONE(tcgetattr, tcgetattr(v, &(struct termios){0}))
ONE(tcsetattr, tcsetattr(v, TCSANOW, &(struct termios){0}))
ONE(inotify_init, inotify_init())
ONE(inotify_init1, inotify_init1(v ? IN_CLOEXEC : IN_NONBLOCK))
ONE(eventfd, eventfd(v, v ? EFD_CLOEXEC : 0))
ONE(signalfd, signalfd(-1, &(sigset_t){0}, v ? SFD_CLOEXEC : 0))
ONE(epoll_create, epoll_create(v ? 3 : 4))
ONE(epoll_create1, epoll_create1(v ? EPOLL_CLOEXEC : 0))
PROBE(epoll_wait) {
  int fd = epoll_create1(0);
  begin();
  epoll_wait(fd, &(struct epoll_event){0}, v ? 1 : 2, v ? 0 : 1);
  end();
}
PROBE(epoll_pwait) {
  int fd = epoll_create1(0);
  begin();
  epoll_pwait(fd, &(struct epoll_event){0}, v ? 1 : 2, v ? 0 : 1, &(sigset_t){0});
  end();
}
#ifdef __GLIBC__
PROBE(epoll_pwait2) {
  int fd = epoll_create1(0);
  begin();
  epoll_pwait2(fd, &(struct epoll_event){0}, v ? 1 : 2, &(struct timespec){0, 1}, &(sigset_t){0});
  end();
}
#endif
ONE(poll, poll(&(struct pollfd){.fd = v}, v, v ? 0 : 1))
ONE(ppoll, ppoll(&(struct pollfd){.fd = v}, v, &(struct timespec){0, 1}, &(sigset_t){0}))
ONE(select, select(v, NULL, NULL, NULL, &(struct timeval){0, 1}))
ONE(pselect, pselect(v, NULL, NULL, NULL, &(struct timespec){0, 1}, &(sigset_t){0}))
PROBE(pread) {
  int fd = file();
  begin();
  (void)!pread(fd, bytes, 4, v);
  end();
}
PROBE(pwrite) {
  int fd = file();
  begin();
  (void)!pwrite(fd, bytes, 4, v);
  end();
}
PROBE(preadv) {
  int fd = file();
  begin();
  (void)!preadv(fd, iov, 1, v);
  end();
}
PROBE(pwritev) {
  int fd = file();
  begin();
  (void)!pwritev(fd, iov, 1, v);
  end();
}
#ifdef RWF_NOWAIT
PROBE(preadv2) {
  int fd = file();
  begin();
  (void)!preadv2(fd, iov, 1, v, 0);
  end();
}
PROBE(pwritev2) {
  int fd = file();
  begin();
  (void)!pwritev2(fd, iov, 1, v, 0);
  end();
}
#endif
PROBE(sendfile) {
  int from = file(), to = open("g", O_RDWR | O_CREAT, 0600);
  begin();
  (void)!sendfile(to, from, NULL, 4);
  end();
}
PROBE(copy_file_range) {
  int from = file(), to = open("g", O_RDWR | O_CREAT, 0600);
  begin();
  (void)!copy_file_range(from, NULL, to, NULL, 4, 0);
  end();
}
ONE(splice, splice(pipe_with_data(), NULL, pair[1], NULL, 1, 0))
PROBE(posix_fadvise) {
  int fd = file();
  begin();
  posix_fadvise(fd, 0, 4, v ? POSIX_FADV_NORMAL : POSIX_FADV_RANDOM);
  end();
}
PROBE(posix_fallocate) {
  int fd = file();
  begin();
  posix_fallocate(fd, 0, 4);
  end();
}
PROBE(sync_file_range) {
  int fd = file();
  begin();
  sync_file_range(fd, 0, 4, v ? SYNC_FILE_RANGE_WRITE : 0);
  end();
}
PROBE(readahead) {
  int fd = file();
  begin();
  readahead(fd, 0, 4);
  end();
}
ONE(memfd_create, memfd_create("m", v ? MFD_CLOEXEC : 0))
ONE(shm_open, shm_open("/seccompile-probe", v ? O_RDONLY : O_RDWR, 0600))
#ifdef __GLIBC__
ONE(close_range, close_range(v ? 50 : 60, ~0U, 0))
ONE(closefrom, (closefrom(v ? 50 : 60), 0))
#endif
PROBE(fread) {
  FILE *file = fopen("f", "r");
  begin();
  (void)!fread(bytes, 1, 4, file);
  end();
}
PROBE(fclose) {
  FILE *file = fopen("f", "r");
  (void)!fread(bytes, 1, 1, file);
  begin();
  fclose(file);
  end();
}
PROBE(fwrite) {
  FILE *file = fopen("f", "r+");
  begin();
  fwrite(bytes, 1, 4, file);
  fclose(file);
  end();
}
ONE(puts, (puts("a"), fflush(stdout)))
