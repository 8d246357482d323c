/*
 * Whether one condition implies another, as far as their form tells.
 *
 * `true` is a proof, `false` says nothing: conditions that need several parts at once to imply another are not seen
 * through, nor are values under masks that do not contain each other.
 */
import { contains, intersection, sameSet } from '@seccompile/rules'
import type { ArgumentTest, Predicate } from '@seccompile/rules'
import { listPossible } from './possible-values.ts'

/** Deepest nesting that is looked into: each level can double the work. */
const MAX_DEPTH = 6
/** Values that are tried one by one under a coarser mask. */
const MAX_LISTED = 64

function testImplies(a: ArgumentTest, b: ArgumentTest): boolean {
  if (a.index !== b.index) return false
  if (a.mask === b.mask) return sameSet(intersection(a.values, b.values), a.values)
  // What b looks at is known from what a looks at only where a looks at all of it.
  if ((b.mask & ~a.mask) !== 0n) return false
  let left = MAX_LISTED
  return a.values.every((range) => {
    const values = listPossible(a.mask, range, left)
    left -= values?.length ?? 0
    return values?.every((value) => contains(b.values, value & b.mask)) === true
  })
}

/** Whether every call that satisfies `a` is known to satisfy `b`. Values are possible ones (`possibleValues`). */
export function implies(a: Predicate, b: Predicate, depth: number = MAX_DEPTH): boolean {
  if (depth === 0) return false
  const next = depth - 1
  if (a.kind === 'any') return a.of.every((part) => implies(part, b, next))
  if (b.kind === 'all') return b.of.every((part) => implies(a, part, next))
  if (a.kind === 'all' && a.of.some((part) => implies(part, b, next))) return true
  if (b.kind === 'any') return b.of.some((part) => implies(a, part, next))
  return a.kind === 'argument' && b.kind === 'argument' && testImplies(a, b)
}
