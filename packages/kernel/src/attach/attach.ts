import { flag, optional, record } from '@seccompile/shape'
import { loadLibc } from '../system/libc.ts'
import { readOptions } from '../system/option-readers.ts'
import { requireLinux } from '../system/require-linux.ts'
import { attachBytes } from './attach-bytes.ts'
import { checkAccepted, filterBytes } from './filters.ts'
import type { Filters } from './filters.ts'
import { FLAG_FIELDS, flagBits } from './flags.ts'
import type { AttachFlags } from './flags.ts'

/**
 * The options of {@link attach}: the kernel's flags, of which `tsync` is on by default, and `no_new_privs`.
 */
export interface AttachOptions extends AttachFlags {
  /** Sets `no_new_privs` first, which the kernel requires without CAP_SYS_ADMIN; on by default. */
  readonly noNewPrivs?: boolean
}

const attachReader = record<AttachOptions>({ ...FLAG_FIELDS, noNewPrivs: optional(flag) })

/** The result of {@link attach}. */
export interface Attachment {
  /** The descriptor that USER_NOTIF is read from, where `newListener` asked for one. */
  readonly listener: number | undefined
}

/**
 * Attaches a filter to this process, for good: nothing detaches it again, and children have it too.
 *
 * Node has several threads, and the process may stop where the filter refuses a call of any of them. So all
 * threads get the filter, unless `tsync` is false. Then only the calling thread gets it, and Node's other
 * threads stay unfiltered.
 *
 * @param filters - one, or several in order; flags hold for each, a listener for the last only
 * @throws KernelError where it is not attached: `E_ARGUMENT` names an option that is wrong or unknown,
 * `E_FILTER` the instruction, `E_REFUSED` the kernel's error
 * @see seccomp(2)
 */
export function attach(filters: Filters, options: AttachOptions = {}): Attachment {
  requireLinux('attach a filter')
  const { noNewPrivs = true, ...flags } = readOptions(attachReader, options)
  // With a listener, the kernel takes `tsync` only together with `tsyncEsrch`. So `tsyncEsrch` is then on by default.
  const bits = flagBits({
    ...flags,
    tsync: flags.tsync ?? true,
    tsyncEsrch: flags.tsyncEsrch ?? (flags.newListener === true && flags.tsync !== false),
  })
  const bytes = filterBytes(filters)
  checkAccepted(bytes) // before anything is changed, and before the first of several is attached
  const libc = loadLibc()
  let listener: number | undefined
  bytes.forEach((filter, index) => {
    const isLast = index === bytes.length - 1
    listener = attachBytes(libc, filter, {
      flags: isLast ? bits : bits & ~(8 | 32),
      noNewPrivs: noNewPrivs && index === 0, // the first filter may forbid prctl, and once is enough
    })
  })
  return { listener }
}
