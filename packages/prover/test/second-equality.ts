/*
 * A second equality, for filters that compare whole words with constants. It uses boxes instead of diagrams.
 *
 * A box has an interval for each word. A walk takes a box through a program. A test with one result for the whole
 * interval leads the box one way; any other test cuts the box in two. At a return, a second walk takes the remaining
 * box through the other program. The two are equal where both return the same from every box. The number of boxes is
 * exponential, which is acceptable for a few tests.
 */
import { BPF, WORD_COUNT } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'

interface WordInterval {
  readonly lo: number
  readonly hi: number
}

/** An interval for each word, by its offset divided by four. */
type IntervalBox = readonly WordInterval[]

/** A word, by its offset divided by four, or a constant. */
type Accumulator = { readonly word: number } | { readonly constant: number }

type ComparisonOp = 'eq' | 'gt' | 'ge'

const TESTS: ReadonlyMap<number, ComparisonOp> = new Map([
  [BPF.JEQ_K, 'eq'],
  [BPF.JGT_K, 'gt'],
  [BPF.JGE_K, 'ge'],
])

/** The parts of an interval, each with the result of the test on all of it. */
function parts(
  { lo, hi }: WordInterval,
  test: ComparisonOp,
  k: number,
): readonly (WordInterval & { readonly holds: boolean })[] {
  const between = (
    from: number,
    to: number,
    holds: boolean,
  ): readonly (WordInterval & { readonly holds: boolean })[] => {
    const [l, h] = [Math.max(lo, from), Math.min(hi, to)]
    return l <= h ? [{ lo: l, hi: h, holds }] : []
  }
  const top = 0xffff_ffff
  switch (test) {
    case 'eq':
      return [...between(0, k - 1, false), ...between(k, k, true), ...between(k + 1, top, false)]
    case 'gt':
      return [...between(0, k, false), ...between(k + 1, top, true)]
    case 'ge':
      return [...between(0, k - 1, false), ...between(k, top, true)]
    default:
      return assertNever(test)
  }
}

/** Whether `onReturn` holds for every box and verdict at the returns of `program`. */
function everyBox(
  program: Program,
  pc: number,
  a: Accumulator,
  box: IntervalBox,
  onReturn: (box: IntervalBox, verdict: number) => boolean,
): boolean {
  const { code, jt, jf, k } = program[pc]!
  const go = (to: number, next: Accumulator = a, inside: IntervalBox = box): boolean =>
    everyBox(program, to, next, inside, onReturn)
  switch (code) {
    case BPF.RET_K:
      return onReturn(box, k)
    case BPF.LD_ABS:
      return go(pc + 1, { word: k / 4 })
    case BPF.JA:
      return go(pc + 1 + k)
    default: {
      const test = TESTS.get(code)
      if (test === undefined) throw new Error(`code ${code} does not compare a whole word`)
      const interval = 'word' in a ? box[a.word]! : { lo: a.constant, hi: a.constant }
      return parts(interval, test, k).every(({ lo, hi, holds }) =>
        go(pc + 1 + (holds ? jt : jf), a, 'word' in a ? box.with(a.word, { lo, hi }) : box),
      )
    }
  }
}

/** Whether two programs mean the same. They may only load, compare whole words with constants, and return constants. */
export function sameByBoxes(left: Program, right: Program): boolean {
  const everything: IntervalBox = Array.from({ length: WORD_COUNT }, () => ({ lo: 0, hi: 0xffff_ffff }))
  const start = { constant: 0 }
  return everyBox(left, 0, start, everything, (box, verdict) =>
    everyBox(right, 0, start, box, (_, other) => other === verdict),
  )
}
