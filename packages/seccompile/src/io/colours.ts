/* The colours of a terminal. */
import { styleText } from 'node:util'
import type { Paint } from '@seccompile/answer'
import type { Io } from './io.ts'

/**
 * Whether a stream has colours. If `NO_COLOR` is not empty, it has none. Else, if `FORCE_COLOR` is not empty and
 * neither 0 nor false, it has colours. Else a terminal has colours, unless `TERM` is dumb.
 * @see https://no-color.org, https://force-color.org
 */
export function hasColours({ env, outIsTerminal, errIsTerminal }: Io, stream: 'out' | 'err'): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR'] ?? ''
  if (forced !== '') return !['0', 'false'].includes(forced)
  return (stream === 'out' ? outIsTerminal : errIsTerminal) && env['TERM'] !== 'dumb'
}

/** Colours for one stream, or functions that change nothing. */
export function colours(io: Io, stream: 'out' | 'err'): Paint {
  const isOn = hasColours(io, stream)
  // Without `validateStream: false`, Node would test its own streams.
  const painter = (style: keyof Paint) => (text: string) =>
    isOn ? styleText(style, text, { validateStream: false }) : text
  return {
    bold: painter('bold'),
    dim: painter('dim'),
    red: painter('red'),
    green: painter('green'),
    yellow: painter('yellow'),
    magenta: painter('magenta'),
    cyan: painter('cyan'),
  }
}
