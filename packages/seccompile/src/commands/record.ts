import { outputOption } from '../options/files.ts'
import { KEEP_FD } from '../options/keep-fds.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES, FREE, PROGRAMS } from '../syntax/completion.ts'
import { choice, negated, valued } from '../syntax/option.ts'

/** `seccompile record`. */
export const command: Command = defineCommand({
  name: 'record',
  summary: 'count every call of a command',
  description:
    'count every call of a command, of its threads and of the processes that it starts; with -o as a recording, otherwise as a table on standard error',
  usefulWithoutOutput: 'effect',
  args: { command: someArguments('the command and its words, after "--"', PROGRAMS, FILES) },
  options: {
    output: outputOption('the recording', 'a table on standard error'),
    scenario: valued({
      placeholder: 'name',
      brief: 'what the command is made to do, for the head of the recording',
      parse: (text) => text,
      complete: FREE,
    }),
    by: choice({
      placeholder: 'tool',
      brief: 'what sees the calls',
      choices: ['watch', { word: 'strace', means: 'slower; needs strace, and no FFI' }],
      otherwise: 'watch',
    }),
    wait: negated('end when the command ends, and leave the processes that it started'),
    keepFd: KEEP_FD,
  },
  examples: [
    { does: 'the calls of a command, the most frequent first', line: 'seccompile record -- ls' },
    {
      does: 'as a recording, by which a filter is made fast',
      line: 'seccompile record -o calls.ndjson -- node server.js && seccompile compile policy.json --weights calls.ndjson -o filter.bpf',
    },
  ],
  run: async (io, options) => (await import('../bodies/record.ts')).recordCalls(io, options),
})
