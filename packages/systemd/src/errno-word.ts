/*
 * Reads errnos as systemd does: a name, or a number as in C, which may be octal, hexadecimal or binary.
 *
 * Sources: systemd src/basic/parse-util.c: parse_errno(), safe_atoi(), mangle_base(); src/shared/seccomp-util.h:
 * seccomp_parse_errno_or_action(); glibc since 2.38, whose strtol() takes `0b`.
 */
import { MAX_ERRNO } from '@seccompile/abi'
import { errnoNames } from '@seccompile/constants/errno'
import { errno, KILL_PROCESS } from '@seccompile/policy'
import type { Action } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'

/**
 * A number: blanks, a prefix `0b` or `0o` that fixes the base, and then the input of strtol(): blanks, a sign,
 * digits.
 */
const NUMBER = /^[ \t\n\r]*(0[bo])?[ \t-\r]*([+-]?)(.*)$/is

/** For each prefix, the forms of digits that strtol() accepts with its base; without a prefix, with base 0. */
const DIGITS: Readonly<Record<string, readonly { readonly base: number; readonly form: RegExp }[]>> = {
  '': [
    { base: 2, form: /^0b([01]+)$/i },
    { base: 16, form: /^0x([\da-f]+)$/i },
    { base: 8, form: /^(0[0-7]*)$/ },
    { base: 10, form: /^([1-9]\d*)$/ },
  ],
  '0b': [{ base: 2, form: /^(?:0b)?([01]+)$/i }],
  '0o': [{ base: 8, form: /^([0-7]+)$/ }],
}

function numberOf(text: string): number | undefined {
  const [, prefix = '', sign, rest = ''] = NUMBER.exec(text) ?? []
  for (const { base, form } of DIGITS[prefix.toLowerCase()]!) {
    // each prefix of NUMBER has forms
    const digits = form.exec(rest)?.[1]
    if (digits !== undefined) return (sign === '-' ? -1 : 1) * Number.parseInt(digits, base)
  }
  return undefined
}

/** The action that `text` names, or the reason why systemd leaves it out. */
export function errnoWord(text: string): Action | string {
  if (text === 'kill') return KILL_PROCESS
  const name = errnoNames.find((each) => each === text.toUpperCase()) // systemd compares names without case
  if (name !== undefined) return errno(name)
  const number = numberOf(text)
  if (number === undefined) return `unknown errno ${quote(text)}${didYouMean(text, [...errnoNames, 'kill'])}`
  if (number < 0 || number > MAX_ERRNO)
    return `errno is ${number}; the kernel returns 0 to ${MAX_ERRNO}, or "kill"`
  return errno(number + 0) // `-0 + 0` is 0
}
