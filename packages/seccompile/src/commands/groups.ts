import type { Answer } from '@seccompile/answer'
import { groupFacts, groupsText, groupText } from '@seccompile/describe'
import type { CallGroup } from '@seccompile/describe'
import { GROUPS, groupsOf } from '@seccompile/groups'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { callsOfSet } from '@seccompile/systemd'
import { asking } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { systemdSets } from '../load/systemd-sets.ts'
import { oneAbi } from '../options/abi.ts'
import { JSON_OUT } from '../options/forms.ts'
import { optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { oneOf } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

/** The question of `groups`. */
interface GroupsQuestion {
  /** The name of a group; all groups, if left out. */
  readonly name?: string | undefined
  readonly abi?: AbiTable | undefined
  readonly systemd: boolean
}

/** The sets of systemd, each with all its calls. */
function setsOfSystemd(env: Io['env']): readonly CallGroup[] {
  const all = systemdSets(env)
  return all.map(({ name, summary, sets }) => {
    const calls = callsOfSet(name, all).toSorted()
    return { name, summary, sets, calls }
  })
}

/** The group called `name`. @throws CliError where there is none */
function groupNamed(name: string, groups: readonly CallGroup[], systemd: boolean): CallGroup {
  const wanted = systemd && !name.startsWith('@') ? `@${name}` : name
  const found = groups.find((each) => each.name === wanted)
  if (found !== undefined) return found
  const of = systemd ? [] : groupsOf(name).map((group) => group.name)
  if (of.length > 0) throw new CliError(`unknown group ${quote(name)}; it is a call, in ${of.join(', ')}`)
  const names = groups.map((group) => group.name)
  const otherwise = systemd ? '; "seccompile groups --systemd" lists all' : '; "seccompile groups" lists all'
  throw new CliError(
    `unknown ${systemd ? 'set' : 'group'} ${quote(wanted)}${didYouMean(wanted, names, otherwise)}`,
  )
}

/**
 * The groups of calls, or the calls of one group. The groups are those of this project, or the sets of the machine's systemd.
 * @throws CliError for an unknown group, and where systemd cannot be asked
 */
export function groups({ name, abi, systemd }: GroupsQuestion, env: Io['env']): Answer {
  const all: readonly CallGroup[] = systemd ? setsOfSystemd(env) : GROUPS
  if (name === undefined)
    return {
      status: 'done',
      text: (_paint, columns) => groupsText(all, abi, columns),
      facts: () => ({ groups: all.map((group) => groupFacts(group, abi)) }),
    }
  const group = groupNamed(name, all, systemd)
  return {
    status: 'done',
    text: (_paint, columns) => groupText(group, abi, columns),
    facts: () => groupFacts(group, abi),
  }
}

const NAMES = oneOf(async () => {
  const { GROUPS } = await import('@seccompile/groups')
  return GROUPS.map(({ name, summary }) => ({ value: name, about: summary }))
})

/** `seccompile groups`. */
export const command: Command = defineCommand({
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
  run: asking(groups),
})
