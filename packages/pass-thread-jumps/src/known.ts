/*
 * Facts about the value in A, as bounds and as bits.
 *
 * Comparisons give bounds, `jset` and `and` give bits, and each narrows the other a little. Some facts are lost: "not
 * 5" is forgotten unless 5 is a bound. At worst, a jump is then not threaded.
 */
import { BPF } from '@seccompile/abi'
import { writesA } from '@seccompile/cbpf'

/** A set of u32 values that contains the value of A: from `lo` to `hi`, no bit of `clear` set, all bits of `set` set. */
export interface ValueFacts {
  readonly lo: number
  readonly hi: number
  readonly clear: number
  readonly set: number
}

const ALL_BITS = 0xffff_ffff

function known(lo: number, hi: number, clear: number, set: number): ValueFacts {
  return { lo: Math.max(lo, set), hi: Math.min(hi, ~clear >>> 0), clear, set }
}

/** The facts about a value that can be any u32. */
export const ANYTHING: ValueFacts = known(0, ALL_BITS, 0, 0)

/** The facts about a value equal to `value`. */
export function exactly(value: number): ValueFacts {
  return known(value, value, ~value >>> 0, value)
}

/** The facts about a value to which `a` or `b` applies. */
export function either(a: ValueFacts, b: ValueFacts): ValueFacts {
  return known(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi), (a.clear & b.clear) >>> 0, (a.set & b.set) >>> 0)
}

/** The facts about A behind an instruction that is neither jump nor return. */
export function after(a: ValueFacts, code: number, k: number): ValueFacts {
  if (code === BPF.LD_IMM) return exactly(k)
  if (code === BPF.AND_K) return known(0, a.hi, (a.clear | ~k) >>> 0, (a.set & k) >>> 0)
  return writesA(code) ? ANYTHING : a
}

/**
 * The facts about A behind a conditional jump: where it `holds`, or where it does not. For a way that no call can
 * take, the result may be a set without values. Jumps that compare with X add no facts.
 */
export function narrowed(a: ValueFacts, code: number, k: number, holds: boolean): ValueFacts {
  switch (code) {
    case BPF.JEQ_K:
      if (holds) return known(Math.max(a.lo, k), Math.min(a.hi, k), (a.clear | ~k) >>> 0, (a.set | k) >>> 0)
      return known(a.lo === k ? k + 1 : a.lo, a.hi === k ? k - 1 : a.hi, a.clear, a.set)
    case BPF.JGT_K:
      return holds
        ? known(Math.max(a.lo, k + 1), a.hi, a.clear, a.set)
        : known(a.lo, Math.min(a.hi, k), a.clear, a.set)
    case BPF.JGE_K:
      return holds
        ? known(Math.max(a.lo, k), a.hi, a.clear, a.set)
        : known(a.lo, Math.min(a.hi, k - 1), a.clear, a.set)
    case BPF.JSET_K: {
      if (!holds) return known(a.lo, a.hi, (a.clear | k) >>> 0, a.set)
      const hasOneBit = (k & (k - 1)) === 0
      return hasOneBit ? known(a.lo, a.hi, a.clear, (a.set | k) >>> 0) : a
    }
    default:
      return a
  }
}

/** Whether a conditional jump holds; `undefined` where `a` does not decide that. */
export function outcome(a: ValueFacts, code: number, k: number): boolean | undefined {
  switch (code) {
    case BPF.JEQ_K:
      if (k < a.lo || k > a.hi || (k & a.clear) !== 0 || (~k & a.set) !== 0) return false
      return a.lo === a.hi ? true : undefined
    case BPF.JGT_K:
      if (a.lo > k) return true
      return a.hi <= k ? false : undefined
    case BPF.JGE_K:
      if (a.lo >= k) return true
      return a.hi < k ? false : undefined
    case BPF.JSET_K:
      if ((a.set & k) !== 0) return true
      if ((~a.clear & k) === 0) return false
      return a.lo === a.hi ? (a.lo & k) !== 0 : undefined
    default:
      return undefined
  }
}
