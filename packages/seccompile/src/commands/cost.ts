import { FILE, outputOption, weightsOption } from '../options/files.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile cost`. */
export const command: Command = defineCommand({
  name: 'cost',
  summary: 'say what a filter costs, in instructions',
  args: { file: FILE },
  options: {
    ...TARGET,
    weights: weightsOption(
      'add means weighted by how often calls are made: a file that compile takes, or "server"',
    ),
    perCall: flag('add a row for each call'),
    output: outputOption('the answer'),
    format: formOption(
      ['text', 'markdown', 'svg'],
      'by the ending of the file, .svg, .md, .json or .txt; else text',
    ),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'the cost of a filter by any tool', line: 'seccompile cost filter.bpf' },
    {
      does: 'by how often a server makes its calls, with a row for each call',
      line: 'seccompile cost profile.json --weights server --per-call',
    },
    {
      does: 'the same as a picture, a line for each call',
      line: 'seccompile cost profile.json -o cost.svg',
    },
  ],
  run: async (io, question) => (await import('../bodies/cost.ts')).cost(io, question),
})
