/*
 * `seccompile lookup`: one command for every name that the project knows, whatever it names. A name that two lists have is told
 * apart by the list: `lookup calls time` and `lookup groups time`.
 */
import type { Answer } from '@seccompile/answer'
import { parseInteger } from '@seccompile/describe'
import { PRESET } from '@seccompile/policy-files'
import { didYouMean, quote } from '@seccompile/shape'
import { numberOf, syscallNames } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { wrappedText } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import type { Io } from '../io/io.ts'
import { oneAbi } from '../options/abi.ts'
import { PRESETS, useOption } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { argument, optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { oneOf } from '../syntax/completion.ts'
import type { Complete } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'

/** The lists of names, by the words that are typed. */
const LOOKUP_LISTS = ['calls', 'groups', 'presets', 'passes'] as const
type LookupList = (typeof LOOKUP_LISTS)[number]

/** What a name of a list is. */
export const ONE_OF: Readonly<Record<LookupList, string>> = {
  calls: 'a call',
  groups: 'a group of calls',
  presets: 'a preset',
  passes: 'a pass or a pipeline',
}

/** What is looked up. */
interface LookupQuestion {
  /** A name, or a list. */
  readonly name: string
  /** A name of the list {@link name}. */
  readonly of?: string | undefined
  readonly abi?: AbiTable | undefined
  readonly systemd: boolean
  readonly use?: readonly string[] | undefined
}

/** The names of `list`. The compiler is loaded only for its passes. */
async function namesOf(list: LookupList): Promise<readonly string[]> {
  switch (list) {
    case 'calls':
      return syscallNames
    case 'groups':
      return (await import('@seccompile/groups')).GROUPS.map(({ name }) => name)
    case 'presets':
      return (await import('@seccompile/presets')).PRESETS.map(({ name }) => name)
    case 'passes': {
      const { passes, pipelines } = await import('@seccompile/compiler')
      return [...passes.map(({ name }) => name), ...Object.keys(pipelines)]
    }
  }
}

/** The names of all lists, and the words for the lists. */
async function allNames(): Promise<readonly string[]> {
  return [...LOOKUP_LISTS, ...(await Promise.all(LOOKUP_LISTS.map(namesOf))).flat()]
}

/** Whether `list` has `name`: a call by its number too, and presets that hold together. */
async function has(list: LookupList, name: string): Promise<boolean> {
  const names = await namesOf(list)
  if (list === 'calls') return names.includes(name) || parseInteger(name) !== undefined
  if (list !== 'presets') return names.includes(name)
  return name.startsWith(PRESET) || name.split('+').every((each) => names.includes(each))
}

/** The lists that have `name`. No pass is called as a call, a group or a preset is. */
export async function listsWith(name: string): Promise<readonly LookupList[]> {
  const found: LookupList[] = []
  for (const list of LOOKUP_LISTS)
    if (!(list === 'passes' && found.length > 0) && (await has(list, name))) found.push(list)
  return found
}

/** The list that has `name`. @throws CliError where none has it, and where several have it */
async function listWith(name: string): Promise<LookupList> {
  const found = await listsWith(name)
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  if (only !== undefined) {
    const lines = found.map((list) => `"lookup ${list} ${name}"`)
    throw new CliError(
      `${quote(name)} is ${found.map((list) => ONE_OF[list]).join(' and ')}; write ${lines.join(' or ')}`,
    )
  }
  const { findingNames } = await import('../options/findings.ts')
  if ((await findingNames()).some(({ value }) => value === name))
    throw new CliError(`${quote(name)} is a finding; "seccompile help ${name}" says what it means`)
  throw new CliError(
    `no call, group, preset, pass or pipeline is called ${quote(name)}${didYouMean(name, await allNames())}`,
  )
}

/** @throws CliError for an option that `list` has no use for */
function checkOptions(list: LookupList, { abi, systemd, use }: LookupQuestion): void {
  const idle: readonly (readonly [flag: string, isTyped: boolean, isUsed: boolean])[] = [
    ['--abi', abi !== undefined, list === 'calls' || list === 'groups'],
    ['--systemd', systemd, list === 'groups'],
    ['--use', use !== undefined, list === 'passes'],
  ]
  for (const [flag, isTyped, isUsed] of idle)
    if (isTyped && !isUsed) throw new CliError(`${flag} has no effect on ${list}; leave it out`)
}

/** The names of all calls, or of those of `abi`. */
function calls(abi: AbiTable | undefined): Answer {
  const names = syscallNames.filter((name) => abi === undefined || numberOf(abi, name) !== undefined)
  return {
    status: 'done',
    text: (_paint, columns) => `${wrappedText('', names.join(' '), '', columns)}\n`,
    facts: () => ({ calls: names }),
  }
}

/** What a name means, or the names of a list. @throws CliError for a name that no list has */
async function lookup(question: LookupQuestion, env: Io['env']): Promise<Answer> {
  const { name: word, of, abi, systemd, use } = question
  const named = LOOKUP_LISTS.find((list) => list === word)
  if (named === undefined && of !== undefined)
    throw new CliError(`expected ${LOOKUP_LISTS.join(', ')} before ${quote(of)}; got ${quote(word)}`)
  const name = named === undefined ? word : of
  const list = named ?? (systemd ? 'groups' : use === undefined ? await listWith(word) : 'passes')
  checkOptions(list, question)
  switch (list) {
    case 'calls':
      return name === undefined ? calls(abi) : (await import('./call.ts')).call({ call: name, abi })
    case 'groups':
      return (await import('./groups.ts')).groups({ name, abi, systemd }, env)
    case 'presets':
      return name === undefined
        ? (await import('./presets.ts')).presets()
        : (await import('./presets.ts')).preset(name)
    case 'passes':
      return (await import('./passes.ts')).passes({ use, name })
  }
}

/** Completes a list, or a name of any of the lists; a preset also after others, `NAME+`. */
const NAMES: Complete = async (word, typed) => {
  if (word.includes('+')) return PRESETS(word, typed)
  return oneOf(allNames)(word, typed)
}

/** Completes a name of the list that is typed before it. */
const NAMES_OF_LIST: Complete = async (word, typed) => {
  const list = LOOKUP_LISTS.find((each) => each === typed.args[0])
  if (list === 'presets') return PRESETS(word, typed)
  return oneOf(list === undefined ? [] : await namesOf(list))(word, typed)
}

/** `seccompile lookup`. */
export const command: Command = defineCommand({
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
  run: asking(lookup),
})
