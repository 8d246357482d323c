/*
 * Which conditional jump asks a test.
 *
 * A test without a mask is one jump. A masked one takes an `and` in front of it, which costs an instruction and
 * leaves A without the whole word, so we avoid it where `jset`, which masks by itself and keeps A, can ask the
 * same. With v = word & mask:
 *
 *   v & k != 0   is   word & (mask & k) != 0
 *   v == 0       is   not word & mask != 0
 *   v > 0, v >= 1, and v == mask where mask has one bit   are   word & mask != 0
 */
import { assertNever, BPF } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/decision'
import type { Test, TestOp } from '@seccompile/decision'

/** A value that A can hold: `word & mask`. */
export interface MaskedWord {
  readonly word: Word
  readonly mask: number
}

/** How a test is asked: a conditional jump, and what A holds when it is reached and after it. */
export interface Selected {
  readonly held: MaskedWord
  readonly code: number
  readonly k: number
  /** The jump holds where the test does not. */
  readonly negated: boolean
}

const CODES: Readonly<Record<TestOp, number>> = {
  eq: BPF.JEQ_K,
  gt: BPF.JGT_K,
  ge: BPF.JGE_K,
  set: BPF.JSET_K,
}

/** Whether masked `test` is a question for whether any bit of its mask is set; `undefined` where it is another. */
function asksForAnyBit({ mask, op, k }: Test): boolean | undefined {
  const hasOneBit = (mask & (mask - 1)) === 0
  switch (op) {
    case 'eq':
      if (k === 0) return false
      return hasOneBit && k === mask ? true : undefined
    case 'gt':
      return k === 0 ? true : undefined
    case 'ge':
      return k === 1 ? true : undefined
    case 'set':
      return undefined
    default:
      return assertNever(op)
  }
}

/** The conditional jump that asks `test`. */
export function select(test: Test): Selected {
  const { word, mask, op, k } = test
  const whole: MaskedWord = { word, mask: WHOLE_WORD }
  if (op === 'set') return { held: whole, code: BPF.JSET_K, k: (k & mask) >>> 0, negated: false }
  if (mask === WHOLE_WORD) return { held: whole, code: CODES[op], k, negated: false }
  const any = asksForAnyBit(test)
  if (any !== undefined) return { held: whole, code: BPF.JSET_K, k: mask, negated: !any }
  return { held: { word, mask }, code: CODES[op], k, negated: false }
}
