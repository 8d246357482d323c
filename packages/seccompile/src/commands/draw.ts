import { THEMES } from '@seccompile/draw'
import { KINDS } from '@seccompile/draw/kinds'
import { CALL_NAMES } from '../options/argument-words.ts'
import { outputOption, SIDE, weightsOption } from '../options/files.ts'
import { RAW } from '../options/forms.ts'
import { PIPELINE_NAMES, pipelineOption } from '../options/pipeline.ts'
import { TARGET } from '../options/target.ts'
import { nonEmpty } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { asTyped, choice, valued } from '../syntax/option.ts'

/** `seccompile draw`. */
export const command: Command = defineCommand({
  name: 'draw',
  summary: 'draw a filter as a picture',
  description: 'draw a filter as a picture: SVG, or for a graph DOT or Mermaid',
  args: {
    kind: chosenArgument(
      KINDS.map(({ name }) => name),
      KINDS.map(({ name, shows }) => `${name} (${shows})`).join(', '),
    ),
    file: someArguments(SIDE.about, SIDE.complete),
  },
  options: {
    ...TARGET,
    output: outputOption('the picture'),
    format: choice({
      placeholder: 'name',
      brief: 'language of the picture',
      choices: ['svg', 'dot', 'mermaid'],
      otherwise: 'by the ending of the file, else svg',
    }),
    theme: choice({
      placeholder: 'name',
      brief: 'colours',
      choices: THEMES.map((word) =>
        word === 'page' ? { word, means: 'by the class "dark" of the page' } : word,
      ),
      otherwise: 'auto',
    }),
    title: valued({
      placeholder: 'text',
      brief: 'the heading',
      otherwise: 'the name of the file, and what is shown',
      parse: nonEmpty('a text'),
      complete: FREE,
    }),
    weights: weightsOption(
      'tree: how often calls are made, as the width of columns: a file that compile takes, or "server"',
    ),
    call: valued({
      placeholder: 'call',
      brief:
        'tree, graph and arcs: a call whose path is marked, such as "socket AF_UNIX"; plane: the call whose arguments are the axes',
      parse: asTyped,
      complete: CALL_NAMES,
    }),
    pipeline: pipelineOption(PIPELINE_NAMES, 'waterfall: the passes to run'),
    raw: RAW,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the search over the numbers of calls, and the path of one call',
      line: 'seccompile draw tree profile.json --call socket -o tree.svg',
    },
    {
      does: 'what changes, a strip for each ABI',
      line: 'seccompile draw barcode old.json new.json -o strip.svg',
    },
    { does: 'the tests as a graph for Graphviz', line: 'seccompile draw graph filter.bpf --format dot' },
  ],
  run: async (io, request) => (await import('../bodies/draw.ts')).draw(io, request),
})
