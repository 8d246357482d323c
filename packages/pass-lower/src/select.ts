import { BPF } from '@seccompile/abi'
import { asksForAnyBit, WHOLE_WORD } from '@seccompile/decision'
import type { Test, TestOp } from '@seccompile/decision'

/** The conditional jump of a test, with the word and its mask already in A. */
export interface JumpSelection {
  readonly code: number
  readonly k: number
  /** The jump is taken where the test does not hold. */
  readonly negated: boolean
}

const CODES: Readonly<Record<TestOp, number>> = {
  eq: BPF.JEQ_K,
  gt: BPF.JGT_K,
  ge: BPF.JGE_K,
  set: BPF.JSET_K,
}

/** The conditional jump that asks `test`: `jset` where it can ask the same without an `and`. */
export function select(test: Test): JumpSelection {
  const { mask, op, k } = test
  if (op === 'set') return { code: BPF.JSET_K, k: (k & mask) >>> 0, negated: false }
  const any = mask === WHOLE_WORD ? undefined : asksForAnyBit(test)
  return any === undefined
    ? { code: CODES[op], k, negated: false }
    : { code: BPF.JSET_K, k: mask, negated: !any }
}
