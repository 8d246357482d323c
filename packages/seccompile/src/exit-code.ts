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
