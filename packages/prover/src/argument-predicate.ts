/*
 * A predicate over the arguments, from a diagram whose leaves are 0 and 1.
 *
 * The diagram asks argument after argument. The values of the first argument fall into sets, one for each
 * continuation. So the predicate is `(first in S1 and rest1) or (first in S2 and rest2) or …`, and each rest is read
 * in the same way. The sets are disjoint. That is exact, but hard to read: "a or b" would become "a, or not a and b".
 * So where the rest of one set implies the rest of another, the second set may include the values of the first. It
 * does so where its test then is shorter.
 */
import { exitsOf, mapExits, reachableNodes, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { argHigh } from '@seccompile/abi'
import { all, ALWAYS, any, argumentTests, NEVER } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { READING_BOUNDS, tooMany } from './reading-bounds.ts'
import type { ReadingCount } from './reading-bounds.ts'
import { valueTest } from './value-set.ts'
import { placeOf } from './word-order.ts'

/** The first bit of the arguments in the diagram. */
const FIRST_BIT = placeOf(argHigh(0)) * WORD_BITS
const ARGUMENT_BITS = 2 * WORD_BITS

/** With more continuations than this, no implications are looked for: the number of questions grows as their square. */
const MAX_RELATED = 16

/** The number of ranges in `predicate`, as a measure of its length. */
export function lengthOf(predicate: Predicate): number {
  return argumentTests(predicate).reduce((sum, { values }) => sum + values.length, 0)
}

/**
 * The number of tests in `predicate`; a shared part counts each time it occurs. Written as a tree, a predicate may be
 * huge, so `known` keeps the count of each part.
 */
function testsOf(predicate: Predicate, known: Map<Predicate, number>): number {
  if (predicate.kind === 'argument') return 1
  const memo = known.get(predicate)
  if (memo !== undefined) return memo
  const tests = predicate.of.reduce((sum, part) => sum + testsOf(part, known), 0)
  known.set(predicate, tests)
  return tests
}

/** Yields a function that reads predicates of one store. These must ask only the bits of arguments. */
export function argumentPredicates(store: Store, reading: ReadingCount): (indicator: Node) => Predicate {
  const known = new Map<Node, Predicate>()
  const tests = new Map<Predicate, number>()

  const read = (node: Node): Predicate => {
    if (node === store.always) return ALWAYS
    if (node === store.never) return NEVER
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const index = Math.floor((store.bitOf(node) - FIRST_BIT) / ARGUMENT_BITS)
    const first = FIRST_BIT + index * ARGUMENT_BITS
    const end = first + ARGUMENT_BITS
    const nodes = reachableNodes(store, node).length
    const ways = exitsOf(store, node, end).filter((way) => way !== store.never)
    const testFor = (accepted: ReadonlySet<Node>): Predicate => {
      reading.visit(nodes)
      const set = mapExits(store, node, end, (way) => (accepted.has(way) ? store.always : store.never))
      return valueTest(store, set, index, first, reading)
    }
    const implies = (a: Node, b: Node): boolean => store.ite(a, b, store.always) === store.always
    const parts = ways.map((way) => {
      const exact = testFor(new Set([way]))
      const wider = ways.length > MAX_RELATED ? [] : ways.filter((other) => implies(way, other))
      if (wider.length < 2) return all([exact, read(way)])
      const wide = testFor(new Set(wider))
      return all([lengthOf(wide) < lengthOf(exact) ? wide : exact, read(way)])
    })
    // Short parts first. Equal ones keep the order of the diagram, which is the same for all IRs with one
    // meaning.
    const firstArgument = (part: Predicate): number =>
      part.kind === 'argument' ? part.index : part.of.length === 0 ? 0 : firstArgument(part.of[0]!)
    const shorter = (x: Predicate, y: Predicate): number =>
      testsOf(x, tests) - testsOf(y, tests) || firstArgument(x) - firstArgument(y)
    const predicate = any(parts.toSorted(shorter))
    if (testsOf(predicate, tests) > READING_BOUNDS.tests) throw tooMany('tests', `args[${index}]`)
    known.set(node, predicate)
    return predicate
  }
  return (indicator) => {
    const predicate = read(indicator)
    reading.test(testsOf(predicate, tests))
    return predicate
  }
}
