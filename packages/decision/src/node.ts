import type { Verdict, Word } from '@seccompile/abi'

/**
 * How a test compares `value = word & mask` with `k`, unsigned: `eq` value == k, `gt` value > k, `ge` value >= k,
 * `set` (value & k) != 0. These are the conditional jumps of classic BPF.
 */
export type TestOp = 'eq' | 'gt' | 'ge' | 'set'

/** The mask that keeps a whole word. */
export const WHOLE_WORD = 0xffff_ffff

/** What a test asks of one word of `seccomp_data`. */
export interface Test {
  /** By meaning, not by place; see `Word`. */
  readonly word: Word
  /** u32, not 0; {@link WHOLE_WORD} keeps the word as it is. */
  readonly mask: number
  readonly op: TestOp
  /** u32. */
  readonly k: number
}

/** A node that asks, and goes on to one of two nodes. */
export interface TestNode extends Test {
  readonly kind: 'test'
  readonly then: Decision
  readonly else: Decision
}

/** A node that decides. */
export interface VerdictNode {
  readonly kind: 'verdict'
  readonly verdict: Verdict
}

/**
 * The root of a decision graph. It is acyclic because nodes are immutable and made after their children; equal
 * subgraphs made by one `decisionBuilder` are one object.
 */
export type Decision = TestNode | VerdictNode

/** Whether `test` holds for `value`, the whole word as read from `seccomp_data`. */
export function passes(test: Test, value: number): boolean {
  const masked = (value & test.mask) >>> 0
  switch (test.op) {
    case 'eq':
      return masked === test.k
    case 'gt':
      return masked > test.k
    case 'ge':
      return masked >= test.k
    case 'set':
      return (masked & test.k) !== 0
  }
}
