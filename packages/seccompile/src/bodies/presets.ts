import type { Answer } from '@seccompile/answer'
import { PRESETS } from '@seccompile/presets'
import { wrappedText } from '@seccompile/text-layout'

/** The names and summaries of the presets, in two columns. */
function listText(columns: number): string {
  const width = Math.max(...PRESETS.map(({ name }) => name.length)) + 2
  return PRESETS.map(
    ({ name, summary }) => `${wrappedText(name.padEnd(width), summary, ' '.repeat(width), columns)}\n`,
  ).join('')
}

/** The presets. */
export function presets(): Answer {
  return {
    status: 'done',
    text: (_paint, columns) => listText(columns),
    facts: () => ({ presets: PRESETS.map(({ name, summary }) => ({ name, summary })) }),
  }
}
