import { answerWithoutFilter } from '../attach/attach-bytes.ts'
import { loadLibc } from '../libc/libc.ts'

const NEW_LISTENER = 8
const WAIT_KILLABLE_RECV = 32

/** The flags for a listener on this kernel. */
export interface ListenerFlags {
  readonly flags: number
  /**
   * Whether only a fatal signal ends the wait for an answer (Linux 5.19). Before, a signal restarts a call that was
   * received.
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
