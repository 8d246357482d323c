import { readFileSync, readlinkSync } from 'node:fs'

/** Names the programs that make calls. */
export interface Programs {
  /** The path of the program of thread `tid`, or its name where the path may not be read; empty where both are unknown. */
  readonly nameOf: (tid: number) => string
}

/**
 * Whether /proc is that of this PID namespace. A sandbox may have the /proc of another one, where the same number is another process.
 * @see pid_namespaces(7)
 */
export function hasOwnProc(): boolean {
  try {
    return readlinkSync('/proc/self') === String(process.pid)
  } catch {
    return false
  }
}

function nameOfThread(tid: number): string {
  try {
    return readlinkSync(`/proc/${tid}/exe`)
  } catch {
    // The program of another user, or one that may not be read.
  }
  try {
    return readFileSync(`/proc/${tid}/comm`, 'utf8').trimEnd()
  } catch {
    return '' // the thread has ended
  }
}

/**
 * The names of programs. None is kept: an exec completes some time after its answer, and one by a thread that is not the leader takes
 * the number of the leader.
 */
export function programs(): Programs {
  const isKnown = hasOwnProc()
  return { nameOf: (tid) => (isKnown ? nameOfThread(tid) : '') }
}
