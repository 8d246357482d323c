import type { Verdict, Word, WordTest } from '@seccompile/abi'
import { argumentError, fail } from '@seccompile/shape'

/** A test of one word of `seccomp_data`. Its mask is not 0. */
export interface Test extends WordTest {
  /** A word by its content, not by its place; see `Word`. */
  readonly word: Word
}

/** A node with a test: `then` decides where the test holds, `else` where it does not. */
export interface TestNode extends Test {
  readonly kind: 'test'
  readonly then: Decision
  readonly else: Decision
}

/** A node that holds a verdict. */
export interface VerdictNode {
  readonly kind: 'verdict'
  readonly verdict: Verdict
}

/**
 * The root of a decision graph. It has no cycle (D8): a `decisionBuilder` makes a node after its children, and freezes it.
 * Equal subgraphs made by one `decisionBuilder` are one object.
 */
export type Decision = TestNode | VerdictNode

/**
 * Checks that `value` is a node, as far as its kind goes.
 * @throws TypeError that names `where`
 */
export function expectNode(value: unknown, where: string): void {
  const isNode =
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'test' || value.kind === 'verdict')
  if (!isNode)
    fail({ value, where, error: argumentError }, 'a node of a decision, of the kind test or verdict')
}
