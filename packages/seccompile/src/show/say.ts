import type { Warning } from '@seccompile/policy'
import { colours } from '../io/colours.ts'
import type { Io } from '../io/io.ts'
import { printableLine } from '@seccompile/text-layout'

/** Prints on standard error that something may be a mistake. */
export function sayWarning(io: Io, text: string): void {
  io.err(`${colours(io, 'err').yellow('warning:')} ${printableLine(text)}\n`)
}

/** A warning of a policy, or of a command; warnings of commands have no name. */
export type SaidWarning = Pick<Warning, 'message'> &
  Partial<Pick<Warning, 'name'>> & {
    /** Whether the warning is only a fact, and no mistake. */
    readonly isNote?: boolean
  }

/**
 * `warnings` without those that matter only if a program runs under the filter. A question may be about a part of a
 * policy.
 */
export function ofQuestions(warnings: readonly SaidWarning[]): readonly SaidWarning[] {
  return warnings.filter(({ name }) => name !== 'cannot-live')
}

/** Names whose first warning alone is printed: an imported profile may have hundreds. */
const ONE_SAYS_ALL: readonly unknown[] = ['width-gap'] satisfies Warning['name'][]

/** The largest number of warnings with one name that are printed; `--json` has all. */
const MOST_ALIKE = 10

/**
 * Prints warnings on standard error, one a line, each with its name in brackets at the end. For each name, the first
 * few are printed, and the number of the others. So a warning about an open multiplexer is not lost among thousands
 * of warnings about unknown names. Warnings with one message are printed once, because two filters may have the same
 * warning.
 */
export function sayWarnings(io: Io, warnings: readonly SaidWarning[]): void {
  const groups = new Map<Warning['name'] | undefined, string[]>()
  const different = new Map(warnings.map((warning) => [warning.message, warning]))
  for (const { name, message, isNote = false } of different.values()) {
    if (isNote) {
      sayNote(io, message)
      continue
    }
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(message)
  }
  for (const [name, messages] of groups) {
    const most = ONE_SAYS_ALL.includes(name) ? 1 : MOST_ALIKE
    const end = name === undefined ? '' : ` [${name}]`
    for (const message of messages.slice(0, most)) sayWarning(io, `${message}${end}`)
    const more = messages.length - most
    const where = name === undefined ? '' : '; "compile --json" lists all'
    if (more > 0)
      sayWarning(
        io,
        `${more} more such ${more === 1 ? 'warning is' : 'warnings are'} not shown${where}${end}`,
      )
  }
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

/** `value` as JSON for machines: two spaces deep, u64 as decimal text. */
export function jsonText(value: unknown): string {
  const plain = (_key: string, item: unknown): unknown => (typeof item === 'bigint' ? item.toString() : item)
  return `${JSON.stringify(value, plain, 2)}\n`
}

/** Writes `value` as JSON for machines. */
export function sayJson(io: Io, value: unknown): void {
  io.out(jsonText(value))
}
