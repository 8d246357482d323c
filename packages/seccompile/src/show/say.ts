import type { Warning } from '@seccompile/policy'
import { colours } from '../io.ts'
import type { Io } from '../io.ts'
import { printable } from './printable.ts'

/** Says something that may be a mistake, on standard error. */
export function sayWarning(io: Io, text: string): void {
  io.err(`${colours(io, 'err').yellow('warning:')} ${printable(text)}\n`)
}

/** A warning, of a policy or of a command, which has no codes for its own. */
export type SaidWarning = Pick<Warning, 'message'> & Partial<Pick<Warning, 'code'>>

/** Most warnings of one code that are said; `--json` has all. */
const MOST_ALIKE = 10

/**
 * Says each warning, a line each, on standard error; of those of one code the first few, and how many more there are.
 * One that is about everything, such as a multiplexer left open, is not lost among thousands of unknown names.
 */
export function sayWarnings(io: Io, warnings: readonly SaidWarning[]): void {
  const groups = new Map<Warning['code'] | undefined, string[]>()
  for (const { code, message } of warnings) {
    const group = groups.get(code) ?? []
    groups.set(code, group)
    group.push(message)
  }
  for (const [code, messages] of groups) {
    for (const message of messages.slice(0, MOST_ALIKE)) sayWarning(io, message)
    const more = messages.length - MOST_ALIKE
    const where = code === undefined ? '' : '; "compile --json" lists all'
    if (more > 0) sayWarning(io, `${more} more such warnings are not shown${where}`)
  }
}

/** Says something worth knowing that is nobody's mistake, on standard error. */
export function sayNote(io: Io, text: string): void {
  io.err(`${colours(io, 'err').cyan('note:')} ${printable(text)}\n`)
}

/** Says why the command failed, on standard error. */
export function sayError(io: Io, text: string): void {
  io.err(`${colours(io, 'err').red('error:')} ${printable(text)}\n`)
}

/** Writes `value` as JSON for machines: two spaces deep, u64 as decimal text. */
export function sayJson(io: Io, value: unknown): void {
  const plain = (_key: string, item: unknown): unknown => (typeof item === 'bigint' ? item.toString() : item)
  io.out(`${JSON.stringify(value, plain, 2)}\n`)
}
