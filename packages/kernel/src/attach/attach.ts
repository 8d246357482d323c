import { flag, oneOf, optional, record } from '@seccompile/shape'
import { BRIDGES } from '../libc/bridge.ts'
import type { BridgeName } from '../libc/bridge.ts'
import { loadLibc } from '../libc/libc.ts'
import { readOptions } from '../system/option-readers.ts'
import { requireLinux } from '../system/require-linux.ts'
import { attachBytes } from './attach-bytes.ts'
import { checkAccepted, filterBytes } from './filters.ts'
import type { Filters } from './filters.ts'
import { checkEventLoop } from './event-loop.ts'
import { FLAG_FIELDS, flagBits } from './flags.ts'
import type { AttachFlags } from './flags.ts'

/**
 * The options of {@link attach}: the kernel's flags, of which `tsync` is on by default, `no_new_privs`, and the bridge.
 */
export interface AttachOptions extends AttachFlags {
  /** Sets `no_new_privs` first, which the kernel requires without CAP_SYS_ADMIN; on by default. */
  readonly noNewPrivs?: boolean
  /** The bridge to the C library; by default the FFI of this runtime, or else koffi. */
  readonly bridge?: BridgeName
}

const attachReader = record<AttachOptions>({
  ...FLAG_FIELDS,
  noNewPrivs: optional(flag),
  bridge: optional(oneOf(BRIDGES)),
})

/** The result of {@link attach}. */
export interface Attachment {
  /** The descriptor that USER_NOTIF is read from, where `newListener` asked for one. */
  readonly listener: number | undefined
}

/**
 * Attaches a filter to this process, for good: nothing detaches it again, and children have it too.
 *
 * A runtime has several threads, and the process may stop where the filter refuses a call of any of them. All threads
 * get the filter, unless `tsync` is false. Then only the calling thread gets it, and the other threads stay unfiltered.
 *
 * @param filters - one, or several in order; flags hold for each, a listener for the last only
 * @throws KernelError where it is not attached: `E_ARGUMENT` names an option that is wrong or unknown,
 * `E_FILTER` the instruction, or a call that the event loop of this process needs, `E_REFUSED` the kernel's error, `E_NO_LIBC` how to get a bridge
 * @see seccomp(2)
 */
export function attach(filters: Filters, options: AttachOptions = {}): Attachment {
  requireLinux('attach a filter')
  const { noNewPrivs = true, bridge, ...flags } = readOptions(attachReader, options)
  // With a listener, the kernel takes `tsync` only together with `tsyncEsrch`. So `tsyncEsrch` is then on by default.
  const bits = flagBits({
    ...flags,
    tsync: flags.tsync ?? true,
    tsyncEsrch: flags.tsyncEsrch ?? (flags.newListener === true && flags.tsync !== false),
  })
  const bytes = filterBytes(filters)
  checkAccepted(bytes) // before anything is changed, and before the first of several is attached
  checkEventLoop(bytes)
  const libc = loadLibc(bridge === undefined ? undefined : [bridge])
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
