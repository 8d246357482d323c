import { useOption } from '../options/files.ts'
import { WATCH } from '../options/watch.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'

/** `seccompile reproduce`. */
export const command: Command = defineCommand({
  name: 'reproduce',
  summary: 'run a failed pass again on its input',
  usefulWithoutOutput: 'status',
  args: { file: argument('a reproducer that "compile --repro" has written, or - for standard input', FILES) },
  options: { use: useOption('passes'), ...WATCH },
  examples: [
    { does: 'whether the pass still fails', line: 'seccompile reproduce repro.json' },
    {
      does: 'and what its input and output are',
      line: 'seccompile reproduce repro.json --print-after all',
    },
  ],
  run: async (io, reproduction) => (await import('../bodies/reproduce.ts')).reproduce(io, reproduction),
})
