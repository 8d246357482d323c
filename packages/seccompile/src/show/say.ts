import type { AnswerWarning } from '@seccompile/answer'
import type { Filter } from '@seccompile/filter'
import type { Warning } from '@seccompile/policy'
import { colours } from '../io/colours.ts'
import type { Io, WarningOutput } from '../io/io.ts'
import { jsonText, printableLine } from '@seccompile/text-layout'

/** Prints on standard error that something may be a mistake. */
export function sayWarning(io: Io, text: string): void {
  io.err(`${colours(io, 'err').yellow('warning:')} ${printableLine(text)}\n`)
}

/**
 * `warnings` without those that matter only if a program runs under the filter. A question may be about a part of a
 * policy.
 */
export function ofQuestions(warnings: readonly AnswerWarning[]): readonly AnswerWarning[] {
  return warnings.filter(({ name }) => name !== 'cannot-live')
}

/** What reading `filter` told: its notes, and the warnings about its policy that matter to a question. */
export function readingWarnings({ notes, findings }: Filter): readonly AnswerWarning[] {
  return [...notes.map((message) => ({ message, isNote: true })), ...ofQuestions(findings)]
}

/** Names whose first warning alone is printed: an imported profile may have hundreds. */
const ONE_SAYS_ALL: readonly unknown[] = ['width-gap'] satisfies Warning['name'][]

/** The largest number of warnings with one name that are printed unless all are asked for. */
const MOST_ALIKE = 10

/** The warnings by their names, in the order of the first of each name. */
function byName(warnings: readonly AnswerWarning[]): ReadonlyMap<string, readonly AnswerWarning[]> {
  const groups = new Map<string, AnswerWarning[]>()
  for (const each of warnings) {
    const name = each.name ?? ''
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [each])
    else group.push(each)
  }
  return groups
}

/** `1 file: 4 warnings, [width-gap] ×3, [multiplexer-gap]`; nothing where there are none. */
function sayCount(io: Io, files: readonly (readonly AnswerWarning[])[], kind: string = ''): void {
  const some = files.filter(({ length }) => length > 0)
  const all = some.flat()
  if (all.length === 0) return
  const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
  const names = [...byName(all)].map(([name, { length }]) => `[${name}]${length === 1 ? '' : ` ×${length}`}`)
  sayNote(
    io,
    `${counted(some.length, 'file')}: ${counted(all.length, `${kind}warning`)}, ${names.join(', ')}; see --warnings all`,
  )
}

/** Prints a line for each warning. Of one name, the first few are printed, and the number of the others. */
function sayLines(io: Io, all: readonly AnswerWarning[], { amount, isLong }: WarningOutput): void {
  for (const [name, warnings] of byName(all)) {
    const usual = ONE_SAYS_ALL.includes(name) ? 1 : MOST_ALIKE
    // A line that says that there is one more would take as much room as the warning itself.
    const most = amount === 'all' || warnings.length === usual + 1 ? warnings.length : usual
    for (const { message, brief = message } of warnings.slice(0, most))
      sayWarning(io, `${isLong ? message : brief} [${name}]`)
    const more = warnings.length - most
    if (more > 0) sayWarning(io, `${more} more such; --warnings all shows them [${name}]`)
  }
}

/**
 * Prints the warnings about `files` on standard error, each once, as `io` asks for: one a line with its name in
 * brackets at the end, or only their number. Warnings of a name stand together, so that one about an open multiplexer
 * is not lost among thousands about unknown names.
 */
export function sayWarnings(io: Io, ...files: readonly (readonly AnswerWarning[])[]): void {
  const output: WarningOutput = io.warnings ?? { amount: 'lines', makes: true, isLong: false }
  const { amount, makes } = output
  const said = new Set<string>()
  const different = files.map((list) =>
    list.filter(({ message }) => !said.has(message) && said.add(message).has(message)),
  )
  const all = different.flat()
  for (const { message, isNote = false } of all) if (isNote) sayNote(io, message)
  const named = different.map((list) => list.filter(({ name }) => name !== undefined))
  if (amount === 'all' || amount === 'lines') sayLines(io, named.flat(), output)
  else if (amount === 'summary') sayCount(io, named)
  else if (makes) {
    const high = named.map((list) => list.filter(({ severity }) => severity === 'high'))
    sayCount(io, high, 'high ')
  }
  for (const { name, message, isNote = false } of all)
    if (name === undefined && !isNote) sayWarning(io, message)
}

/** Prints on standard error a fact that is no mistake. */
export function sayNote(io: Io, text: string): void {
  io.err(`${colours(io, 'err').cyan('note:')} ${printableLine(text)}\n`)
}

/** Prints on standard error, on one line, why the command failed, and each of `more` on a line of its own. */
export function sayError(io: Io, text: string, ...more: readonly string[]): void {
  const lines = more.map((line) => `${printableLine(line)}\n`).join('')
  io.err(`${colours(io, 'err').red('error:')} ${printableLine(text)}\n${lines}`)
}

/** Writes `value` as JSON for machines. */
export function sayJson(io: Io, value: unknown): void {
  io.out(jsonText(value))
}
