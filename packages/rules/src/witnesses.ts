/*
 * Witnesses: calls on both sides of every test in a rule set.
 *
 * A lowering goes wrong at edges: JGT for JGE, a bound off by one, the high half of an argument dropped. Random calls
 * almost never stand at an edge, so we list the edges. For numbers: every end of every range and its neighbours. For
 * arguments: each test's bounds, their neighbours and their single-bit neighbours, once for each list of rules that
 * can decide a number. A bound matters only where the rest of its rule holds and no earlier rule matches. So each
 * value is tried on several bases, that is, vectors of the other arguments: all zero, all ones, and one vector that
 * satisfies each conjunction of each rule. Single bits are flipped only on the satisfying vectors: on the others, a
 * failing test often hides the flipped bit. Where the bounds of all arguments have a small product, every combination
 * is tried too.
 *
 * The list is weak where a rule has many disjunctions: only the first `MAX_TERMS` conjunctions of a rule, and the
 * first `MAX_BASES` of all, become bases.
 */
import type { SeccompData } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { commonValue } from './common-value.ts'
import { deciding, rangeAt } from './deciding.ts'
import { argumentTests, isAlways } from './predicate.ts'
import type { ArgumentTest, Predicate } from './predicate.ts'
import { U32, U64 } from './range.ts'
import type { Domain, RangeSet } from './range.ts'
import type { Rule, RuleSet, Section } from './rule-set.ts'

/** The most conjunctions of one rule that become bases. */
const MAX_TERMS = 16
/** The most bases on which one argument is varied. */
const MAX_BASES = 64
/** Most vectors for one argument: its values times the bases. */
const MAX_VARIED = 65_536
/** A product of bounds up to this many vectors is tried in full. */
const MAX_PRODUCT = 512
/** The most tests that the search for a common value visits. */
const MAX_EFFORT = 2000
/** With more bounds than this on an argument, only the outermost bits of each bound are flipped. */
const MAX_FLIPPED = 8

const ALL_BITS = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit))
const OUTER_BITS = [1n, 1n << 31n, 1n << 32n, 1n << 63n]

/** The ends of the ranges and their neighbours within the domain. */
function edges<T extends number | bigint>(domain: Domain<T>, set: RangeSet<T>): readonly T[] {
  return set.flatMap(({ lo, hi }) => [
    ...(lo > domain.min ? [domain.previous(lo)] : []),
    lo,
    hi,
    ...(hi < domain.max ? [domain.next(hi)] : []),
  ])
}

/** `predicate` as a disjunction of conjunctions of tests: the first {@link MAX_TERMS} conjunctions. */
function terms(predicate: Predicate): readonly (readonly ArgumentTest[])[] {
  switch (predicate.kind) {
    case 'argument':
      return [[predicate]]
    case 'any':
      return predicate.of.flatMap(terms).slice(0, MAX_TERMS)
    case 'all': {
      let products: readonly (readonly ArgumentTest[])[] = [[]]
      for (const part of predicate.of) {
        const next = terms(part)
        products = products.flatMap((left) => next.map((right) => [...left, ...right])).slice(0, MAX_TERMS)
      }
      return products
    }
  }
}

/** The least value that passes all `tests` of one argument; 0 where none does, or none is found soon. */
function satisfying(tests: readonly ArgumentTest[]): bigint {
  const value = commonValue(tests, MAX_EFFORT)
  return value === undefined || value === 'unknown' ? 0n : value
}

/** `vectors` without repeats. */
function distinct(vectors: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] {
  return [...new Map(vectors.map((args) => [args.join(), args])).values()]
}

