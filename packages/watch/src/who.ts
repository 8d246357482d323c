import { readFileSync, readlinkSync } from 'node:fs'

/** Names the programs that make calls. */
export interface Programs {
  /** The path of the program of thread `tid`, or its name where the path may not be read; empty where both are unknown. */
  readonly nameOf: (tid: number) => string
  /** Forgets all names: a call that is about to run may change a program. */
  readonly forget: () => void
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

/** The names of programs, each read once until {@link Programs.forget}. */
export function programs(): Programs {
  const names = new Map<number, string>()
  const isKnown = hasOwnProc()
  return {
    nameOf: (tid) => {
      const known = names.get(tid)
      if (known !== undefined) return known
      const name = isKnown ? nameOfThread(tid) : ''
      names.set(tid, name)
      return name
    },
    forget: () => names.clear(),
  }
}
