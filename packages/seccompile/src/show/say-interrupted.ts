import type { WatchReport } from '@seccompile/watch'
import type { Io } from '../io/io.ts'
import { sayNote } from './say.ts'

/** Prints how many calls a signal interrupted on their way to the watcher, and what sees a program without that. */
export function sayInterrupted(io: Io, { interrupted = 0 }: Partial<Pick<WatchReport, 'interrupted'>>): void {
  if (interrupted === 0) return
  const calls = interrupted === 1 ? 'call was' : 'calls were'
  sayNote(
    io,
    `${interrupted} ${calls} interrupted on the way to the watcher, by a signal or by the end of the process; a call that a signal interrupts is made again, or fails with EINTR where the handler has no SA_RESTART; "record --by strace" interrupts no call`,
  )
}
