import { argumentWords, CALL_ARGUMENTS, CALL_NAMES } from '../options/argument-words.ts'
import { FILE } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { asking } from '../ask/asking.ts'
import { anyArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

/** `seccompile oracle`. */
export const command: Command = defineCommand({
  name: 'oracle',
  summary: 'say whether the interpreter and the running kernel agree',
  description:
    'compare the interpreter of seccompile with the running kernel, or measure the kernel; no call is executed. With a call it is "emulate --by kernel"',
  args: {
    file: FILE,
    call: anyArguments(
      `a system call by name or number, on the first ABI of --abi, and ${CALL_ARGUMENTS.about}`,
      CALL_NAMES,
      argumentWords('argument'),
    ),
  },
  options: {
    ...TARGET,
    against: flag(
      'compare the interpreter with the kernel, on both sides of every test (exit 1 where they differ)',
    ),
    rate: flag('say how many calls a second the kernel decides'),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'whether the kernel and the interpreter agree',
      line: 'seccompile oracle filter.bpf --against',
    },
  ],
  run: asking(async (question) => (await import('../bodies/oracle.ts')).askKernel(question)),
})
