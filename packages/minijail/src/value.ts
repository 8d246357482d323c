/*
 * Reads the values with which arguments are compared: numbers, constants, `|`, `~` and parentheses.
 *
 * A value depends on the ABI in two ways: by its constants, and by its width, which is that of a C long. So the
 * reader keeps the written expression, and computes its number for each ABI.
 *
 * Sources: minijail tools/parser.py: parse_value(); util.c: parse_constant(), parse_single_constant().
 */
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { constantFamilies, constantNamed } from '@seccompile/constants/all'
import { formatSource } from '@seccompile/policy/toolkit'
import type { Source } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiFacts } from '@seccompile/syscalls'
import { fail } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import type { MinijailDialect } from './dialect.ts'
import type { PolicyToken } from './tokens.ts'

/** A value as written. */
export type PolicyValue =
  | { readonly kind: 'number'; readonly number: bigint; readonly source: Source }
  | { readonly kind: 'constant'; readonly constant: Constant; readonly source: Source }
  | { readonly kind: 'not'; readonly of: PolicyValue }
  | { readonly kind: 'or'; readonly of: readonly PolicyValue[] }

/** The deepest nesting of parentheses. */
const MAX_VALUE_DEPTH = 32

/** The most digits of a number. No 64-bit number has more than 22, in octal. */
const MAX_DIGITS = 32

/** The value on an ABI: its number, or the reason why the ABI has none. */
export type AbiValue<T> = { readonly kind: 'value'; readonly value: T } | MissingValue

/** The reason why an ABI has no such value: it lacks a constant, or its word is too narrow for a number. */
export interface MissingValue {
  readonly kind: 'missing'
  /** The reason as a clause: `MAP_32BIT at net.policy:3:12 does not exist there`. */
  readonly why: string
}

/** Whether a word of `bits` bits holds `number`, signed or unsigned. */
const fits = (number: bigint, bits: number): boolean =>
  number >= -(1n << BigInt(bits - 1)) && number < 1n << BigInt(bits)

/** The number in the text of a token, as strtol(3) reads it: hexadecimal, octal or decimal. */
export function numberOf({ text, source }: PolicyToken): bigint {
  const [, sign, digits = ''] = /^(-?)(.*)$/.exec(text) ?? []
  if (digits.length > MAX_DIGITS) fail('E_NUMBER', `number ${quote(text)} does not fit 64 bits`, source)
  if (/^0[0-9]*[89]/.test(digits))
    fail('E_NUMBER', `number ${quote(text)} begins with 0 and is no octal number; leave the 0 out`, source)
  const octal = /^0[0-7]+$/.test(digits)
  const size = BigInt(octal ? `0o${digits.slice(1)}` : digits)
  const number = sign === '-' ? -size : size
  if (!fits(number, 64)) fail('E_NUMBER', `number ${quote(text)} does not fit 64 bits`, source)
  return number
}

/** The dialect and the constants by which values are read. */
export interface ValueContext {
  readonly dialect: MinijailDialect
  /** Further constants, with one value on all ABIs: those of `constants.json`, which minijail makes for a machine. */
  readonly constants?: ReadonlyMap<string, bigint> | undefined
}

/** The constants that minijail defines itself, for old headers; Linux has them from 6.13 on. @see gen_constants-inl.h */
const OWN: ReadonlyMap<string, bigint> = new Map([
  ['MADV_GUARD_INSTALL', 102n],
  ['MADV_GUARD_REMOVE', 103n],
])

function constantOf({ text, source }: PolicyToken, { constants }: ValueContext): PolicyValue {
  const constant = constantNamed(text)
  if (constant !== undefined) return { kind: 'constant', constant, source }
  const number = constants?.get(text) ?? OWN.get(text)
  if (number !== undefined) return { kind: 'number', number, source }
  const names = constantFamilies.flatMap(({ constants }) => constants.map(({ constant }) => constant))
  return fail(
    'E_NAME',
    `unknown constant ${quote(text)}${didYouMean(text, names, '; write its number')}`,
    source,
  )
}

/** A number or a constant. @throws PolicyError */
export function singleValue(cursor: Cursor, words: ValueContext): PolicyValue {
  const token = cursor.take(['number', 'name'], 'a number or a constant such as O_RDONLY')
  if (token.kind !== 'number') return constantOf(token, words)
  return { kind: 'number', number: numberOf(token), source: token.source }
}

function part(cursor: Cursor, depth: number, words: ValueContext): PolicyValue {
  if (cursor.takes('~')) {
    if (cursor.is('~'))
      fail('E_SYNTAX', 'a complement of a complement is refused by minijail; write neither', cursor.source())
    return { kind: 'not', of: part(cursor, depth, words) }
  }
  if (!cursor.takes('(')) return singleValue(cursor, words)
  if (depth >= MAX_VALUE_DEPTH)
    fail('E_LIMIT', `parentheses nest deeper than ${MAX_VALUE_DEPTH} levels`, cursor.source())
  const value = valueAt(cursor, depth + 1, words)
  cursor.takeText(')', '")"')
  return value
}

function valueAt(cursor: Cursor, depth: number, words: ValueContext): PolicyValue {
  const parts: PolicyValue[] = []
  const check = (): void => {
    const next = cursor.peek()
    if (words.dialect === 'c' && next !== undefined && next.isApart && (parts.length > 0 || depth > 0))
      fail(
        'E_SYNTAX',
        'value holds a blank, and the C compiler takes it for the end of the value; leave it out',
        next.source,
      )
  }
  do {
    if (parts.length > 0) check()
    parts.push(part(cursor, depth, words))
    if (cursor.is('|')) check()
  } while (cursor.takes('|'))
  return parts.length === 1 ? parts[0]! : { kind: 'or', of: parts }
}

/** The value at the cursor, with every `|`. @throws PolicyError */
export function parseValue(cursor: Cursor, words: ValueContext): PolicyValue {
  return valueAt(cursor, 0, words)
}

/** The number of `value` in a word of the ABI, unsigned. */
export function valueOnAbi(value: PolicyValue, abi: AbiFacts): AbiValue<bigint> {
  switch (value.kind) {
    case 'number': {
      // Both compilers refuse a number that the word does not hold. Here the rule is not for that ABI, as with a
      // lacking constant.
      if (!fits(value.number, abi.wordSize))
        return { kind: 'missing', why: `${value.number} at ${formatSource(value.source)} does not fit there` }
      return { kind: 'value', value: BigInt.asUintN(abi.wordSize, value.number) }
    }
    case 'constant': {
      const number = valueOn(value.constant, abi.token)
      if (number === undefined) {
        const { constant } = value.constant
        return { kind: 'missing', why: `${constant} at ${formatSource(value.source)} does not exist there` }
      }
      return { kind: 'value', value: BigInt.asUintN(abi.wordSize, BigInt(number)) }
    }
    case 'not': {
      const of = valueOnAbi(value.of, abi)
      return of.kind === 'missing' ? of : { kind: 'value', value: BigInt.asUintN(abi.wordSize, ~of.value) }
    }
    case 'or': {
      let sum = 0n
      for (const each of value.of) {
        const found = valueOnAbi(each, abi)
        if (found.kind === 'missing') return found
        sum |= found.value
      }
      return { kind: 'value', value: sum }
    }
  }
}

/** Whether the value has a constant. Its number may differ between ABIs of one width. */
export function hasConstant(value: PolicyValue): boolean {
  switch (value.kind) {
    case 'number':
      return false
    case 'constant':
      return true
    case 'not':
      return hasConstant(value.of)
    case 'or':
      return value.of.some(hasConstant)
  }
}
