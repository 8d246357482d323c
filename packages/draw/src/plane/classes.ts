/*
 * The values of an argument as a filter distinguishes them.
 *
 * An axis of 2^64 values shows nothing. Only the answers of the tests matter. Values with the same answers to all
 * tests are one class, and a class is one step of the axis.
 *
 * If all tests compare the whole value, or all compare its low word, a step is a range. A class of several ranges
 * then has several steps: an axis of numbers in their order is easier to read. Otherwise a step is a class, wherever
 * its values lie.
 */
import { printTest, WHOLE_ARGUMENT } from '@seccompile/rules'
import type { ArgumentTest, TestedNames } from '@seccompile/rules'
import { intervalIndex, intervalsOf } from './intervals.ts'
import type { MaskIntervals } from './intervals.ts'
import { maskedSamples } from './masked-samples.ts'

/** A step of an axis: values that no test distinguishes. */
export interface ValueClass {
  /** A value of the class. */
  readonly sample: bigint
  /** The text of the step on the axis. */
  readonly text: string
}

/** The steps of an axis. */
export interface ValueClasses {
  readonly classes: readonly ValueClass[]
  /** Whether every value is in one of the classes; false if the tests have very many classes. */
  readonly isComplete: boolean
  /** The index of the class of a value; `undefined` for a value in no class. */
  readonly classAt: (value: bigint) => number | undefined
}

/** Most conditions in the text of a class. */
const MOST_CONDITIONS = 3

const LOW_WORD = 0xffff_ffffn

const valueText = (value: bigint, names: TestedNames, mask: bigint, isEnd: boolean): string =>
  names.valueName?.(value, mask, isEnd) ?? (value > 0xffffn ? `0x${value.toString(16)}` : value.toString())

function rangeText(lo: bigint, hi: bigint, mask: bigint, names: TestedNames): string {
  const end = (value: bigint): string => valueText(value, names, mask, true)
  const single = (value: bigint): string => valueText(value, names, mask, false)
  if (lo === 0n && hi === mask) return 'any value'
  if (lo === hi) return single(lo)
  if (hi === mask) return `≥ ${end(lo)}`
  return hi === lo + 1n ? `${single(lo)}, ${single(hi)}` : `${end(lo)} … ${end(hi)}`
}

/** A step for each interval of the only mask. */
function ranges(only: MaskIntervals, names: TestedNames): ValueClasses {
  const { mask, intervals } = only
  return {
    classes: intervals.map(({ lo, hi }) => ({ sample: lo, text: rangeText(lo, hi, mask, names) })),
    isComplete: true,
    classAt: (value) => intervalIndex(only, value & mask),
  }
}

/** The answers of the tests to a value, mask by mask. */
type Answers = readonly string[]

const answersTo = (all: readonly MaskIntervals[], value: bigint): Answers =>
  all.map((each) => each.intervals[intervalIndex(each, value & each.mask)]!.answers)

const holdsSome = (answers: string): boolean => answers.includes('1')

/**
 * The conditions that values of a class meet under each mask; `other` if no test holds. A mask under which no test
 * holds is left out, unless two classes would then have the same text.
 */
function conditions(
  all: readonly MaskIntervals[],
  own: Answers,
  others: readonly Answers[],
  names: TestedNames,
): string {
  if (!own.some(holdsSome)) return 'other'
  const isClear = others.every((other) => other === own || own.some((each, i) => holdsSome(each) && other[i] !== each))
  const texts = all.flatMap(({ mask, intervals }, i) => {
    if (isClear && !holdsSome(own[i]!)) return []
    return [printTest({ mask, values: intervals.filter(({ answers }) => answers === own[i]) }, names, { most: 3 })]
  })
  const more = texts.length - MOST_CONDITIONS
  return texts.slice(0, MOST_CONDITIONS).join(' and ') + (more > 0 ? ` and ${more} more` : '')
} // prettier-ignore

/** A step for each class, for tests under masks. */
function masked(all: readonly MaskIntervals[], names: TestedNames): ValueClasses {
  const { samples, isComplete } = maskedSamples(all)
  const answers = samples.map((sample) => answersTo(all, sample))
  const indexes = new Map(answers.map((each, i) => [each.join(' '), i]))
  return {
    classes: samples.map((sample, i) => ({ sample, text: conditions(all, answers[i]!, answers, names) })),
    isComplete,
    classAt: (value) => indexes.get(answersTo(all, value).join(' ')),
  }
}

/** The classes of values that `tests` of one argument distinguish; without tests, one class. */
export function classesOf(tests: readonly ArgumentTest[], names: TestedNames): ValueClasses {
  const [only, ...others] = intervalsOf(tests)
  if (only === undefined)
    return { classes: [{ sample: 0n, text: 'any value' }], isComplete: true, classAt: () => 0 }
  const isNumber = only.mask === WHOLE_ARGUMENT || only.mask === LOW_WORD
  return isNumber && others.length === 0 ? ranges(only, names) : masked([only, ...others], names)
}
