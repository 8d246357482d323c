/*
 * An order of conditions, so that parts of an `all` or `any` stand in one order whatever order they came in.
 *
 * Tests come before what is made of tests, so that a chain begins with what is cheapest; tests of one argument are
 * neighbours, and the wider mask comes first: high halves before low ones, whole words before their parts.
 */
import type { Predicate, RangeSet } from '@seccompile/rules'

const KINDS: Readonly<Record<Predicate['kind'], number>> = { argument: 0, all: 1, any: 2 }

const sign = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first difference of two lists by `compare`, or of their lengths. */
function lexicographic<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = compare(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareValues(a: RangeSet<bigint>, b: RangeSet<bigint>): number {
  return lexicographic(a, b, (x, y) => sign(x.lo, y.lo) || sign(x.hi, y.hi))
}

/** Less than 0 where `a` comes first, more where `b` does, 0 where they have the same form. */
export function comparePredicates(a: Predicate, b: Predicate): number {
  if (a.kind === 'argument' && b.kind === 'argument')
    return a.index - b.index || sign(b.mask, a.mask) || compareValues(a.values, b.values)
  if (a.kind !== 'argument' && b.kind !== 'argument' && a.kind === b.kind)
    return lexicographic(a.of, b.of, comparePredicates)
  return KINDS[a.kind] - KINDS[b.kind]
}
