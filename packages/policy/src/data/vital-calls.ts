/**
 * Calls that a program needs to be started under a filter, to end, or to go on after a signal, and what each is needed for.
 * The C library and the kernel make them, so people forget them in an allow-list.
 * @see signal(7): the trampoline of a handler calls rt_sigreturn; restart_syscall(2): the kernel has a program call it
 * after SIGCONT
 */
export const VITAL_CALLS: ReadonlyMap<string, string> = new Map([
  ['exit_group', 'end'],
  ['exit', 'end a thread'],
  ['rt_sigreturn', 'return from a signal handler'],
  ['restart_syscall', 'go on sleeping after a signal stopped them'],
  ['execve', 'be started under the filter'],
])
