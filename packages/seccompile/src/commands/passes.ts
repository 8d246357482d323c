import { useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** `seccompile passes`. */
export const command: Command = defineCommand({
  name: 'passes',
  summary: 'list the passes and the named pipelines',
  args: {},
  options: { use: useOption('passes'), json: JSON_OUT },
  examples: [{ does: 'the names that --passes takes', line: 'seccompile passes' }],
  run: asking(async (question) => (await import('../bodies/passes.ts')).passes(question)),
})
