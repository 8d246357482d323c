import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile doctor`. */
export const command: Command = defineCommand({
  name: 'doctor',
  summary: 'say how filters can be attached here',
  description:
    'say how filters can be attached here, what to do for the ways that are missing, and what the running kernel offers to seccomp (exit 1 where no filter can be attached)',
  args: {},
  options: { json: JSON_OUT },
  examples: [
    { does: 'the ways to attach, the features, and why others are missing', line: 'seccompile doctor' },
  ],
  run: asking(async () => (await import('../bodies/doctor.ts')).doctor()),
})
