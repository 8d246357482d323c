import { assertNever } from '@seccompile/shape'
import type { Word } from './seccomp-data.ts'

/**
 * How a test compares `value = word & mask` with `k`, unsigned: `eq` value == k, `gt` value > k, `ge` value >= k,
 * `set` (value & k) != 0. These are the conditional jumps of classic BPF.
 */
export type TestOp = 'eq' | 'gt' | 'ge' | 'set'

/** The mask that keeps a whole word. */
export const WHOLE_WORD = 0xffff_ffff

/** Some bits of a word of `seccomp_data`: `word & mask`. */
export interface MaskedWord {
  readonly word: Word
  /** u32; 0 where the word does not count. */
  readonly mask: number
}

/** A test of a word: `op` compares the word under `mask` with `k`. */
export interface WordTest {
  /** u32; {@link WHOLE_WORD} keeps the word as it is. */
  readonly mask: number
  readonly op: TestOp
  /** u32. */
  readonly k: number
}

/** Whether `test` holds for `word`, u32, as it is read from `seccomp_data`. */
export function passes({ mask, op, k }: WordTest, word: number): boolean {
  const value = (word & mask) >>> 0
  switch (op) {
    case 'eq':
      return value === k
    case 'gt':
      return value > k
    case 'ge':
      return value >= k
    case 'set':
      return (value & k) !== 0
    default:
      return assertNever(op)
  }
}
