import { oneAbi } from '../options/abi.ts'
import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { oneOf } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

const NAMES = oneOf(async () => {
  const { GROUPS } = await import('@seccompile/groups')
  return GROUPS.map(({ name, summary }) => ({ value: name, about: summary }))
})

/** `seccompile groups`. */
export const command: Command = defineCommand({
  name: 'groups',
  summary: 'list the groups of calls, or the calls of one',
  args: { name: optionalArgument('a group; with --systemd a set, such as @file-system', NAMES) },
  options: {
    abi: oneAbi('the ABI whose calls and numbers are shown', 'the names of all ABIs'),
    systemd: flag('the sets of this machine’s systemd, from "systemd-analyze syscall-filter"'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'all groups', line: 'seccompile groups' },
    { does: 'the calls of one', line: 'seccompile groups files-to-read' },
  ],
  run: asking(async (question, env) => (await import('../bodies/groups.ts')).groups(question, env)),
})
