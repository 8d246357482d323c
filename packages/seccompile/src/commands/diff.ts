import { DIRECTIONS } from '@seccompile/describe'
import type { Direction } from '@seccompile/prover'
import { outputOption, SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { listOf } from '../syntax/completion.ts'
import { itemsOf, parseChoice, repeated } from '../syntax/option.ts'

const parseDirections = (texts: readonly string[], flag: string): readonly Direction[] => {
  const named = itemsOf(texts).map((word) => parseChoice(word, flag, DIRECTIONS))
  return DIRECTIONS.filter((direction) => named.includes(direction))
}

/** `seccompile diff`. */
export const command: Command = defineCommand({
  name: 'diff',
  summary: 'list the calls whose verdict changes, with a direction',
  description:
    'list the calls whose verdict changes from one filter to another, and say which are weaker (exit 1 where any changes)',
  usefulWithoutOutput: 'status',
  args: { a: SIDE, b: SIDE },
  options: {
    only: repeated({
      placeholder: 'directions',
      brief:
        'only changes that are weaker, stricter or other (the same action with other data), separated by commas',
      parse: parseDirections,
      complete: listOf(DIRECTIONS),
    }),
    output: outputOption('the answer'),
    ...QUESTION,
    format: formOption(
      [
        'text',
        'markdown',
        { word: 'html', means: 'a page with picture and table' },
        { word: 'svg', means: 'the picture of "draw barcode"' },
      ],
      'by the ending of the file, .svg, .html, .md, .json or .txt; else text',
    ),
    ...WARNINGS,
  },
  examples: [
    { does: 'what a new profile opens', line: 'seccompile diff old.json new.json --only weaker' },
    {
      does: 'all changes, as a table for a review',
      line: 'seccompile diff old.json new.json --format markdown',
    },
    {
      does: 'a page with a picture and the table',
      line: 'seccompile diff old.json new.json -o changes.html',
    },
  ],
  run: asking(async (question) => (await import('../bodies/diff.ts')).diff(question), {
    forms: ['svg', 'html', 'markdown', 'json', 'text'],
    inputs: ({ a, b }) => [a, b],
  }),
})
