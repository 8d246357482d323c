import { columnsOf } from '../show/columns-of.ts'
import { PRESETS } from '@seccompile/presets'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { sayJson } from '../show/say.ts'
import { wrappedText } from '@seccompile/text-layout'

/** The names and summaries of the presets, in two columns. */
function listText(columns: number): string {
  const width = Math.max(...PRESETS.map(({ name }) => name.length)) + 2
  return PRESETS.map(
    ({ name, summary }) => `${wrappedText(name.padEnd(width), summary, ' '.repeat(width), columns)}\n`,
  ).join('')
}

/** `seccompile presets`: the presets. */
export function presets(io: Io, json: boolean): ExitCode {
  if (json) sayJson(io, { presets: PRESETS.map(({ name, summary }) => ({ name, summary })) })
  else io.out(listText(columnsOf(io)))
  return EXIT.ok
}
