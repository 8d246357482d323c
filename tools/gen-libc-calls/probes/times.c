/* Times and clocks. Functions that set a clock get a time that the kernel refuses. */
#include "probe.h"
#include <mqueue.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/times.h>
#include <sys/timex.h>
#include <time.h>

static struct timespec ts = {0, 1};
/* A time soon, by the clock CLOCK_REALTIME. */
static struct timespec soon(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  now.tv_nsec += 20000000;
  if (now.tv_nsec >= 1000000000) now.tv_sec++, now.tv_nsec -= 1000000000;
  return now;
}

static struct itimerspec its = {.it_value = {100, 0}};

ONE(time, time(NULL))
ONE(gettimeofday, gettimeofday(&(struct timeval){0}, NULL))
ONE(clock_gettime, clock_gettime(v ? CLOCK_REALTIME : CLOCK_MONOTONIC, &ts))
ONE(clock_getres, clock_getres(v ? CLOCK_REALTIME : CLOCK_MONOTONIC, &ts))
ONE(clock, clock())
ONE(times, times(&(struct tms){0}))
ONE(settimeofday, settimeofday(&(struct timeval){-1, 0}, NULL))
ONE(clock_settime, clock_settime(v ? CLOCK_REALTIME : CLOCK_MONOTONIC, &(struct timespec){-1, 0}))
ONE(adjtimex, adjtimex(&(struct timex){0}))
ONE(clock_adjtime, clock_adjtime(v ? CLOCK_REALTIME : CLOCK_TAI, &(struct timex){0}))
ONE(nanosleep, nanosleep(&ts, NULL))
ONE(clock_nanosleep, clock_nanosleep(v ? CLOCK_MONOTONIC : CLOCK_BOOTTIME, v ? TIMER_ABSTIME : 0, &ts, NULL))
ONE(usleep, usleep(1))
ONE(sleep, sleep(0))
PROBE(timer_settime) {
  timer_t timer;
  timer_create(v ? CLOCK_MONOTONIC : CLOCK_REALTIME, &(struct sigevent){.sigev_notify = SIGEV_NONE}, &timer);
  begin();
  timer_settime(timer, v ? TIMER_ABSTIME : 0, &its, NULL);
  end();
}
PROBE(timer_gettime) {
  timer_t timer;
  timer_create(v ? CLOCK_MONOTONIC : CLOCK_REALTIME, &(struct sigevent){.sigev_notify = SIGEV_NONE}, &timer);
  begin();
  timer_gettime(timer, &its);
  end();
}
PROBE(timerfd_settime) {
  int fd = timerfd_create(CLOCK_MONOTONIC, 0);
  begin();
  timerfd_settime(fd, v ? TFD_TIMER_ABSTIME : 0, &its, NULL);
  end();
}
PROBE(timerfd_gettime) {
  int fd = timerfd_create(CLOCK_MONOTONIC, 0);
  begin();
  timerfd_gettime(fd, &its);
  end();
}
PROBE(sem_timedwait) {
  sem_t sem;
  sem_init(&sem, 0, 0);
  struct timespec until = soon();
  begin();
  sem_timedwait(&sem, &until);
  end();
}
PROBE(pthread_cond_timedwait) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
  pthread_mutex_lock(&mutex);
  struct timespec until = soon();
  begin();
  pthread_cond_timedwait(&cond, &mutex, &until);
  end();
}
PROBE(pthread_mutex_timedlock) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&mutex);
  struct timespec until = soon();
  begin();
  pthread_mutex_timedlock(&mutex, &until);
  end();
}

ONE(shmget, shmget(0x5ec, 4096, v ? 0600 : 0640))
ONE(shmat, shmat(-1, NULL, v ? SHM_RDONLY : 0) != NULL)
ONE(shmdt, shmdt(NULL))
ONE(shmctl, shmctl(-1, v ? IPC_RMID : IPC_STAT, &(struct shmid_ds){0}))
ONE(semget, semget(0x5ec, 1, v ? 0600 : 0640))
ONE(semop, semop(-1, &(struct sembuf){0}, 1))
ONE(semtimedop, semtimedop(-1, &(struct sembuf){0}, 1, &ts))
ONE(semctl, semctl(-1, 0, v ? IPC_RMID : GETVAL))
ONE(msgget, msgget(0x5ec, v ? 0600 : 0640))
ONE(msgsnd, msgsnd(-1, &(long[2]){1, 1}, 4, v ? IPC_NOWAIT : 0))
ONE(msgrcv, msgrcv(-1, &(long[2]){1, 1}, 4, 0, v ? IPC_NOWAIT : 0))
ONE(msgctl, msgctl(-1, v ? IPC_RMID : IPC_STAT, &(struct msqid_ds){0}))
ONE(mq_timedsend, mq_timedsend(-1, "a", 1, 0, &(struct timespec){1, 0}))
ONE(mq_timedreceive, mq_timedreceive(-1, (char[64]){0}, 64, NULL, &(struct timespec){1, 0}))
