import type { Io } from '../io/io.ts'
import { sayNote } from './say.ts'

/** Prints that a watched command has ended and has left processes, and how the watching ends. */
export function sayWaiting(io: Io, [name = '']: readonly string[]): void {
  sayNote(
    io,
    `${name} has ended, and processes that it started still run; they are watched until the last has ended, or SIGINT (^C) or SIGTERM comes; --no-wait does not wait`,
  )
}
