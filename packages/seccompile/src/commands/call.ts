import { oneAbi } from '../options/abi.ts'
import { CALL_NAMES } from '../options/argument-words.ts'
import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { argument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile call`. */
export const command: Command = defineCommand({
  name: 'call',
  summary: 'say what a system call is: numbers, arguments, variants',
  description: 'say what a system call is: its numbers, its arguments, its variants',
  args: { call: argument('a name, or a number on the ABI of --abi', CALL_NAMES) },
  options: {
    abi: oneAbi('the ABI whose arguments are shown', 'x86_64, or the first that has it'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'a call by name', line: 'seccompile call socket' },
    { does: 'a number of an ABI', line: 'seccompile call 98 --abi aarch64' },
  ],
  run: asking(async (question) => (await import('../bodies/call.ts')).call(question)),
})
