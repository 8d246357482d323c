/* Colours of a terminal. */
import type { Io } from './io.ts'

/** By style, the escapes that begin and end it. @see ECMA-48, 8.3.117: SELECT GRAPHIC RENDITION */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const

/** By style, the function that yields a text in the style. */
export type Colours = Readonly<Record<keyof typeof STYLES, (text: string) => string>>

/**
 * Whether a stream has colours: none where `NO_COLOR` is not empty, always where `FORCE_COLOR` is not empty and
 * neither 0 nor false, and else on a terminal, unless `TERM` is dumb.
 * @see https://no-color.org, https://force-color.org
 */
export function hasColours({ env, outIsTerminal, errIsTerminal }: Io, stream: 'out' | 'err'): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR'] ?? ''
  if (forced !== '') return !['0', 'false'].includes(forced)
  return (stream === 'out' ? outIsTerminal : errIsTerminal) && env['TERM'] !== 'dumb'
}

/** Colours for one stream, or functions that change nothing. */
export function colours(io: Io, stream: 'out' | 'err'): Colours {
  const isOn = hasColours(io, stream)
  const painter =
    ([begin, end]: readonly [number, number]) =>
    (text: string): string =>
      isOn ? `\u001B[${begin}m${text}\u001B[${end}m` : text
  return {
    bold: painter(STYLES.bold),
    dim: painter(STYLES.dim),
    red: painter(STYLES.red),
    green: painter(STYLES.green),
    yellow: painter(STYLES.yellow),
    magenta: painter(STYLES.magenta),
    cyan: painter(STYLES.cyan),
  }
}
