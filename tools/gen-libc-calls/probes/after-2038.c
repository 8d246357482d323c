/*
 * Times that 32 bits do not hold. With them a library makes the calls with times of 64 bits of a 32-bit ABI. A function that would wait
 * is interrupted by a signal.
 */
#include "probe.h"

#ifndef __LP64__
#include <mqueue.h>
#include <poll.h>
#include <semaphore.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

#if defined(_TIME_BITS) || !defined(__GLIBC__)
static const struct timespec late = {(time_t)1 << 33, 0};
static const struct itimerspec late_timer = {.it_value = {(time_t)1 << 33, 0}};
static sigset_t set;

static void handler(int signal) { (void)signal; }
static void interrupt_soon(void) {
  sigaction(SIGALRM, &(struct sigaction){.sa_handler = handler}, NULL);
  setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {0, 30000}}, NULL);
}

#define LATE(id, ...)                        \
  PROBE_NAMED(id##_late, #id " after 2038") { \
    interrupt_soon();                        \
    begin();                                 \
    (void)!(__VA_ARGS__);                    \
    end();                                   \
  }

LATE(clock_nanosleep, clock_nanosleep(v ? CLOCK_MONOTONIC : CLOCK_BOOTTIME, v ? TIMER_ABSTIME : 0, &late, NULL))
LATE(nanosleep, nanosleep(&late, NULL))
LATE(ppoll, ppoll(NULL, 0, &late, NULL))
LATE(pselect, pselect(0, NULL, NULL, NULL, &late, NULL))
LATE(select, select(0, NULL, NULL, NULL, &(struct timeval){(time_t)1 << 33, 0}))
LATE(sem_timedwait, sem_timedwait(&(sem_t){0}, &late))
LATE(sigtimedwait, sigtimedwait(&set, NULL, &late))
LATE(semtimedop, semtimedop(-1, &(struct sembuf){0}, 1, &late))
LATE(mq_timedsend, mq_timedsend(-1, "a", 1, 0, &late))
LATE(mq_timedreceive, mq_timedreceive(-1, (char[64]){0}, 64, NULL, &late))
LATE(recvmmsg, recvmmsg(-1, &(struct mmsghdr){0}, 1, v ? MSG_DONTWAIT : MSG_PEEK, (struct timespec *)&late))
LATE(utimensat, utimensat(v ? AT_FDCWD : 0, "f", (struct timespec[2]){{(time_t)1 << 33, 0}, {1, 0}}, v ? AT_SYMLINK_NOFOLLOW : 0))
LATE(futimens, futimens(0, (struct timespec[2]){{(time_t)1 << 33, 0}, {1, 0}}))
PROBE_NAMED(timerfd_settime_late, "timerfd_settime after 2038") {
  int fd = timerfd_create(CLOCK_MONOTONIC, 0);
  begin();
  timerfd_settime(fd, v ? TFD_TIMER_ABSTIME : 0, &late_timer, NULL);
  end();
}
PROBE_NAMED(timer_settime_late, "timer_settime after 2038") {
  timer_t timer;
  timer_create(CLOCK_MONOTONIC, &(struct sigevent){.sigev_notify = SIGEV_NONE}, &timer);
  begin();
  timer_settime(timer, v ? TIMER_ABSTIME : 0, &late_timer, NULL);
  end();
}
#endif
#endif
