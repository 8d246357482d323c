/* Signals. */
import type { Group } from './group.ts'

/**
 * Calls that send signals, wait for them and handle them. The filter knows the process that gets a signal only by its
 * number.
 * @see signal(7); include/asm-generic/audit_signal.h, for those that send
 */
// prettier-ignore
export const signals: Group<'signals'> = {
  name: 'signals',
  summary: 'handling signals, waiting for them, and sending them to any process',
  calls: [
    'rt_sigaction', 'rt_sigprocmask', 'rt_sigpending', 'rt_sigsuspend', 'rt_sigtimedwait', 'rt_sigtimedwait_time64',
    'rt_sigreturn', 'sigaction', 'sigprocmask', 'sigpending', 'sigsuspend', 'sigreturn', 'signal', 'sgetmask',
    'ssetmask', 'sigaltstack', 'restart_syscall', 'pause', 'signalfd', 'signalfd4',
    'swapcontext', 'kill', 'tkill', 'tgkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal',
  ],
}
