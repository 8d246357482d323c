/* A 32-bit program with threads, a child and a pipe: its calls have the numbers of its own ABI. */
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void *work(void *sum)
{
    for (int i = 0; i < 1000; i++)
        *(long *)sum += getppid() > 0;
    return NULL;
}

int main(void)
{
    long sums[4] = {0};
    pthread_t ids[4];
    for (int i = 0; i < 4; i++)
        if (pthread_create(&ids[i], NULL, work, &sums[i]) != 0)
            return 1;
    for (int i = 0; i < 4; i++)
        pthread_join(ids[i], NULL);
    printf("%d-bit %ld\n", (int)(8 * sizeof(void *)), sums[0] + sums[1] + sums[2] + sums[3]);
    fflush(stdout);
    int ends[2];
    if (pipe(ends) != 0)
        return 1;
    if (fork() == 0) {
        dup2(ends[1], 1);
        execlp("echo", "echo", "from a child", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    char text[64];
    ssize_t size = read(ends[0], text, sizeof text);
    int status = 0;
    wait(&status);
    printf("%.*s%d\n", (int)size, text, WEXITSTATUS(status));
    return 9;
}
