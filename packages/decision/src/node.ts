import type { Verdict, Word, WordTest } from '@seccompile/abi'

/** What a test asks of one word of `seccomp_data`. Its mask is not 0. */
export interface Test extends WordTest {
  /** By meaning, not by place; see `Word`. */
  readonly word: Word
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
