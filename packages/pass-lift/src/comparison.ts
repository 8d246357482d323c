import { BPF } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { isAll, isNone, maskedSet, negated, wordsInto } from './masked-set.ts'
import type { MaskedSet } from './masked-set.ts'
import { keyOf } from './value.ts'
import type { Value, WordValue } from './value.ts'

/** What a conditional jump asks. */
export type Comparison =
  | { readonly kind: 'decided'; readonly holds: boolean }
  /** Whether `word` is in `set`. */
  | { readonly kind: 'test'; readonly word: Word; readonly set: MaskedSet }
  /** What no test of one word asks. */
  | {
      readonly kind: 'lost'
      /** The instruction to blame, where it is not the jump. */
      readonly pc?: number
      readonly reason: string
    }

const WHOLE = 0xffff_ffff

/** Bit 3, which makes the X form of a code of its K form. @see include/uapi/linux/bpf_common.h: BPF_X */
const TAKES_X = 0x08

/** The values that `code`, the K form of a jump, is taken for. */
function taken(code: number, k: number): MaskedSet {
  const from = (least: number): MaskedSet => maskedSet(WHOLE, least > WHOLE ? [] : [{ lo: least, hi: WHOLE }])
  switch (code) {
    case BPF.JEQ_K:
      return maskedSet(WHOLE, [{ lo: k, hi: k }])
    case BPF.JGE_K:
      return from(k)
    case BPF.JGT_K:
      return from(k + 1)
    default:
      return maskedSet(k, k === 0 ? [] : [{ lo: 1, hi: k }])
  }
}

/** The values of X for which `code`, the K form of a jump, is taken where A is the constant `a`. */
function takenByOperand(code: number, a: number): MaskedSet {
  switch (code) {
    case BPF.JGE_K: // a >= x
      return negated(taken(BPF.JGT_K, a))
    case BPF.JGT_K: // a > x
      return negated(taken(BPF.JGE_K, a))
    default: // both ways round alike
      return taken(code, a)
  }
}

/** Whether `value` is in `set`, as a question about its word. */
function isIn({ word, steps, bits }: WordValue, { mask, values }: MaskedSet): Comparison {
  const set = wordsInto(maskedSet(mask, values, bits), steps)
  if (set === undefined) return { kind: 'lost', reason: 'the words that pass are no few ranges under a mask' }
  if (isAll(set) || isNone(set)) return { kind: 'decided', holds: isAll(set) }
  return { kind: 'test', word, set }
}

/** What the conditional jump `code` asks where A is `a`, and its operand, X or a constant, is `operand`. */
export function comparison(code: number, a: Value, operand: Value): Comparison {
  const jump = code & ~TAKES_X
  if (a.kind === 'lost') return a
  if (operand.kind === 'lost') return operand
  if (a.kind === 'word') {
    if (operand.kind === 'constant') return isIn(a, taken(jump, operand.value))
    if (keyOf(a) !== keyOf(operand)) return { kind: 'lost', reason: 'it compares two words' }
    // Every value is equal to itself, and shares a bit with itself unless it is 0.
    return jump === BPF.JSET_K ? isIn(a, taken(BPF.JGT_K, 0)) : { kind: 'decided', holds: jump !== BPF.JGT_K }
  }
  if (operand.kind === 'word') return isIn(operand, takenByOperand(jump, a.value))
  const set = taken(jump, operand.value)
  const value = (a.value & set.mask) >>> 0
  return { kind: 'decided', holds: set.values.some(({ lo, hi }) => lo <= value && value <= hi) }
}
