/*
 * Another equality, for filters that compare whole words with constants: no diagrams, only boxes.
 *
 * A box has an interval for each word. A program is walked with a box: a test that the whole interval answers goes one
 * way, another cuts the box. At a return the other program is walked with what is left of the box; the two are equal when
 * they return the same from every box. Numbers, arch and arguments are thus partitioned into intervals, as many as the
 * two programs tell apart. It is exponential, and fine for a few tests.
 */
import { BPF, WORD_COUNT } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { assertNever } from '@seccompile/shape'

interface WordInterval {
  readonly lo: number
  readonly hi: number
}

/** An interval for each word, by its offset over four. */
type IntervalBox = readonly WordInterval[]

/** A word by its offset over four, or a constant. */
type Accumulator = { readonly word: number } | { readonly constant: number }

type ComparisonOp = 'eq' | 'gt' | 'ge'

const TESTS: ReadonlyMap<number, ComparisonOp> = new Map([
  [BPF.JEQ_K, 'eq'],
  [BPF.JGT_K, 'gt'],
  [BPF.JGE_K, 'ge'],
])

/** The parts of an interval, each with whether the test holds on all of it. */
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

/** Whether `onReturn` holds of every box and verdict that `program` ends with. */
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

/** Whether two programs that load, compare whole words with constants and return constants mean the same. */
export function sameByBoxes(left: Program, right: Program): boolean {
  const everything: IntervalBox = Array.from({ length: WORD_COUNT }, () => ({ lo: 0, hi: 0xffff_ffff }))
  const start = { constant: 0 }
  return everyBox(left, 0, start, everything, (box, verdict) =>
    everyBox(right, 0, start, box, (_, other) => other === verdict),
  )
}
