/*
 * The values of an argument as a filter tells them apart.
 *
 * An axis of 2^64 values shows nothing. What matters is on which side of each test a value lies. Values on the same side of
 * all tests are one class, and a class is one step of the axis.
 *
 * Where no test has a mask, classes are ranges: they begin at the ends of the ranges that are compared. With masks, a
 * class may be anywhere, so it is found by trying values: the ends under each mask, and every combination of these for
 * two masks. A class that no tried value is in is not shown. With one mask, none is missed.
 */
import { printTest, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, TestedNames } from '@seccompile/rules'

/** A step of an axis: values that no test tells apart. */
export interface ValueClass {
  /** A value of the class. */
  readonly sample: bigint
  /** What the axis shows. */
  readonly text: string
}

/** The most values tried for an axis. */
const MOST_SAMPLES = 4096
/** The most conditions named for a class. */
const MOST_CONDITIONS = 3

const LOW_MASKS = [0xffff_ffffn, WHOLE_ARGUMENT]

const passes = ({ mask, values }: ArgumentTest, value: bigint): boolean => {
  const masked = value & mask
  return values.some(({ lo, hi }) => lo <= masked && masked <= hi)
}

const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b))

/** Values of the bits `mask` on both sides of each end of `values`. */
function endsUnder({ mask, values }: ArgumentTest): readonly bigint[] {
  const lowest = mask & -mask
  const next = (value: bigint): bigint => (((value | ~mask) + 1n) & mask) % (WHOLE_ARGUMENT + 1n)
  return [0n, mask, lowest, ...values.flatMap(({ lo, hi }) => [lo & mask, hi & mask, next(hi)])]
}

const keyOf = (tests: readonly ArgumentTest[], value: bigint): string =>
  tests.map((test) => (passes(test, value) ? '1' : '0')).join('')

const valueText = (value: bigint, names: TestedNames, mask: bigint, isEnd: boolean): string =>
  names.valueName?.(value, mask, isEnd) ?? (value > 0xffffn ? `0x${value.toString(16)}` : value.toString())

/** The classes of an argument whose tests compare the whole value or its low word: ranges. */
function ranges(tests: readonly ArgumentTest[], names: TestedNames): readonly ValueClass[] {
  const mask = tests.every((test) => test.mask === LOW_MASKS[0]) ? LOW_MASKS[0]! : WHOLE_ARGUMENT
  const starts = [0n, ...tests.flatMap(({ values }) => values.flatMap(({ lo, hi }) => [lo, hi + 1n]))]
  // A test of the low word begins again behind it.
  if (mask === WHOLE_ARGUMENT && tests.some((test) => test.mask !== mask)) starts.push(1n << 32n)
  const sorted = [...new Set(starts.filter((start) => start <= mask))]
    .toSorted(byValue)
    .slice(0, MOST_SAMPLES)
  const cells: { readonly lo: bigint; hi: bigint; readonly key: string }[] = []
  for (const [i, lo] of sorted.entries()) {
    const hi = (sorted[i + 1] ?? mask + 1n) - 1n
    const key = keyOf(tests, lo)
    const last = cells.at(-1)
    if (last?.key === key) last.hi = hi
    else cells.push({ lo, hi, key })
  }
  const end = (value: bigint): string => valueText(value, names, mask, true)
  return cells.map(({ lo, hi }) => ({
    sample: lo,
    text:
      lo === hi
        ? valueText(lo, names, mask, false)
        : hi === mask
          ? lo === 0n
            ? 'any value'
            : `≥ ${end(lo)}`
          : hi === lo + 1n
            ? `${valueText(lo, names, mask, false)}, ${valueText(hi, names, mask, false)}`
            : `${end(lo)} … ${end(hi)}`,
  }))
}

/** The classes of an argument with tests of some bits. */
function masked(tests: readonly ArgumentTest[], names: TestedNames): readonly ValueClass[] {
  const byMask = new Map<bigint, Set<bigint>>()
  for (const test of tests)
    byMask.set(test.mask, new Set([...(byMask.get(test.mask) ?? []), ...endsUnder(test)]))
  let samples: readonly bigint[] = [0n]
  for (const [mask, ends] of [...byMask].toSorted(([a], [b]) => byValue(a, b)))
    samples = [...new Set(samples.flatMap((sample) => [sample, ...[...ends].map((end) => (sample & ~mask) | end)]))]
      .toSorted(byValue)
      .slice(0, MOST_SAMPLES)
  const classes = new Map<string, bigint>()
  for (const sample of samples) {
    const key = keyOf(tests, sample)
    if (!classes.has(key)) classes.set(key, sample)
  }
  const seen = new Set<string>()
  const different = tests.filter((test) => {
    const key = printTest(test, names)
    return !seen.has(key) && seen.add(key)
  })
  return [...classes].map(([, sample]) => ({ sample, text: conditions(different, sample, names) }))
} // prettier-ignore

/** The conditions that tell a class from others: the tests that hold, or that none does. */
function conditions(tests: readonly ArgumentTest[], sample: bigint, names: TestedNames): string {
  const holding = tests.filter((test) => passes(test, sample))
  if (holding.length === 0) return 'other'
  const texts = holding.slice(0, MOST_CONDITIONS).map((test) => printTest(test, names, { most: 3 }))
  const more = holding.length - MOST_CONDITIONS
  return texts.join(' and ') + (more > 0 ? ` and ${more} more` : '')
}

/** The classes of values that `tests` of one argument tell apart; one class where there are no tests. */
export function classesOf(tests: readonly ArgumentTest[], names: TestedNames): readonly ValueClass[] {
  if (tests.length === 0) return [{ sample: 0n, text: 'any value' }]
  return tests.every(({ mask }) => LOW_MASKS.includes(mask)) ? ranges(tests, names) : masked(tests, names)
}

/** The class that `value` is in, as an index; `undefined` where it is in none that is shown. */
export function classAt(
  classes: readonly ValueClass[],
  tests: readonly ArgumentTest[],
  value: bigint,
): number | undefined {
  const areRanges = tests.every(({ mask }) => LOW_MASKS.includes(mask))
  if (areRanges) {
    const whole = tests.every((test) => test.mask === LOW_MASKS[0]) ? value & LOW_MASKS[0]! : value
    return classes.findLastIndex(({ sample }) => sample <= whole)
  }
  const key = keyOf(tests, value)
  const found = classes.findIndex(({ sample }) => keyOf(tests, sample) === key)
  return found === -1 ? undefined : found
}