/** Argument vectors to try on a number that `rules` can decide. Only the last rule may be unconditional. */
function argumentVectors(rules: readonly Rule[]): readonly (readonly bigint[])[] {
  const tests = rules.flatMap(({ when }) => argumentTests(when))
  const used = [...new Set(tests.map(({ index }) => index))].sort((a, b) => a - b)
  const bounds = new Map<number, readonly bigint[]>()
  const varied = new Map<number, readonly bigint[]>()
  for (const index of used) {
    const own = tests.filter((test) => test.index === index)
    const values = new Set<bigint>(own.flatMap((test) => edges(U64, test.values)))
    bounds.set(index, [...values])
    const bits = values.size <= MAX_FLIPPED ? ALL_BITS : OUTER_BITS
    varied.set(index, [...new Set([...values].flatMap((v) => [v, ...bits.map((bit) => v ^ bit)]))])
  }

  const zero = Array<bigint>(6).fill(0n)
  const plain = [zero, Array<bigint>(6).fill(U64.max)]
  const satisfied = rules.flatMap(({ when }) =>
    terms(when).map((term) => {
      const own = (index: number): readonly ArgumentTest[] => term.filter((test) => test.index === index)
      return used.reduce<readonly bigint[]>((base, index) => base.with(index, satisfying(own(index))), zero)
    }),
  )

  const vectors: (readonly bigint[])[] = [...plain, ...satisfied]
  const vary = (
    bases: readonly (readonly bigint[])[],
    values: ReadonlyMap<number, readonly bigint[]>,
  ): void => {
    // Bases that differ only in the varied argument count as one.
    for (const [index, list] of values) {
      // With thousands of values, each is tried on fewer bases.
      const most = Math.max(1, Math.min(MAX_BASES, Math.floor(MAX_VARIED / list.length)))
      for (const base of distinct(bases.map((args) => args.with(index, 0n))).slice(0, most))
        for (const v of list) vectors.push(base.with(index, v))
    }
  }
  vary(plain, bounds)
  vary(satisfied, varied)
  const product = used.reduce((count, index) => count * bounds.get(index)!.length, 1)
  if (used.length > 1 && product <= MAX_PRODUCT) {
    let grid: readonly (readonly bigint[])[] = [zero]
    for (const index of used)
      grid = grid.flatMap((base) => bounds.get(index)!.map((v) => base.with(index, v)))
    vectors.push(...grid)
  }
  return distinct(vectors)
}

/** The call with these fields. They come from verified rules, so the gate of `seccompData` would find nothing wrong. */
function callOf(nr: number, arch: number, args: readonly bigint[] = []): SeccompData {
  const [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n] = args
  return { nr, arch, instruction_pointer: 0n, args: [a, b, c, d, e, f] }
}

function sectionWitnesses(section: Section): readonly SeccompData[] {
  const { arch } = section
  const numbers = new Set<number>([0, U32.max, ...section.rules.flatMap((rule) => edges(U32, rule.numbers))])
  const witnesses: SeccompData[] = [...numbers].map((nr) => callOf(nr, arch))
  const ranges = deciding(section.rules)
  const done = new Set<string>()
  for (const nr of numbers) {
    const { rules } = rangeAt(ranges, nr)
    if (rules.every(({ when }) => isAlways(when))) continue
    const key = rules.map((rule) => section.rules.indexOf(rule)).join()
    // The first witnesses have every listed number with arguments 0. Other arguments are tried once for each list of
    // rules.
    if (done.has(key)) continue
    done.add(key)
    for (const args of argumentVectors(rules)) witnesses.push(callOf(nr, arch, args))
  }
  return witnesses
}

/**
 * Calls on both sides of every test of `rules`, in a fixed order: number edges, argument edges, and values of `arch`
 * that no section has. A call may occur twice.
 */
export function witnesses(rules: RuleSet): readonly SeccompData[] {
  expectObject(rules, 'rules', 'sections', 'badArch')
  const known = new Set(rules.sections.map(({ arch }) => arch))
  const others = [0, U32.max, ...[...known].flatMap((arch) => [(arch ^ 1) >>> 0, (arch ^ 0x8000_0000) >>> 0])]
  const strangers = [...new Set(others)].filter((arch) => !known.has(arch))
  return [
    ...rules.sections.flatMap(sectionWitnesses),
    ...strangers.flatMap((arch) => [callOf(0, arch), callOf(U32.max, arch)]),
  ]
}
