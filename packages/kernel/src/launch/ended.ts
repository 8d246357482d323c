/* How a command is started and ends, in types that need none of Node's. */

/** The name of a signal, `SIGTERM`. */
export type SignalText = `SIG${string}`

/** The target of a descriptor of the command: that of this process, nowhere, or the one with this number. */
export type RunStdio = 'inherit' | 'ignore' | number

/** How a command ended. */
export interface CommandEnd {
  readonly status: number | undefined
  readonly signal: SignalText | undefined
}
