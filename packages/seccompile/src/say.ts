import type { Warning } from '@seccompile/policy'
import { colours } from './io.ts'
import type { Io } from './io.ts'
import { printable } from './printable.ts'

/** Says something that may be a mistake, on standard error. */
export function sayWarning(io: Io, text: string): void {
  io.err(`${colours(io, 'err').yellow('warning:')} ${printable(text)}\n`)
}

/** Says each warning, a line each, on standard error. */
export function sayWarnings(io: Io, warnings: readonly Pick<Warning, 'message'>[]): void {
  for (const { message } of warnings) sayWarning(io, message)
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
