/*
 * Runs the command that its arguments are, and then waits for what that has left behind: ends with the number of processes,
 * or 100 where the command has not ended with 0.
 */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	int status = 0, orphans = 0;
	(void)argc;
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	pid_t child = fork();
	if (child == 0) {
		execv(argv[1], argv + 1);
		_exit(1);
	}
	if (waitpid(child, &status, 0) != child || status != 0)
		return 100;
	while (wait(NULL) > 0)
		orphans++;
	return orphans;
}
