/*
 * The masked values of an argument, cut where a test of that mask can change its answer.
 */
import type { ArgumentTest } from '@seccompile/rules'

/** Masked values between two cuts. Each test of the mask has one answer for all of them. */
interface MaskedInterval {
  readonly lo: bigint
  readonly hi: bigint
  /** The answer of each test of the mask, as `1` or `0`. */
  readonly answers: string
}

/** The intervals of one mask, in order; neighbours have different answers. */
export interface MaskIntervals {
  readonly mask: bigint
  readonly intervals: readonly MaskedInterval[]
}

const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b))

function intervalsUnder(mask: bigint, tests: readonly ArgumentTest[]): MaskIntervals {
  const cuts = new Set([0n, ...tests.flatMap(({ values }) => values.flatMap(({ lo, hi }) => [lo, hi + 1n]))])
  const sorted = [...cuts].filter((cut) => cut <= mask).toSorted(byValue)
  const intervals: MaskedInterval[] = []
  for (const [i, lo] of sorted.entries()) {
    const hi = (sorted[i + 1] ?? mask + 1n) - 1n
    const answers = tests.map(({ values }) => Number(values.some((each) => each.lo <= lo && lo <= each.hi))).join('')
    const last = intervals.at(-1)
    if (last?.answers === answers) intervals[intervals.length - 1] = { ...last, hi }
    else intervals.push({ lo, hi, answers })
  }
  return { mask, intervals }
} // prettier-ignore

/** The intervals of each mask of `tests`, by mask. */
export function intervalsOf(tests: readonly ArgumentTest[]): readonly MaskIntervals[] {
  const masks = [...new Set(tests.map(({ mask }) => mask))].toSorted(byValue)
  return masks.map((mask) => intervalsUnder(mask, tests.filter((test) => test.mask === mask))) // prettier-ignore
}

/** The index of the interval that contains `masked`. */
export function intervalIndex({ intervals }: MaskIntervals, masked: bigint): number {
  let first = 0
  let last = intervals.length - 1
  while (first < last) {
    const middle = Math.ceil((first + last) / 2)
    if (intervals[middle]!.lo <= masked) first = middle
    else last = middle - 1
  }
  return first
}
