import { outputOption } from '../options/files.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'

/** `seccompile recordings`. */
export const command: Command = defineCommand({
  name: 'recordings',
  summary: 'add recordings of calls',
  description:
    'add recordings of calls: the sum is the recording of all calls together, whatever the order of the files',
  args: {
    what: chosenArgument(['sum']),
    file: someArguments('recordings, as "record -o" writes them; - for standard input', FILES),
  },
  options: { output: outputOption('the sum') },
  examples: [
    {
      does: 'one recording of a server and of its restart',
      line: 'seccompile recordings sum calls.ndjson restart.ndjson -o all.ndjson',
    },
  ],
  run: async (io, sum) => (await import('../bodies/recordings.ts')).sumRecordings(io, sum),
})
