/*
 * Errnos as systemd reads them: a name, or a number as in C, which may be octal, hexadecimal or binary.
 *
 * Source: systemd src/basic/parse-util.c: parse_errno(), safe_atoi(); src/shared/seccomp-util.h:
 * seccomp_parse_errno_or_action().
 */
import { didYouMean, MAX_ERRNO, quote } from '@seccompile/abi'
import { errnoNames } from '@seccompile/constants/errno'
import { errno, KILL_PROCESS } from '@seccompile/policy'
import type { Action } from '@seccompile/policy'

/** A number with the prefix of its base. */
const NUMBERS: readonly { readonly base: number; readonly form: RegExp }[] = [
  { base: 2, form: /^([+-]?)0b([01]+)$/i },
  { base: 8, form: /^([+-]?)0o([0-7]+)$/i },
  { base: 16, form: /^([+-]?)0x([\da-f]+)$/i },
  { base: 8, form: /^([+-]?)(0[0-7]*)$/ },
  { base: 10, form: /^([+-]?)([1-9]\d*)$/ },
]

function numberOf(text: string): number | undefined {
  for (const { base, form } of NUMBERS) {
    const [, sign, digits] = form.exec(text) ?? []
    if (digits !== undefined) return (sign === '-' ? -1 : 1) * Number.parseInt(digits, base)
  }
  return undefined
}

/** The action that `text` names; why there is none, where systemd leaves it out. */
export function errnoWord(text: string): Action | string {
  if (text === 'kill') return KILL_PROCESS
  const name = errnoNames.find((each) => each === text.toUpperCase()) // the table of systemd ignores case
  if (name !== undefined) return errno(name)
  const number = numberOf(text)
  if (number === undefined) return `unknown errno ${quote(text)}${didYouMean(text, [...errnoNames, 'kill'])}`
  if (number < 0 || number > MAX_ERRNO)
    return `errno is ${number}; the kernel returns 0 to ${MAX_ERRNO}, or "kill"`
  return errno(number + 0) // -0 is 0
}
