import { GOALS } from '@seccompile/compiler'
import { abiList } from '../options/abi.ts'
import { OUTPUT } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { NOTATION } from '../options/notation.ts'
import { pipelineOption } from '../options/pipeline.ts'
import { VERBOSE } from '../options/warnings.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'

/** `seccompile optimize`. */
export const command: Command = defineCommand({
  name: 'optimize',
  summary: 'make a filter of any tool smaller and faster, with a proof',
  description: 'make a filter smaller and faster, whatever made it, and prove that it means the same',
  args: { file: argument('a raw filter, or - for standard input', FILES) },
  options: {
    abi: abiList('ABIs whose calls count; they determine the byte order', 'those that the filter tests for'),
    pipeline: pipelineOption(GOALS),
    output: OUTPUT,
    ...NOTATION,
    verbose: VERBOSE,
    json: JSON_OUT,
  },
  examples: [
    { does: 'the same filter, smaller', line: 'seccompile optimize filter.bpf -o smaller.bpf' },
    {
      does: 'the smallest, however slow',
      line: 'seccompile optimize filter.bpf --pipeline smallest -o smaller.bpf',
    },
  ],
  run: async (io, request) => (await import('../bodies/optimize.ts')).optimize(io, request),
})
