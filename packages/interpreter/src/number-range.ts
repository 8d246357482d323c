import { BPF } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'

/** The largest number, as u32. */
const LAST = 0xffff_ffff

/**
 * The last number with the same effect at `insn` as `nr`, where A is the number of the call. For every number from
 * `nr` to this one, control goes to the same instruction, and A stays the number or becomes a value that they all
 * share. It is `nr` itself where `insn` masks the number or tests bits of it.
 */
export function lastAlike({ code, k }: SockFilter, nr: number): number {
  switch (code) {
    case BPF.JEQ_K:
      if (nr === k) return nr
      return nr < k ? k - 1 : LAST
    case BPF.JGE_K:
      return nr < k ? k - 1 : LAST
    case BPF.JGT_K:
      return nr <= k ? k : LAST
    case BPF.LD_ABS: // A becomes a word, whatever A was
    case BPF.JA:
    case BPF.RET_K:
      return LAST
    default:
      return nr
  }
}
