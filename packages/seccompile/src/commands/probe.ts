import { JSON_OUT } from '../options/forms.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile probe`. */
export const command: Command = defineCommand({
  name: 'probe',
  summary: 'say what the running kernel offers to seccomp',
  description: 'say what the running kernel offers to seccomp (exit 1 where no filter can be attached)',
  args: {},
  options: { json: JSON_OUT },
  examples: [{ does: 'features, and why others are missing', line: 'seccompile probe' }],
  run: async (io, { json }) => (await import('../bodies/probe.ts')).probe(io, json),
})
