/* How a command is started and how it ended, in types that do not need those of Node. */

/** The name of a signal, `SIGTERM`. */
export type SignalText = `SIG${string}`

/**
 * A descriptor of the command: the same descriptor of this process, /dev/null, or the descriptor with this number.
 */
export type RunStdio = 'inherit' | 'ignore' | number

/** How a command ended. */
export interface CommandEnd {
  readonly status: number | undefined
  readonly signal: SignalText | undefined
}
