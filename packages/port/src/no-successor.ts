/*
 * Calls that some ABIs lack and that no function of a library of today makes. A program that makes one by syscall(2) has to be
 * changed; so nothing stands in for it.
 */
import { expectText } from '@seccompile/shape'

const REASONS: readonly (readonly [reason: string, calls: string])[] = [
  [
    'Linux has no such call, or has it no more',
    '_sysctl afs_syscall bdflush break create_module epoll_ctl_old epoll_wait_old ftime get_kernel_syms getpmsg gtty lock mpx prof profil putpmsg query_module security stty tuxcall ulimit uselib vserver',
  ],
  ['no function of glibc or musl makes it; statfs and /proc tell the same', 'sysfs ustat'],
  [
    'it serves the processor of this ABI',
    'arch_prctl get_thread_area ioperm iopl modify_ldt set_thread_area vm86 vm86old',
  ],
  ['the kernel makes it, in code that it puts into a program', 'uprobe uretprobe'],
]

/** Why a call has no successor on ABIs that lack it; `undefined` where it has one. */
export function withoutSuccessor(call: string): string | undefined {
  expectText(call, 'call')
  return REASONS.find(([, calls]) => calls.split(' ').includes(call))?.[0]
}
