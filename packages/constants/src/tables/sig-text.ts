// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/** The signals, as `src/constant/family-text.ts` reads them. */
export const SIG_TEXT = `
SIGHUP 1
SIGINT 2
SIGQUIT 3
SIGILL 4
SIGTRAP 5
SIGABRT 6
SIGIOT 6
SIGBUS 7 mips* parisc* 10
SIGEMT - mips* 7
SIGFPE 8
SIGKILL 9
SIGUSR1 10 mips* parisc* 16
SIGSEGV 11
SIGUSR2 12 mips* parisc* 17
SIGPIPE 13
SIGALRM 14
SIGTERM 15
SIGSTKFLT 16 mips* null, parisc* 7
SIGCHLD 17 mips* parisc* 18
SIGCONT 18 mips* 25, parisc* 26
SIGCLD - mips* 18
SIGSTOP 19 mips* 23, parisc* 24
SIGTSTP 20 mips* 24, parisc* 25
SIGTTIN 21 mips* 26, parisc* 27
SIGTTOU 22 mips* 27, parisc* 28
SIGURG 23 mips* 21, parisc* 29
SIGXCPU 24 mips* 30, parisc* 12
SIGXFSZ 25 mips* 31, parisc* 30
SIGVTALRM 26 mips* 28, parisc* 20
SIGPROF 27 mips* 29, parisc* 21
SIGWINCH 28 mips* 20, parisc* 23
SIGIO 29 mips* parisc* 22
SIGPOLL 29 mips* parisc* 22
SIGPWR 30 mips* parisc* 19
SIGSYS 31 mips* 12
SIGUNUSED 31 mips* null
`
