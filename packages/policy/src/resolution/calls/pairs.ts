/*
 * The pairs of rules that may overlap, found on sets and not pair by pair.
 *
 * Ten thousand rules for one value each are fifty million pairs, and not one of them overlaps. So each rule
 * becomes intervals on a line, and only rules whose intervals meet are a pair. An argument has up to two lines.
 * On the whole line, a rule has the ranges of its test; a masked test has the span from its least to its
 * greatest value. On the masked line, only the bits that every test of the argument has in its mask count:
 * rules for different values under one mask lie apart. A rule that does not test the argument covers the whole
 * of either line. The line with the fewest pairs is used. Its pairs include all pairs that overlap; the caller
 * decides each pair exactly.
 *
 * Weakness: rules that differ only in two arguments together, and in no single one, give too many pairs. Then
 * the answer is `'many'`.
 */
import type { Verdict } from '@seccompile/abi'
import { U64 } from '@seccompile/rules'
import type { ArgumentTest, Range } from '@seccompile/rules'
import { expectList } from '@seccompile/shape'
import { conditionPredicate } from '../../data/condition.ts'
import type { ArgCondition } from '../../data/condition.ts'

/** A rule, and its group. Only rules of different groups are compared. */
export interface GroupedRule {
  /** All tests must hold. */
  readonly tests: readonly ArgumentTest[]
  readonly group: number
}

interface Interval extends Range<bigint> {
  readonly item: number
  readonly group: number
}

type Line = readonly Interval[]

/** The most pairs in a result. Each pair costs the caller microseconds, or milliseconds for many masks. */
export const MAX_PAIRS = 50_000

const span = (test: ArgumentTest, width: bigint): readonly Range<bigint>[] => {
  const free = width & ~test.mask
  if (free === 0n) return test.values
  const [first] = test.values
  const last = test.values.at(-1)
  return first === undefined || last === undefined ? [] : [{ lo: first.lo, hi: last.hi | free }]
}

const under = (test: ArgumentTest, mask: bigint): readonly Range<bigint>[] => {
  if (test.mask === mask) return test.values
  const [only, second] = test.values
  if (only === undefined || second !== undefined || only.lo !== only.hi) return [{ lo: 0n, hi: mask }]
  return [{ lo: only.lo & mask, hi: only.lo & mask }]
}

/** The lines of argument `index`: the whole one, and the masked one if its masks differ and share some bits. */
function linesOf(items: readonly GroupedRule[], index: number): readonly Line[] {
  const tests = items.map((item) => item.tests.find((test) => test.index === index))
  const masks = tests.flatMap((test) => (test === undefined ? [] : [test.mask]))
  if (masks.length === 0) return []
  const width = masks.reduce((a, b) => a | b)
  const common = masks.reduce((a, b) => a & b)
  const lay = (rangesOf: (test: ArgumentTest) => readonly Range<bigint>[]): Line =>
    tests.flatMap((test, item) => {
      const ranges = test === undefined ? [{ lo: 0n, hi: U64.max }] : rangesOf(test)
      return ranges.map(({ lo, hi }) => ({ lo, hi, item, group: items[item]!.group }))
    })
  const whole = lay((test) => span(test, width))
  return common === width || common === 0n ? [whole] : [whole, lay((test) => under(test, common))]
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The number of pairs of intervals that meet: all pairs, minus the pairs where one ends before the other
 * begins.
 */
function meetings(line: Line): number {
  // Values of arguments are u64. A typed array sorts them without a comparison function, which is fast.
  const begins = BigUint64Array.from(line, ({ lo }) => lo).sort()
  const ends = BigUint64Array.from(line, ({ hi }) => hi).sort()
  let apart = 0
  let ended = 0
  for (const begin of begins) {
    while (ended < ends.length && ends[ended]! < begin) ended += 1
    apart += ended
  }
  return (line.length * (line.length - 1)) / 2 - apart
}

/** The number of pairs of intervals of different groups that meet. */
function candidates(line: Line): number {
  const groups = new Map<number, Interval[]>()
  for (const interval of line) {
    const group = groups.get(interval.group)
    if (group === undefined) groups.set(interval.group, [interval])
    else group.push(interval)
  }
  return [...groups.values()].reduce((sum, group) => sum - meetings(group), meetings(line))
}

/** The pairs of items of different groups whose intervals meet; `one` before `other`, sorted, none twice. */
function meeting(line: Line, count: number): readonly (readonly [one: number, other: number])[] {
  const open = new Map<number, Interval[]>()
  const found = new Set<number>()
  for (const interval of [...line].sort((a, b) => ascending(a.lo, b.lo) || a.item - b.item)) {
    for (const [group, all] of open) {
      if (group === interval.group) continue
      const still = all.filter(({ hi }) => hi >= interval.lo)
      open.set(group, still)
      for (const { item } of still)
        found.add(Math.min(item, interval.item) * count + Math.max(item, interval.item))
    }
    const own = open.get(interval.group)
    if (own === undefined) open.set(interval.group, [interval])
    else own.push(interval)
  }
  return [...found].sort((a, b) => a - b).map((key) => [Math.floor(key / count), key % count])
}

/**
 * The pairs of `items`, by index, of different groups that may hold at once: all pairs that do, and some that
 * do not. Sorted; the smaller index first. `'many'` where there are more than {@link MAX_PAIRS}.
 */
export function pairsThatMayOverlap(
  items: readonly GroupedRule[],
): readonly (readonly [one: number, other: number])[] | 'many' {
  const [first] = items
  if (first === undefined || items.every(({ group }) => group === first.group)) return []
  let best: Line = items.map(({ group }, item) => ({ lo: 0n, hi: 0n, item, group }))
  let least = candidates(best)
  for (const index of new Set(items.flatMap(({ tests }) => tests.map((test) => test.index))))
    for (const line of linesOf(items, index)) {
      const count = candidates(line)
      if (count < least) [best, least] = [line, count]
    }
  return least > MAX_PAIRS ? 'many' : meeting(best, items.length)
}

/**
 * Whether more than {@link MAX_PAIRS} pairs of these conditional rules of one call may overlap and differ in verdict, on an
 * ABI whose arguments have `wordSize` bits. `resolve` refuses a policy of such rules, unless its order decides.
 */
export function overlapTooOften(
  rules: readonly { readonly args: readonly ArgCondition[]; readonly verdict: Verdict }[],
  wordSize: 32 | 64,
): boolean {
  expectList(rules, 'rules', 'args', 'verdict')
  const items = rules.map(({ args, verdict }) => ({
    tests: args
      .map((condition) => conditionPredicate(condition, wordSize))
      .filter((predicate) => predicate.kind === 'argument'),
    group: verdict,
  }))
  return pairsThatMayOverlap(items) === 'many'
}
