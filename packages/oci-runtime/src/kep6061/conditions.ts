/*
 * The conditions of a rule, compared as the proposal compares them: by their form, not by the calls for which they
 * hold.
 *
 * A rule has at most one condition for each argument, and matches where all its conditions hold. Two rules exclude
 * each other where their conditions on some argument exclude each other. For a mask or `!=`, this file knows that only
 * if the other condition is a single value. Two rules have a conjunction where one rule can have the conditions of
 * both: on each argument that both test, their conditions are equal.
 */
import type { CompareCondition, Comparison, MaskedCondition } from '@seccompile/policy'

/** A condition on an argument. */
export type ArgumentCondition = CompareCondition | MaskedCondition

/** Conditions that hold together, at most one for each argument, by the number of the argument. */
export type Tests = readonly ArgumentCondition[]

const U64_MAX = 0xffff_ffff_ffff_ffffn

/** `test` without its place, and without the bits that libseccomp does not read. */
export function canonicalTest(test: ArgumentCondition): ArgumentCondition {
  const { op, index, value } = test
  return op === 'MASKED_EQ' ? { op, index, value, valueTwo: test.valueTwo & value } : { op, index, value }
}

/** Whether the condition has no bit to compare. libseccomp drops such a condition. */
export const holdsAlways = (test: ArgumentCondition): boolean => test.op === 'MASKED_EQ' && test.value === 0n

/** A text that is equal for equal conditions. */
export function keyOf(tests: Tests): string {
  return tests
    .map((test) => {
      const two = test.op === 'MASKED_EQ' ? `:${test.valueTwo}` : ''
      return `${test.index}:${test.op}:${test.value}${two}`
    })
    .join(';')
}

const isSame = (a: ArgumentCondition, b: ArgumentCondition): boolean => keyOf([a]) === keyOf([b])

function holds(test: ArgumentCondition, value: bigint): boolean {
  switch (test.op) {
    case 'EQ':
      return value === test.value
    case 'NE':
      return value !== test.value
    case 'LT':
      return value < test.value
    case 'LE':
      return value <= test.value
    case 'GT':
      return value > test.value
    case 'GE':
      return value >= test.value
    case 'MASKED_EQ':
      return (value & test.value) === test.valueTwo
  }
}

/** The range of values of a comparison by order; `undefined` for other conditions. */
function interval({ op, value }: ArgumentCondition): readonly [lo: bigint, hi: bigint] | undefined {
  switch (op) {
    case 'LT':
      return [0n, value - 1n]
    case 'LE':
      return [0n, value]
    case 'GT':
      return [value + 1n, U64_MAX]
    case 'GE':
      return [value, U64_MAX]
    case 'EQ':
    case 'NE':
    case 'MASKED_EQ':
      return undefined
  }
}

function exclude(a: ArgumentCondition, b: ArgumentCondition): boolean {
  if (a.op === 'EQ') return !holds(b, a.value)
  if (b.op === 'EQ') return !holds(a, b.value)
  const [one, other] = [interval(a), interval(b)]
  return one !== undefined && other !== undefined && (one[1] < other[0] || other[1] < one[0])
}

/** Whether no call satisfies both; `false` where that is not known. */
export function areDisjoint(a: Tests, b: Tests): boolean {
  return a.some((one) => b.some((other) => one.index === other.index && exclude(one, other)))
}

/** Whether every condition of `part` is one of `whole`. Then `part` holds wherever `whole` does. */
export function isPartOf(part: Tests, whole: Tests): boolean {
  return part.every((one) => whole.some((other) => isSame(one, other)))
}

/**
 * The conditions of a rule that holds where both do; `undefined` where no call satisfies both, or no rule can express
 * it.
 */
export function conjunction(a: Tests, b: Tests): Tests | undefined {
  if (areDisjoint(a, b)) return undefined
  const differ = a.some((one) => b.some((other) => one.index === other.index && !isSame(one, other)))
  if (differ) return undefined
  const added = b.filter((other) => !a.some((one) => one.index === other.index))
  return [...a, ...added].toSorted((one, other) => one.index - other.index)
}

const COMPLEMENTS: Record<Comparison, Comparison> = {
  EQ: 'NE',
  NE: 'EQ',
  LT: 'GE',
  GE: 'LT',
  LE: 'GT',
  GT: 'LE',
}

/** The condition that holds exactly where `test` does not; masked comparisons have none. */
export function complement(test: ArgumentCondition): ArgumentCondition | undefined {
  return test.op === 'MASKED_EQ' ? undefined : { ...test, op: COMPLEMENTS[test.op] }
}

/** Whether one condition holds exactly where the other does not. */
export function areComplements(a: ArgumentCondition, b: ArgumentCondition): boolean {
  const other = complement(a)
  return other !== undefined && isSame(other, b)
}

/** Whether the condition has bits above the low word, which 32-bit ABIs do not compare. */
export function isWide(test: ArgumentCondition): boolean {
  return test.value > 0xffff_ffffn
}

/** Whether the condition is a comparison by order. */
export const isByOrder = ({ op }: ArgumentCondition): boolean =>
  op === 'LT' || op === 'LE' || op === 'GT' || op === 'GE'
