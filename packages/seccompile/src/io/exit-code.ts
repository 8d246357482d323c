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
 * The exit status of the command line `args` that fails before its command returns one. `run` has other statuses: the
 * command under the filter could have ended with any of the usual ones.
 */
export function failedStatus(args: readonly string[]): number {
  return startsCommand(args) ? RUN_EXIT.failed : EXIT.badInput
}
