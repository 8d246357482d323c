/*
 * Makes getppid calls and says how many failed: calls COUNT [THREADS [MICROSECONDS]].
 *
 * On x86_64 with COUNT 0 it makes one call of getppid as a 32-bit program does, and prints its result.
 *
 * calls ignore: ignores SIGSYS, makes an execveat, and prints its error.
 *
 * calls exec: makes an execve of no program with 7 in the register of a fourth argument, and prints its error.
 *
 * calls execs COUNT HOW: makes COUNT processes that do as "exec" says, after SIGSYS was `blocked` or `ignored`. It prints how many were
 * ended by a signal.
 *
 * calls become N PATH OTHER: makes a getpgid call of N. Unless N is 0, a thread that is not the leader then executes PATH with
 * become N-1 OTHER PATH, while the leader makes getppid calls.
 *
 * calls number NR: makes call NR with the arguments 1 to 6, and prints its error.
 *
 * calls interrupted COUNT: makes getppid calls, which a signal interrupts and nothing restarts, until COUNT failed with EINTR; one more
 * call does not fail. It prints how many calls failed.
 *
 * With MICROSECONDS a signal interrupts the process that often. The handler does nothing, and calls are restarted.
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static long count;

static void nothing(int signal) { (void)signal; }

static void *make_calls(void *refused)
{
    for (long i = 0; i < count; i++)
        if (syscall(SYS_getppid) == -1 && errno == EXDEV)
            ++*(long *)refused;
    return NULL;
}

static volatile int has_called;

static void *become(void *argv)
{
    char **words = argv;
    char next[16];
    snprintf(next, sizeof next, "%ld", atol(words[2]) - 1);
    while (!has_called)
        sched_yield();
    execl(words[3], words[3], "become", next, words[4], words[3], NULL);
    exit(1);
}

static void exec_with_seven(void) { syscall(SYS_execve, "/", NULL, NULL, 7L); }

/* The number of processes, of so many that make an execve, that were ended by a signal. */
static long killed_execs(long processes, const char *how)
{
    long killed = 0;
    for (long i = 0; i < processes; i++) {
        int status = 0;
        pid_t child = fork();
        if (child == 0) {
            sigset_t sigsys;
            sigemptyset(&sigsys);
            sigaddset(&sigsys, SIGSYS);
            if (strcmp(how, "blocked") == 0)
                sigprocmask(SIG_BLOCK, &sigsys, NULL);
            if (strcmp(how, "ignored") == 0)
                signal(SIGSYS, SIG_IGN);
            exec_with_seven();
            _exit(1);
        }
        waitpid(child, &status, 0);
        killed += WIFSIGNALED(status);
    }
    return killed;
}

/* A signal every so many microseconds. */
static void interrupt_every(long microseconds, int flags)
{
    struct sigaction action = {.sa_handler = nothing, .sa_flags = flags};
    struct itimerval often = {.it_interval.tv_usec = microseconds, .it_value.tv_usec = microseconds};
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
}

int main(int argc, char **argv)
{
    if (argc > 4 && strcmp(argv[1], "become") == 0) {
        pthread_t id;
        syscall(SYS_getpgid, atol(argv[2]));
        if (atol(argv[2]) == 0)
            return 0;
        if (pthread_create(&id, NULL, become, argv) != 0)
            return 1;
        for (;; has_called = 1)
            syscall(SYS_getppid);
    }
    if (argc > 1 && strcmp(argv[1], "ignore") == 0) {
        signal(SIGSYS, SIG_IGN);
        syscall(SYS_execveat, -1, "", NULL, NULL, 0);
        printf("%d\n", errno);
        return 0;
    }
    if (argc > 1 && strcmp(argv[1], "exec") == 0) {
        exec_with_seven();
        printf("%d\n", errno);
        return 0;
    }
    if (argc > 3 && strcmp(argv[1], "execs") == 0) {
        printf("%ld\n", killed_execs(atol(argv[2]), argv[3]));
        return 0;
    }
    if (argc > 2 && strcmp(argv[1], "interrupted") == 0) {
        long failed = 0;
        int is_last = 0;
        interrupt_every(1000, 0);
        while (!is_last)
            if (syscall(SYS_getppid) == -1 && errno == EINTR)
                failed++;
            else
                is_last = failed >= atol(argv[2]);
        printf("%ld\n", failed);
        return 0;
    }
    if (argc > 2 && strcmp(argv[1], "number") == 0) {
        syscall(atol(argv[2]), 1L, 2L, 3L, 4L, 5L, 6L);
        printf("%d\n", errno);
        return 0;
    }
    count = argc > 1 ? atol(argv[1]) : 1;
#ifdef __x86_64__
    if (count == 0) {
        long result = 64; /* __NR_getppid of x86 */
        __asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
        printf("%d\n", (int)result);
        return 0;
    }
#endif
    int threads = argc > 2 ? atoi(argv[2]) : 1;
    if (argc > 3)
        interrupt_every(atoi(argv[3]), SA_RESTART);
    pthread_t ids[64];
    long refused[64] = {0};
    long sum = 0;
    for (int i = 0; i < threads; i++)
        if (pthread_create(&ids[i], NULL, make_calls, &refused[i]) != 0)
            return 1;
    for (int i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        sum += refused[i];
    }
    printf("%ld\n", sum);
    return 0;
}
