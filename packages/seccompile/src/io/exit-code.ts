import { RUN_EXIT, startsCommand } from '../run/interface.ts'

/** Exit statuses of every command. */
export const EXIT = {
  /** Done, or a computed yes. */
  ok: 0,
  /** A computed no: the filters differ, or the kernel would refuse the program. */
  no: 1,
  /** Bad usage or bad input: the message says what to change. */
  badInput: 2,
  /** Not decided, or a fault of seccompile. */
  failure: 3,
  /** Stopped by ^C: 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/**
 * The status where the command line `args` fails before its command has one. `run` has its own: a command under a filter could have
 * ended with any other status.
 */
export function failedStatus(args: readonly string[]): number {
  return startsCommand(args) ? RUN_EXIT.failed : EXIT.badInput
}
