import { answerWithoutFilter } from '../attach/attach-bytes.ts'
import { loadLibc } from '../libc/libc.ts'

const NEW_LISTENER = 8
const WAIT_KILLABLE_RECV = 32

/** The flags for a listener on this kernel. */
export interface ListenerFlags {
  readonly flags: number
  /**
   * Whether only a fatal signal ends the wait of a call that was received (Linux 5.19). Before 5.19 each signal does. A call that is
   * not received yet is interrupted by each signal on every kernel, and fails with EINTR where the handler has no SA_RESTART.
   */
  readonly isKillableOnly: boolean
}

/**
 * The flags by which a filter gets a listener on this kernel.
 * @throws KernelError `E_NO_LIBC`
 */
export function listenerFlags(): ListenerFlags {
  const isKillableOnly = answerWithoutFilter(loadLibc(), NEW_LISTENER | WAIT_KILLABLE_RECV) === 'EFAULT'
  return { flags: NEW_LISTENER | (isKillableOnly ? WAIT_KILLABLE_RECV : 0), isKillableOnly }
}
