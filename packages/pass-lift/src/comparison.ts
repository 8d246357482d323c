import type { Word } from '@seccompile/abi'
import { testOp } from '@seccompile/cbpf'
import type { TestOp } from '@seccompile/cbpf'
import { isAll, isNone, maskedSet, negated, wordsInto } from './masked-set.ts'
import type { MaskedWordSet } from './masked-set.ts'
import { keyOf } from './value.ts'
import type { LiftValue, WordValue } from './value.ts'

/** The question that a conditional jump asks. */
export type JumpComparison =
  | { readonly kind: 'decided'; readonly holds: boolean }
  /** Whether `word` is in `set`. */
  | { readonly kind: 'test'; readonly word: Word; readonly set: MaskedWordSet }
  /** A question that no test of a single word can ask. */
  | {
      readonly kind: 'lost'
      /** The instruction that makes the jump impossible to lift, where it is not the jump itself. */
      readonly pc?: number
      readonly reason: string
    }

const WHOLE = 0xffff_ffff

/** The values of A for which a jump by `op` is taken. */
function taken(op: TestOp, k: number): MaskedWordSet {
  const from = (least: number): MaskedWordSet =>
    maskedSet(WHOLE, least > WHOLE ? [] : [{ lo: least, hi: WHOLE }])
  switch (op) {
    case 'eq':
      return maskedSet(WHOLE, [{ lo: k, hi: k }])
    case 'ge':
      return from(k)
    case 'gt':
      return from(k + 1)
    default:
      return maskedSet(k, k === 0 ? [] : [{ lo: 1, hi: k }])
  }
}

/** The values of X for which a jump by `op` is taken where A is the constant `a`. */
function takenByOperand(op: TestOp, a: number): MaskedWordSet {
  switch (op) {
    case 'ge': // a >= x
      return negated(taken('gt', a))
    case 'gt': // a > x
      return negated(taken('ge', a))
    default: // `eq` and `set` are symmetric
      return taken(op, a)
  }
}

/** The question whether `value` is in `set`, put as a question about the word of `value`. */
function isIn({ word, steps, bits }: WordValue, { mask, values }: MaskedWordSet): JumpComparison {
  const set = wordsInto(maskedSet(mask, values, bits), steps)
  if (set === undefined)
    return { kind: 'lost', reason: 'the words that take the jump are not a few ranges under a mask' }
  if (isAll(set) || isNone(set)) return { kind: 'decided', holds: isAll(set) }
  return { kind: 'test', word, set }
}

/**
 * The question that the conditional jump `code` asks where A is `a` and its operand, X or a constant, is
 * `operand`.
 */
export function comparison(code: number, a: LiftValue, operand: LiftValue): JumpComparison {
  const op = testOp(code)
  if (a.kind === 'lost') return a
  if (operand.kind === 'lost') return operand
  if (a.kind === 'word') {
    if (operand.kind === 'constant') return isIn(a, taken(op, operand.value))
    if (keyOf(a) !== keyOf(operand)) return { kind: 'lost', reason: 'it compares two words' }
    // Every value is equal to itself, and shares a bit with itself unless it is 0.
    return op === 'set' ? isIn(a, taken('gt', 0)) : { kind: 'decided', holds: op !== 'gt' }
  }
  if (operand.kind === 'word') return isIn(operand, takenByOperand(op, a.value))
  const set = taken(op, operand.value)
  const value = (a.value & set.mask) >>> 0
  return { kind: 'decided', holds: set.values.some(({ lo, hi }) => lo <= value && value <= hi) }
}
