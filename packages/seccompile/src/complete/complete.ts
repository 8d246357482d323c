/*
 * The completions of the last word of a command line: the name of a command, an option, the value of an option, or an
 * argument. The words before it decide which.
 */
import { HELP, HELP_COMMAND, VERSION } from '../help/program.ts'
import { TOPIC_NAMES, TOPICS } from '../help/topics.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import type { WordCandidate, Complete, Completions, TypedWords } from '../syntax/completion.ts'
import { flagOf } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'
import { findCommand } from '../syntax/table.ts'
import type { CommandTable } from '../syntax/table.ts'

const NOTHING: Completions = { candidates: [], found: 'none' }

const beginningWith = (word: string, candidates: readonly WordCandidate[]): Completions => ({
  candidates: candidates.filter(({ value }) => value.startsWith(word)),
  found: 'none',
})

/** An option, and its name as typed. */
interface NamedOption {
  readonly long: string
  readonly option: Option<unknown>
}

const namedOptions = (options: Command['options']): readonly NamedOption[] =>
  Object.entries(options).map(([key, option]) => ({ long: flagOf(key, option.isNegated), option }))

const takesValue = (named: NamedOption | undefined): boolean => named?.option.placeholder !== undefined

/** The facts that the words before the last word give about it. */
interface Before extends TypedWords {
  /** The option whose value the next word is. */
  readonly open: NamedOption | undefined
  /** Whether `--` is one of the words. */
  readonly isEnded: boolean
  readonly used: ReadonlySet<NamedOption>
}

function read(words: readonly string[], options: readonly NamedOption[]): Before {
  const used = new Set<NamedOption>()
  const values = new Map<string, string>()
  const args: string[] = []
  let open: NamedOption | undefined
  let isEnded = false
  for (const word of words) {
    if (open !== undefined) {
      values.set(open.long, word)
      open = undefined
    } else if (isEnded || !word.startsWith('-') || word === '-') args.push(word)
    else if (word === '--') isEnded = true
    else {
      const [name = ''] = word.split('=', 1)
      const found = options.find(({ long, option }) => name === long || name === `-${option.short}`)
      if (found === undefined) continue
      used.add(found)
      if (!takesValue(found)) continue
      if (word.includes('=')) values.set(name, word.slice(name.length + 1))
      else open = found
    }
  }
  return { open, args, values, isEnded, used }
}

/** The first sentence of the help for an option. */
const firstSentence = ({ about }: Option<unknown>): string => about.split(/ \(|; |: /, 1)[0] ?? ''

/** The options that may follow. A long form says more than a short form, so short forms are not listed. */
function optionNames(
  options: readonly NamedOption[],
  used: ReadonlySet<NamedOption> = new Set(),
): readonly WordCandidate[] {
  return options
    .filter((each) => !used.has(each) || each.option.isRepeated === true)
    .map(({ long, option }) => ({ value: long, about: firstSentence(option) }))
}

/** The completion of the argument with the index `at`; `undefined`, if the command has no such argument. */
function completeArgument({ args }: Command, at: number): Complete | undefined {
  const all = Object.values(args)
  const own = all[at]
  if (own !== undefined) return own.complete
  const last = all.at(-1)
  return last?.count === 'some' || last?.count === 'any' ? (last.completeMore ?? last.complete) : undefined
}

async function completed(complete: Complete, word: string, typed: TypedWords): Promise<Completions> {
  const { candidates, found } = await complete(word, typed)
  return { candidates: candidates.filter(({ value }) => value.startsWith(word)), found }
}

/** The commands of the help, with a line about each. */
function commandNames({ listed }: CommandTable): readonly WordCandidate[] {
  const names = listed.map(({ name, summary }) => ({ value: name, about: summary }))
  return [...names, { value: 'help', about: HELP_COMMAND.about }]
}

/** The completions of the last of `words`, which may be empty. `words` are those after the name of the program. */
export async function completions(commands: CommandTable, words: readonly string[]): Promise<Completions> {
  const [name = '', ...rest] = words
  if (rest.length === 0)
    return beginningWith(
      name,
      name.startsWith('-') ? optionNames(namedOptions({ ...VERSION, ...HELP })) : commandNames(commands),
    )
  if (name === 'help')
    return rest.length === 1
      ? beginningWith(rest[0]!, [
          ...commandNames(commands),
          { value: 'all', about: 'the rare commands too' },
          ...TOPIC_NAMES.map((topic) => ({ value: topic, about: TOPICS[topic].options })),
          ...(await (await import('../options/findings.ts')).findingNames()),
        ])
      : NOTHING
  const command = await findCommand(commands, name)?.load()
  if (command === undefined) return NOTHING
  const options = namedOptions({ ...command.options, ...HELP })
  const before = read(rest.slice(0, -1), options)
  const { open, args, isEnded, used } = before
  const word = rest.at(-1)!
  if (open !== undefined) return completed(open.option.complete, word, before)
  if (!isEnded && word.startsWith('-') && word !== '-') {
    const at = word.indexOf('=')
    if (at < 0) return beginningWith(word, optionNames(options, used))
    const found = options.find(({ long }) => long === word.slice(0, at))
    if (found === undefined || !takesValue(found)) return NOTHING
    const start = word.slice(0, at + 1)
    const value = await completed(found.option.complete, word.slice(at + 1), before)
    const candidates = value.candidates.map((each) => ({ ...each, value: `${start}${each.value}` }))
    return { ...value, candidates }
  }
  return completed(completeArgument(command, args.length) ?? FREE, word, before)
}

/** `text` on one line without tabs: a candidate has one line, and its text one column. */
const oneCell = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Completions for a script: one line for each candidate, with its text after a tab. A last line such as `:files`
 * names the words that the shell adds.
 */
export function completionsText({ candidates, found }: Completions): string {
  const lines = candidates.map(({ value, about: what = '' }) => `${value}\t${oneCell(what)}`)
  return `${[...lines, `:${found}`].join('\n')}\n`
}
