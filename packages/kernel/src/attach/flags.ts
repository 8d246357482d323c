import { flag, optional, record } from '@seccompile/shape'
import type { Fields } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { readOptions } from '../system/option-readers.ts'

/**
 * The flags of `seccomp(2)` for one filter.
 * @see include/uapi/linux/seccomp.h: SECCOMP_FILTER_FLAG_*
 */
export interface AttachFlags {
  /** Attach to every thread of the process, not only to the calling one. Linux 3.17. */
  readonly tsync?: boolean
  /** Log the verdicts that `actions_logged` names, ALLOW excepted; TRAP and ERRNO can be among them. Linux 4.14. */
  readonly log?: boolean
  /**
   * Keep speculative store bypass as it is. Without this flag, kernels before 5.16 turn it off, which slows the
   * process. Linux 4.17.
   */
  readonly specAllow?: boolean
  /** Open a listener for USER_NOTIF. Linux 5.0. */
  readonly newListener?: boolean
  /**
   * Where `tsync` fails, answer ESRCH instead of the id of the thread. The kernel requires this flag with `tsync` and
   * `newListener`. Linux 5.7.
   */
  readonly tsyncEsrch?: boolean
  /** Once a listener has a notification, only fatal signals end the wait for it. Linux 5.19. */
  readonly waitKillableRecv?: boolean
}

/** The readers of the flags that a launcher takes too. */
export const LOG_FIELDS: Fields<Pick<AttachFlags, 'log' | 'specAllow'>> = {
  log: optional(flag),
  specAllow: optional(flag),
}

/** The readers of all flags. */
export const FLAG_FIELDS: Fields<AttachFlags> = {
  ...LOG_FIELDS,
  tsync: optional(flag),
  newListener: optional(flag),
  tsyncEsrch: optional(flag),
  waitKillableRecv: optional(flag),
}

const flagsReader = record<AttachFlags>(FLAG_FIELDS)

/** The flags: the kernel's name, the bit, the version that brought it. */
export const ATTACH_FLAGS: readonly {
  readonly flag: keyof AttachFlags
  readonly name: string
  readonly bit: number
  readonly since: readonly [number, number]
}[] = [
  { flag: 'tsync', name: 'SECCOMP_FILTER_FLAG_TSYNC', bit: 1, since: [3, 17] },
  { flag: 'log', name: 'SECCOMP_FILTER_FLAG_LOG', bit: 2, since: [4, 14] },
  { flag: 'specAllow', name: 'SECCOMP_FILTER_FLAG_SPEC_ALLOW', bit: 4, since: [4, 17] },
  { flag: 'newListener', name: 'SECCOMP_FILTER_FLAG_NEW_LISTENER', bit: 8, since: [5, 0] },
  { flag: 'tsyncEsrch', name: 'SECCOMP_FILTER_FLAG_TSYNC_ESRCH', bit: 16, since: [5, 7] },
  { flag: 'waitKillableRecv', name: 'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV', bit: 32, since: [5, 19] },
]

/**
 * The bits of `flags`.
 * @throws KernelError `E_ARGUMENT` for a flag that is wrong or unknown, and for a combination that no kernel takes
 * @see kernel/seccomp.c: seccomp_set_mode_filter()
 */
export function flagBits(given: AttachFlags): number {
  const flags = readOptions(flagsReader, given, 'flags')
  if (flags.tsync === true && flags.newListener === true && flags.tsyncEsrch !== true)
    throw new KernelError(
      'E_ARGUMENT',
      'tsync and newListener need tsyncEsrch: without it, the returned number could be a listener or a thread',
      { requirement: 'tsyncEsrch' },
    )
  if (flags.waitKillableRecv === true && flags.newListener !== true)
    throw new KernelError('E_ARGUMENT', 'waitKillableRecv is about a listener, so it needs newListener', {
      requirement: 'newListener',
    })
  return ATTACH_FLAGS.reduce((bits, { flag, bit }) => (flags[flag] === true ? bits | bit : bits), 0)
}
