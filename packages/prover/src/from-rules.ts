/*
 * Rules as a diagram. The first match wins, so the rules are added from the last to the first, each on top of
 * the rest: `rule ? verdict : rest`.
 */
import { argHigh, argLow, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { anyOf, bitAt, WORD_BITS, wordEquals } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { canonical, U32, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range, RangeSet, Rule, RuleSet, Section } from '@seccompile/rules'
import { placeOf } from './word-order.ts'

const WHOLE = U32.max

/** The bits of a value that are asked, highest first. */
interface ValueBits<T> {
  /** The bit of the diagram for each. */
  readonly places: readonly number[]
  /** The weight of each in the value. */
  readonly weights: readonly T[]
  /** The most that the bits from each on add to the value; 0 after the last. */
  readonly most: readonly T[]
}

/** `a + b`. TypeScript has no operator for a type that may be either. */
function sum<T extends number | bigint>(a: T, b: T): T {
  return ((a as number) + (b as number)) as T
}

/** The bits of `words`, the highest first, that the masks beside them keep. */
function valueBits<T extends number | bigint>(
  words: readonly { readonly word: Word; readonly mask: number }[],
  none: T,
  one: T,
): ValueBits<T> {
  const places: number[] = []
  const weights: T[] = []
  const most = [none]
  let weight = one
  for (const { word, mask } of words.toReversed())
    for (let bit = 0; bit < WORD_BITS; bit += 1, weight = sum(weight, weight)) {
      if (((mask >>> bit) & 1) === 0) continue
      places.unshift(bitAt(placeOf(word), bit))
      weights.unshift(weight)
      most.unshift(sum(most[0]!, weight))
    }
  return { places, weights, most }
}

/** The predicate that is 1 where the value of `bits` is in one of `ranges`. */
function inRanges<T extends number | bigint>(store: Store, bits: ValueBits<T>, ranges: RangeSet<T>): Node {
  const { places, weights, most } = bits
  /**
   * The predicate for values that begin as `base` does, with open bits from `at` on. Only ranges `first` to
   * `last` can hold some.
   */
  const walk = (at: number, base: T, first: number, last: number): Node => {
    const end = sum(base, most[at]!)
    let [from, to] = [first, last]
    while (from <= to && ranges[from]!.hi < base) from += 1
    while (from <= to && ranges[to]!.lo > end) to -= 1
    if (from > to) return store.never
    if (ranges[from]!.lo <= base && ranges[from]!.hi >= end) return store.always
    const zero = walk(at + 1, base, from, to)
    return store.node(places[at]!, zero, walk(at + 1, sum(base, weights[at]!), from, to))
  }
  return walk(0, most.at(-1)!, 0, ranges.length - 1)
}

const NUMBER_BITS = valueBits<number>([{ word: WORD_NR, mask: WHOLE }], 0, 1)

/** The predicate that `nr` is in one of `numbers`. */
export function numbersPredicate(store: Store, numbers: RangeSet<number>): Node {
  return inRanges(store, NUMBER_BITS, numbers)
}

function testPredicate(store: Store, { index, mask, values }: ArgumentTest): Node {
  const words = [
    { word: argHigh(index), mask: Number(mask >> 32n) },
    { word: argLow(index), mask: Number(mask & 0xffff_ffffn) },
  ]
  return inRanges(store, valueBits<bigint>(words, 0n, 1n), values)
}

/** The predicate as a diagram with the leaves 0 and 1. */
export function predicateDiagram(store: Store, predicate: Predicate): Node {
  switch (predicate.kind) {
    case 'argument':
      return testPredicate(store, predicate)
    case 'all':
      return predicate.of.reduceRight<Node>(
        (rest, part) => store.ite(predicateDiagram(store, part), rest, store.never),
        store.always,
      )
    case 'any':
      return predicate.of.reduceRight<Node>(
        (rest, part) => store.ite(predicateDiagram(store, part), store.always, rest),
        store.never,
      )
  }
}

/** The values that are in any of `ranges`, ascending and apart. */
function unionOf(ranges: RangeSet<number>): RangeSet<number> {
  const union: Range<number>[] = []
  for (const { lo, hi } of ranges.toSorted((a, b) => a.lo - b.lo)) {
    const last = union.at(-1)
    if (last === undefined || last.hi < lo) union.push({ lo, hi })
    else union[union.length - 1] = { lo: last.lo, hi: Math.max(last.hi, hi) }
  }
  return union
}

/** Neighbouring rules with one verdict. Which of them matches does not matter. */
function runsOf(rules: readonly Rule[]): readonly (readonly [Rule, ...Rule[]])[] {
  const runs: [Rule, ...Rule[]][] = []
  for (const rule of rules) {
    const run = runs.at(-1)
    if (run?.[0].verdict === rule.verdict) run.push(rule)
    else runs.push([rule])
  }
  return runs
}

/** The rules of `run` with one condition as one rule, which has the numbers of all of them. */
function byCondition(run: readonly Rule[]): readonly Rule[] {
  const groups = new Map<Predicate, Rule[]>()
  for (const rule of run) {
    const group = groups.get(rule.when)
    if (group === undefined) groups.set(rule.when, [rule])
    else group.push(rule)
  }
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    numbers: unionOf(group.flatMap(({ numbers }) => numbers)),
  }))
}

/** `conditions` with the tests of one masked argument joined to one set of values. */
function withSets(conditions: readonly Predicate[]): readonly Predicate[] {
  const sets = new Map<string, ArgumentTest[]>()
  const others: Predicate[] = []
  for (const when of conditions) {
    if (when.kind !== 'argument') {
      others.push(when)
      continue
    }
    const key = `${when.index} ${when.mask}`
    const known = sets.get(key)
    if (known === undefined) sets.set(key, [when])
    else known.push(when)
  }
  const joined = [...sets.values()].map((tests) => ({
    ...tests[0]!,
    values: canonical(
      U64,
      tests.flatMap(({ values }) => values),
    ),
  }))
  return [...joined, ...others]
}

/** The predicate that some rule of `run` matches. */
function someMatches(store: Store, run: readonly Rule[]): Node {
  const groups = new Map<string, { readonly numbers: RangeSet<number>; readonly conditions: Predicate[] }>()
  for (const { numbers, when } of byCondition(run)) {
    const key = numbers.map(({ lo, hi }) => `${lo}-${hi}`).join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { numbers, conditions: [when] })
    else group.conditions.push(when)
  }
  const matches = [...groups.values()].map(({ numbers, conditions }) => {
    const parts = conditions.flatMap((when) => (when.kind === 'any' ? when.of : [when]))
    const predicates = withSets(parts).map((when) => predicateDiagram(store, when))
    return store.ite(numbersPredicate(store, numbers), anyOf(store, predicates), store.never)
  })
  return anyOf(store, matches)
}

function sectionDiagram(store: Store, { rules, otherwise }: Section): Node {
  return runsOf(rules).reduceRight<Node>(
    (rest, run) => store.ite(someMatches(store, run), store.terminal(run[0].verdict), rest),
    store.terminal(otherwise),
  )
}

/** The diagram of the meaning of `rules`. @throws DiagramLimitError */
export function fromRules(store: Store, { sections, badArch }: RuleSet): Node {
  return sections.reduceRight<Node>((rest, section) => {
    const isArch = wordEquals(store, placeOf(WORD_ARCH), WHOLE, section.arch)
    return store.ite(isArch, sectionDiagram(store, section), rest)
  }, store.terminal(badArch))
}
