/* One form for conditions: simplified, and then with each test as the tests that cost least. */
import { all, any, MAX_PREDICATE_DEPTH, predicateKey } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { simplify } from './simplify.ts'
import { split } from './split.ts'

/** Levels that joining rules and splitting tests can add to a condition. */
const ADDED_LEVELS = 4
/** Rounds after which we take what there is. Two do: splitting leaves nothing to simplify but the order. */
const MAX_ROUNDS = 8

function depth(predicate: Predicate): number {
  if (predicate.kind === 'argument') return 0
  return predicate.of.reduce((deepest, part) => Math.max(deepest, 1 + depth(part)), 0)
}

function splitTests(predicate: Predicate, insnCost: number): Predicate {
  if (predicate.kind === 'argument') return split(predicate, insnCost)
  const parts = predicate.of.map((part) => splitTests(part, insnCost))
  return predicate.kind === 'all' ? all(parts) : any(parts)
}

/** Whether `predicate` may be rewritten at all: near the limit of nesting (R6) it stays as it is. */
export function hasRoom(predicate: Predicate): boolean {
  return depth(predicate) <= MAX_PREDICATE_DEPTH - ADDED_LEVELS
}

/**
 * `predicate` in the form that conditions of its meaning have, as far as we see it; itself where it has it.
 * @param insnCost - see `PassContext.insnCost`
 */
export function canonicalForm(predicate: Predicate, insnCost: number): Predicate {
  if (!hasRoom(predicate)) return predicate
  let current = predicate
  let key = predicateKey(current)
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = simplify(splitTests(simplify(current), insnCost))
    const nextKey = predicateKey(next)
    if (nextKey === key) return current
    current = next
    key = nextKey
  }
  return current
}
