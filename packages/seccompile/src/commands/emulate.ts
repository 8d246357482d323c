import { CALL_ARGUMENTS, CALL_NAMES } from '../options/argument-words.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice, flag } from '../syntax/option.ts'

/** `seccompile emulate`. */
export const command: Command = defineCommand({
  name: 'emulate',
  summary: 'say what a filter answers to one call',
  description: 'say what a program answers to one call',
  args: {
    file: FILE,
    syscall: argument('name or number, on the first ABI of --abi', CALL_NAMES),
    args: CALL_ARGUMENTS,
  },
  options: {
    ...TARGET,
    by: choice({
      placeholder: 'judge',
      brief: 'what decides',
      choices: [
        { word: 'interpreter', means: 'an interpreter of seccompile' },
        { word: 'kernel', means: 'the running kernel; the call is not made' },
      ],
      otherwise: 'interpreter',
    }),
    trace: flag('show the instructions executed'),
    raw: RAW,
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the verdict on a call, all arguments 0',
      line: 'seccompile emulate profile.json openat',
    },
    {
      does: 'an argument by name, and the instructions executed',
      line: 'seccompile emulate filter.bpf socket family=AF_UNIX --trace',
    },
    { does: 'the answer of the running kernel', line: 'seccompile emulate filter.bpf openat --by kernel' },
  ],
  run: asking(async ({ by, ...question }) => {
    if (by !== 'kernel') return (await import('../bodies/emulate.ts')).emulate(question)
    return (await import('../bodies/oracle.ts')).emulateByKernel(question)
  }),
})
