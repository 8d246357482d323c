/*
 * Turns a predicate into a list of clauses, of which one has to hold.
 *
 * Most notations have only this form: several rules for a call, each with comparisons that all hold. A clause
 * compares an argument at most once, since runc reads two comparisons of one argument as two rules. So a clause has
 * one set of values for each argument that it tests, and a conjunction intersects these sets. At the end, each set
 * becomes comparisons, and the clause is multiplied out over them. A set that no single comparison expresses becomes
 * masked comparisons (cubes.ts).
 */
import type { CompareCondition, MaskedCondition } from '@seccompile/policy'
import { canonical, intersection, U64, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'
import { assertNever, expectObject } from '@seccompile/shape'
import { cubesBetween } from './cubes.ts'
import type { MaskedValue } from './cubes.ts'

/** A comparison of one argument. */
export type ClauseCondition = CompareCondition | MaskedCondition

/**
 * Comparisons that all hold, at most one for each argument, in the order of the arguments. An empty clause always
 * holds.
 */
export type Clause = readonly ClauseCondition[]

/** The most clauses of a predicate. */
export const MAX_CLAUSES = 4096

/** The values of an argument: those whose masked value lies in a set. */
interface ClauseValues {
  readonly mask: bigint
  readonly values: RangeSet<bigint>
}

/** For each argument that a clause tests, the values that it allows. */
type ClauseTerm = ReadonlyMap<number, ClauseValues>

/** Thrown and caught in this file where a predicate has more than `MAX_CLAUSES` clauses. */
class TooManyClauses extends Error {
  override readonly name = 'TooManyClauses'
}

function bounded<T>(list: readonly T[]): readonly T[] {
  if (list.length > MAX_CLAUSES) throw new TooManyClauses()
  return list
}

const cubesOf = ({ mask, values }: ClauseValues): readonly MaskedValue[] => {
  const cubes: MaskedValue[] = []
  for (const range of values) {
    cubes.push(...cubesBetween(range, mask))
    bounded(cubes)
  }
  return cubes
}

/** The sets whose union is the intersection of `a` and `b`. Sets under one mask intersect as ranges, others as cubes. */
function both(a: ClauseValues, b: ClauseValues): readonly ClauseValues[] {
  if (a.mask === b.mask) {
    const values = intersection(a.values, b.values)
    return values.length === 0 ? [] : [{ mask: a.mask, values }]
  }
  const cubes = bounded(cubesOf(a)).flatMap((one) =>
    cubesOf(b)
      .filter((other) => ((one.value ^ other.value) & one.mask & other.mask) === 0n)
      .map((other) => ({ mask: one.mask | other.mask, value: one.value | other.value })),
  )
  return bounded(cubes).map(({ mask, value }) => ({ mask, values: [{ lo: value, hi: value }] }))
}

function conjunction(a: ClauseTerm, b: ClauseTerm): readonly ClauseTerm[] {
  let terms: readonly ClauseTerm[] = [a]
  for (const [index, values] of b)
    terms = bounded(
      terms.flatMap((term) => {
        const own = term.get(index)
        const sets = own === undefined ? [values] : both(own, values)
        return sets.map((set) => new Map(term).set(index, set))
      }),
    )
  return terms
}

function termsOf(when: Predicate): readonly ClauseTerm[] {
  switch (when.kind) {
    case 'argument':
      return [new Map([[when.index, when]])]
    case 'any':
      return bounded(when.of.flatMap(termsOf))
    case 'all':
      return when.of.reduce<readonly ClauseTerm[]>(
        (terms, part) => {
          const others = termsOf(part)
          return bounded(terms.flatMap((term) => others.flatMap((other) => conjunction(term, other))))
        },
        [new Map()],
      )
    default:
      return assertNever(when)
  }
}

/** The largest value of an argument on an ABI whose arguments have `wordSize` bits. */
const largest = (wordSize: 32 | 64): bigint => (wordSize === 64 ? WHOLE_ARGUMENT : 0xffff_ffffn)

/**
 * The one comparison that holds for exactly the values of a set of whole arguments, if there is one.
 * @param max - the largest value of the argument
 */
function whole(index: number, values: RangeSet<bigint>, max: bigint): CompareCondition | undefined {
  const [first, second] = values
  if (values.length === 1) {
    const { lo, hi } = first!
    if (lo === hi) return { op: 'EQ', index, value: lo }
    if (lo === 0n) return { op: 'LE', index, value: hi }
    if (hi === max) return { op: 'GE', index, value: lo }
  } else if (values.length === 2 && first!.lo === 0n && second!.hi === max && second!.lo - first!.hi === 2n)
    return { op: 'NE', index, value: first!.hi + 1n }
  return undefined
}

/** The comparisons that clauses may have: `'all'`, or `'masks'`, which are only equality and masked equality. */
export type Operators = 'all' | 'masks'

/**
 * The comparisons whose disjunction is the set: one if possible, otherwise as few as ranges, prefixes and single
 * values allow.
 */
function comparisons(
  index: number,
  { mask, values }: ClauseValues,
  wordSize: 32 | 64,
  operators: Operators,
): readonly ClauseCondition[] {
  const max = largest(wordSize)
  const isWhole = mask === max && operators === 'all'
  const one = isWhole ? whole(index, values, max) : undefined
  if (one !== undefined) return [one]
  const found: ClauseCondition[] = []
  for (const range of values) {
    const single = isWhole ? whole(index, [range], max) : undefined
    if (single !== undefined) found.push(single)
    else
      for (const cube of cubesBetween(range, mask))
        found.push(
          cube.mask === max
            ? { op: 'EQ', index, value: cube.value }
            : { op: 'MASKED_EQ', index, value: cube.mask, valueTwo: cube.value },
        )
    bounded(found)
  }
  return found
}

/** Whether a set has every value, and so needs no comparison. */
const asksNothing = ({ mask, values }: Pick<ArgumentTest, 'mask' | 'values'>): boolean =>
  mask === 0n || (values.length === 1 && values[0]!.lo === 0n && values[0]!.hi === mask)

/** The clauses of a term: the product of the comparisons of its arguments. */
function multiplied(term: ClauseTerm, wordSize: 32 | 64, operators: Operators): readonly Clause[] {
  return [...term]
    .toSorted(([a], [b]) => a - b)
    .filter(([, values]) => !asksNothing(values))
    .reduce<readonly Clause[]>(
      (clauses, [index, values]) => {
        const ways = comparisons(index, values, wordSize, operators)
        return bounded(clauses.flatMap((clause) => ways.map((way) => [...clause, way])))
      },
      [[]],
    )
}

const keyOf = (term: ClauseTerm, without: number): string =>
  [...term]
    .filter(([index]) => index !== without)
    .toSorted(([a], [b]) => a - b)
    .map(
      ([index, { mask, values }]) => `${index}&${mask}:${values.map(({ lo, hi }) => `${lo}-${hi}`).join()}`,
    )
    .join(';')

/**
 * Joins terms that differ in the values of one argument under one mask. Disjunctions of single values then become one
 * set, which may have one comparison: `< 5 or > 5` is `!= 5`.
 */
function joined(terms: readonly ClauseTerm[]): readonly ClauseTerm[] {
  let list = terms
  for (let index = 0; index <= 5; index += 1) {
    const groups = new Map<string, ClauseTerm>()
    for (const term of list) {
      const own = term.get(index)
      const key = `${own?.mask ?? ''}|${keyOf(term, index)}`
      const other = groups.get(key)?.get(index)
      if (own === undefined || other === undefined) groups.set(key, term)
      else
        groups.set(
          key,
          new Map(term).set(index, {
            mask: own.mask,
            values: canonical(U64, [...other.values, ...own.values]),
          }),
        )
    }
    list = [...groups.values()]
  }
  return list
}

/**
 * Clauses of which one holds exactly where `when` does; `undefined` where there would be more than
 * {@link MAX_CLAUSES}. An empty list never holds.
 *
 * @param wordSize - the bits of an argument that the ABI passes: comparisons of 32-bit arguments compare the low word
 * @throws Error of the runtime, such as an exhausted stack
 */
export function clausesOf(
  when: Predicate,
  wordSize: 32 | 64,
  operators: Operators = 'all',
): readonly Clause[] | undefined {
  expectObject(when, 'when', 'kind')
  try {
    const terms = joined(termsOf(when))
    if (terms.some((term) => [...term.values()].every(asksNothing))) return [[]]
    return bounded(terms.flatMap((term) => multiplied(term, wordSize, operators)))
  } catch (error) {
    if (error instanceof Error && error.name === 'TooManyClauses') return undefined
    throw error
  }
}
