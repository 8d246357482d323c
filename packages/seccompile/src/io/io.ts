/** The streams of a command. Tests and programs that embed the command line pass their own. */
export interface Io {
  /** Writes text to standard output. */
  readonly out: (text: string) => void
  /** Writes bytes to standard output. */
  readonly outBytes: (bytes: Uint8Array) => void
  /** Writes text to standard error. */
  readonly err: (text: string) => void
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** The columns of the terminal that standard output is; absent where it is none. */
  readonly outColumns?: number | undefined
  /** Whether the text written to standard output is lost; see lost-output.ts. */
  readonly outIsLost?: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** The flags that descriptors 0 to 2 had when the process began; `run` puts them back. */
  readonly stdio?: readonly (number | undefined)[] | undefined
}
