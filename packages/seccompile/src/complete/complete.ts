/*
 * What the last word of a command line may become: the name of a command, an option, the value of an option, or an
 * argument. The words before it say which.
 */
import type { Command, Option } from 'commander'
import type { TypedWords } from './argument-words.ts'
import { candidatesFor } from './candidates.ts'
import type { Completions } from './candidates.ts'
import { commandNames } from './names.ts'
import type { Candidate } from './names.ts'
import { COMMANDS, OPTIONS } from './takes.ts'
import type { Takes } from './takes.ts'

const NOTHING: Completions = { candidates: [], found: 'none' }

const beginningWith = (word: string, candidates: readonly Candidate[]): Completions => ({
  candidates: candidates.filter(({ value }) => value.startsWith(word)),
  found: 'none',
})

/** The options that the help of `command` has. */
const optionsOf = (command: Command): readonly Option[] => command.createHelp().visibleOptions(command)

const takesValue = (option: Option | undefined): boolean => option?.required === true

/** What the words before the last one say of it. */
interface Before extends TypedWords {
  /** The option whose value the next word is. */
  readonly open: Option | undefined
  /** Whether `--` was among them. */
  readonly isEnded: boolean
  readonly used: ReadonlySet<Option>
}

function read(words: readonly string[], options: readonly Option[]): Before {
  const used = new Set<Option>()
  const values = new Map<string, string>()
  const args: string[] = []
  let open: Option | undefined
  let isEnded = false
  for (const word of words) {
    if (open !== undefined) {
      values.set(open.long ?? '', word)
      open = undefined
    } else if (isEnded || !word.startsWith('-') || word === '-') args.push(word)
    else if (word === '--') isEnded = true
    else {
      const [name = ''] = word.split('=', 1)
      const option = options.find(({ long, short }) => name === long || name === short)
      if (option === undefined) continue
      used.add(option)
      if (!takesValue(option)) continue
      if (word.includes('=')) values.set(name, word.slice(name.length + 1))
      else open = option
    }
  }
  return { open, args, values, isEnded, used }
}

/** The first sentence of what an option does. */
const about = ({ description }: Option): string => description.split(/ \(|; |: /, 1)[0] ?? ''

/** An option that may be typed again says so. */
const isRepeated = ({ description }: Option): boolean => description.includes('may be repeated')

/** The options that may come next. A long form says more than a short one, so short ones are not listed. */
function optionNames(options: readonly Option[], used: ReadonlySet<Option>): readonly Candidate[] {
  return options
    .filter((option) => option.long !== undefined && (!used.has(option) || isRepeated(option)))
    .map((option) => ({ value: option.long!, about: about(option) }))
}

/** What the value of `option` may be. */
function takesOf(command: Command, { long }: Option): Takes {
  const name = long ?? ''
  return COMMANDS[command.name()]?.options?.[name] ?? OPTIONS[name] ?? {}
}

/** What the argument with the index `at` may be; `undefined` where the command has no such argument. */
function argumentTakes(command: Command, at: number): Takes | undefined {
  const args = COMMANDS[command.name()]?.args ?? []
  const isVariadic = command.registeredArguments.at(-1)?.variadic === true
  return args[at] ?? (isVariadic ? args.at(-1) : undefined)
}

/** What the last of `words`, those after the name of the program, may become; it may be empty. */
export async function completions(root: Command, words: readonly string[]): Promise<Completions> {
  const [name = '', ...rest] = words
  if (rest.length === 0)
    return beginningWith(
      name,
      name.startsWith('-') ? optionNames(optionsOf(root), new Set()) : commandNames(root),
    )
  const isHelp = name === 'help'
  if (isHelp) return rest.length === 1 ? beginningWith(rest[0]!, commandNames(root)) : NOTHING
  const command = root.commands.find((each) => each.name() === name)
  if (command === undefined) return NOTHING
  const options = optionsOf(command)
  const before = read(rest.slice(0, -1), options)
  const { open, args, isEnded, used } = before
  const word = rest.at(-1)!
  if (open !== undefined) return candidatesFor(word, takesOf(command, open), root, before)
  if (!isEnded && word.startsWith('-') && word !== '-') {
    const at = word.indexOf('=')
    if (at < 0) return beginningWith(word, optionNames(options, used))
    const option = options.find(({ long }) => long === word.slice(0, at))
    if (option === undefined || !takesValue(option)) return NOTHING
    const start = word.slice(0, at + 1)
    const value = await candidatesFor(word.slice(at + 1), takesOf(command, option), root, before)
    const candidates = value.candidates.map((each) => ({ ...each, value: `${start}${each.value}` }))
    return { ...value, candidates }
  }
  const takes = argumentTakes(command, args.length)
  return takes === undefined ? NOTHING : candidatesFor(word, takes, root, before)
}

/** Text that has its line and its column for itself. */
const oneCell = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * Completions for a script: a line for each candidate, with what it is behind a tab, and a last line that says what the
 * shell adds, `:files`.
 */
export function completionsText({ candidates, found }: Completions): string {
  const lines = candidates.map(({ value, about: what = '' }) => `${value}\t${oneCell(what)}`)
  return `${[...lines, `:${found}`].join('\n')}\n`
}
