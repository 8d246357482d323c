/* The process of strace, which is a child of nobody here: it is found in /proc by the FIFO that it writes to. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { hasOwnProc } from './who.ts'

/** What `read` yields; `otherwise` where the process has ended, or is of another user. */
function orElse<T>(otherwise: T, read: () => T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** Whether process `pid` has the file open that is, or was, at `path`. */
const hasOpen = (pid: string, path: string): boolean =>
  orElse([], () => readdirSync(`/proc/${pid}/fd`)).some((fd) => {
    const target = orElse('', () => readlinkSync(`/proc/${pid}/fd/${fd}`))
    return target === path || target === `${path} (deleted)`
  })

/** The tracer that has `path` open and still traces a process; `undefined` where there is none. @see proc(5): TracerPid */
export function tracerAt(path: string): number | undefined {
  if (!hasOwnProc()) return undefined
  for (const pid of orElse([], () => readdirSync('/proc')).filter((name) => /^\d+$/.test(name))) {
    const status = orElse('', () => readFileSync(`/proc/${pid}/status`, 'latin1'))
    const tracer = /^TracerPid:\t([1-9]\d*)$/m.exec(status)?.[1]
    if (tracer !== undefined && hasOpen(tracer, path)) return Number(tracer)
  }
  return undefined
}
