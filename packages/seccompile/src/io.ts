import pc from 'picocolors'

/** Where a command's text goes, so that it can be run without a terminal and without a process. */
export interface Io {
  /** Writes text to standard output. */
  readonly out: (text: string) => void
  /** Writes bytes to standard output. */
  readonly outBytes: (bytes: Uint8Array) => void
  /** Writes text to standard error. */
  readonly err: (text: string) => void
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** Whether nobody gets what is written to standard output; see lost-output.ts. */
  readonly outIsLost?: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** The flags that descriptors 0 to 2 had when the process began; `run` puts them back. */
  readonly stdio?: readonly (number | undefined)[] | undefined
}

/** Colours for one of the two streams: none unless it is a terminal, and none where `NO_COLOR` says so. */
export function colours(io: Io, stream: 'out' | 'err'): ReturnType<typeof pc.createColors> {
  const terminal = stream === 'out' ? io.outIsTerminal : io.errIsTerminal
  const wanted = (io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb'
  return pc.createColors(terminal && wanted)
}
