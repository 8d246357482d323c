/** How a command prints the warnings about the policies that it reads. */
export interface WarningOutput {
  /** Every warning; the first of each name; one line that counts them; or none. */
  readonly amount: 'all' | 'lines' | 'summary' | 'none'
  /** Whether the command makes something from the policies. Then warnings of high severity are always counted. */
  readonly makes: boolean
  /** Whether the long texts are printed. */
  readonly isLong: boolean
}

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
  /** The columns of the terminal; absent where standard output is no terminal. */
  readonly outColumns?: number | undefined
  /** Whether the text written to standard output is lost; see lost-output.ts. */
  readonly outIsLost?: boolean
  /** How warnings are printed: the options of a command say it. */
  readonly warnings?: WarningOutput
  readonly env: Readonly<Record<string, string | undefined>>
  /** The flags of the descriptors 0 to 2 when the process began; `run` restores them. */
  readonly stdio?: readonly (number | undefined)[] | undefined
}
