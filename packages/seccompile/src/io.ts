import pc from 'picocolors'

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

/**
 * Whether a stream has colours: none where `NO_COLOR` is not empty, always where `FORCE_COLOR` is not empty and
 * neither 0 nor false, and else on a terminal, unless `TERM` is dumb.
 * @see https://no-color.org, https://force-color.org
 */
function hasColours({ env }: Io, isTerminal: boolean): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR'] ?? ''
  return forced === '' ? isTerminal && env['TERM'] !== 'dumb' : !['0', 'false'].includes(forced)
}

/** Colours for one stream, or functions that change nothing. */
export function colours(io: Io, stream: 'out' | 'err'): ReturnType<typeof pc.createColors> {
  return pc.createColors(hasColours(io, stream === 'out' ? io.outIsTerminal : io.errIsTerminal))
}
