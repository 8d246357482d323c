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

/** The codes that begin and end a way to write. @see ECMA-48, 8.3.117: SGR */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const

/** Functions that put colour around text without any, or functions that change nothing. */
export type Colours = Readonly<Record<keyof typeof CODES, (text: string) => string>> & {
  /** Whether there are colours. */
  readonly areOn: boolean
}

/** The colours of one stream. */
export function colours(io: Io, stream: 'out' | 'err'): Colours {
  const areOn = hasColours(io, stream === 'out' ? io.outIsTerminal : io.errIsTerminal)
  const painter =
    ([begin, end]: readonly [number, number]) =>
    (text: string): string =>
      areOn ? `\u001B[${begin}m${text}\u001B[${end}m` : text
  const { bold, dim, red, green, yellow, magenta, cyan } = CODES
  return {
    areOn,
    bold: painter(bold),
    dim: painter(dim),
    red: painter(red),
    green: painter(green),
    yellow: painter(yellow),
    magenta: painter(magenta),
    cyan: painter(cyan),
  }
}
