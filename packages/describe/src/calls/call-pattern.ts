/* Patterns for the names of calls: `open*`, `*at`, `get?id`. `*` stands for any letters, and `?` for one letter. */
import { PolicyError } from '@seccompile/policy'
import { expectList, expectObject, expectText, quote, suggest } from '@seccompile/shape'
import { syscallNames } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** More letters than any name or sensible pattern has. */
const LONGEST = 64
/** Most names of calls that a message lists. */
const MOST_NEAR = 8

/** Whether `text` is a pattern, not a name or a number. */
export function isPattern(text: string): boolean {
  expectText(text, 'text')
  return /[*?]/.test(text)
}

/** Whether `name` fits `pattern`. The time is at most proportional to the product of their lengths. */
export function fits(pattern: string, name: string): boolean {
  let p = 0
  let n = 0
  // The position of the last star passed, and the position of the first letter of the name after those that the star
  // covers.
  let star = -1
  let after = 0
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]) && pattern[p] !== '*') {
      p += 1
      n += 1
    } else if (pattern[p] === '*') {
      star = p
      after = n
      p += 1
    } else if (star >= 0) {
      p = star + 1
      after += 1
      n = after
    } else return false
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}

/**
 * Names that a mistyped pattern could mean: names whose beginning or end is similar to the letters of the pattern.
 */
function nearNames(pattern: string, names: readonly string[]): readonly string[] {
  const letters = pattern.replaceAll(/[*?]/g, '')
  const size = letters.length
  const pieces = (name: string): readonly string[] => [
    ...(pattern.startsWith('*') ? [] : [name.slice(0, size)]),
    ...(pattern.endsWith('*') ? [] : [name.slice(-size)]),
    ...(pattern.startsWith('*') && pattern.endsWith('*') ? [name] : []),
  ]
  const nearest = suggest(letters, new Set(names.flatMap(pieces)))
  return nearest === undefined ? [] : names.filter((name) => pieces(name).includes(nearest))
}

/**
 * The names of the calls of `abi` that fit `pattern`.
 * @param option - begins messages: `--syscall: `
 * @throws PolicyError for a pattern that is too long, or has a character that no name has
 */
export function namesLike(pattern: string, abi: AbiTable, option: string): readonly string[] {
  expectText(pattern, 'pattern')
  expectObject(abi, 'abi', 'numbers')
  if (pattern.length > LONGEST)
    throw new PolicyError(
      'E_LIMIT',
      `${option}a pattern has at most ${LONGEST} characters; got ${pattern.length}`,
    )
  if (!/^[A-Za-z0-9_*?]+$/.test(pattern))
    throw new PolicyError(
      'E_SYNTAX',
      `${option}a pattern has letters, digits, _, * for any letters and ? for one; got ${quote(pattern)}`,
    )
  return [...abi.numbers.keys()].filter((name) => fits(pattern, name))
}

/** The error that no call of `abis` fits `pattern`, with similar names. */
export function noneLike(pattern: string, abis: readonly AbiTable[], option: string): PolicyError {
  expectText(pattern, 'pattern')
  expectList(abis, 'abis', 'token', 'numbers')
  const own = [...new Set(abis.flatMap((abi) => [...abi.numbers.keys()]))]
  const on = abis.map(({ token }) => token).join(', ')
  const others = syscallNames.filter((name) => fits(pattern, name))
  if (others.length > 0)
    return new PolicyError(
      'E_NAME',
      `${option}no call of ${on} is like ${quote(pattern)}; other ABIs have ${few(others)}`,
    )
  const near = nearNames(pattern, own)
  const hint = near.length === 0 ? '' : `; near are ${few(near)}`
  return new PolicyError('E_NAME', `${option}no call of ${on} is like ${quote(pattern)}${hint}`)
}

const few = (names: readonly string[]): string =>
  names.length > MOST_NEAR ? `${names.slice(0, MOST_NEAR).join(', ')} and others` : names.join(', ')
