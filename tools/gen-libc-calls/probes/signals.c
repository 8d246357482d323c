/* Signals. */
#include "probe.h"
#include <sys/time.h>

static sigset_t set;
static void handler(int signal) { (void)signal; }

static void pending(void) {
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  signal(SIGUSR1, handler);
  sigprocmask(SIG_BLOCK, &set, NULL);
  kill(getpid(), SIGUSR1);
}
static void soon(void) {
  signal(SIGALRM, handler);
  setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {0, 30000}}, NULL);
}

ONE(signal, signal(v ? SIGUSR1 : SIGUSR2, handler) != SIG_ERR)
ONE(sigaction, sigaction(v ? SIGUSR1 : SIGUSR2, &(struct sigaction){.sa_handler = handler}, NULL))
ONE(sigprocmask, sigprocmask(v ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL))
ONE(sigpending, sigpending(&set))
ONE(raise, raise(v ? SIGURG : SIGWINCH))
ONE(kill, kill(0, 0))
PROBE(sigsuspend) {
  pending();
  begin();
  sigsuspend(&(sigset_t){0});
  end();
}
PROBE(sigwait) {
  pending();
  begin();
  sigwait(&set, &(int){0});
  end();
}
PROBE(sigtimedwait) {
  pending();
  begin();
  sigtimedwait(&set, NULL, &(struct timespec){1, 0});
  end();
}
PROBE(sigwaitinfo) {
  pending();
  begin();
  sigwaitinfo(&set, NULL);
  end();
}
PROBE_NAMED(handler, "return from a handler") {
  signal(SIGUSR1, handler);
  begin();
  kill(getpid(), SIGUSR1);
  end();
}
PROBE(pause) {
  soon();
  begin();
  pause();
  end();
}
ONE(alarm, alarm(v ? 100 : 200))
ONE(setitimer, setitimer(v ? ITIMER_REAL : ITIMER_PROF, &(struct itimerval){.it_value = {v ? 100 : 200, 0}}, NULL))
ONE(getitimer, getitimer(v ? ITIMER_REAL : ITIMER_PROF, &(struct itimerval){0}))
ONE(sigaltstack, sigaltstack(NULL, &(stack_t){0}))
