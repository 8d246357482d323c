import { oneAbi } from '../options/abi.ts'
import { PRESETS, useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { asking } from '../ask/asking.ts'
import { argument, optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { oneOf } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

/** Completes a list, or a name of any of the lists; a preset also after others, `NAME+`. */
const NAMES: Complete = async (word, typed) => {
  if (word.includes('+')) return PRESETS(word, typed)
  return oneOf(async () => (await import('../bodies/lookup.ts')).allNames())(word, typed)
}

/** Completes a name of the list that is typed before it. */
const NAMES_OF_LIST: Complete = async (word, typed) => {
  const { LOOKUP_LISTS, namesOf } = await import('../bodies/lookup.ts')
  const list = LOOKUP_LISTS.find((each) => each === typed.args[0])
  if (list === 'presets') return PRESETS(word, typed)
  return oneOf(list === undefined ? [] : await namesOf(list))(word, typed)
}

/** `seccompile lookup`. */
export const command: Command = defineCommand({
  name: 'lookup',
  summary: 'say what a call, a group, a preset or a pass is, or list them',
  args: {
    name: argument(
      'a call by name or number, a group of calls, a preset or NAME+NAME, a pass or a pipeline; or a list: calls, groups, presets or passes',
      NAMES,
    ),
    of: optionalArgument(
      'after a list, a name of it: "groups time", where a call has the name too',
      NAMES_OF_LIST,
    ),
  },
  options: {
    abi: oneAbi('the ABI of a number, and of what is shown', 'x86_64, or all ABIs'),
    systemd: flag('for groups the sets of this machine’s systemd, such as @file-system'),
    use: useOption('passes'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'a call by name', line: 'seccompile lookup socket' },
    { does: 'a number of an ABI', line: 'seccompile lookup 98 --abi aarch64' },
    { does: 'all presets', line: 'seccompile lookup presets' },
  ],
  run: asking(async (question, env) => (await import('../bodies/lookup.ts')).lookup(question, env)),
})
