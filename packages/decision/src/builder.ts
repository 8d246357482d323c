/*
 * Hash-consing: a builder yields one object for each distinct node. So equal subgraphs are one object, and sharing
 * costs nothing.
 *
 * The hash of a node is made from the numbers that this builder gave to its children. These numbers mean nothing
 * outside the builder. `intern` yields the node of this builder that is equal to a node of another builder.
 */
import type { Verdict } from '@seccompile/abi'
import { topological } from './topological.ts'
import { hashOf, isAlike } from './alike.ts'
import type { Decision, Test, TestNode } from './node.ts'

/** Makes nodes: one object for each distinct node. */
export interface DecisionBuilder {
  /** The node that decides `verdict` (u32). */
  verdict(verdict: Verdict): Decision
  /** The node that asks `test`, or `then` itself where both children are the same. Both must come from this builder. */
  test(test: Test, then: Decision, otherwise: Decision): Decision
  /** The node of this builder that is equal to `root`, which may come from another builder. */
  intern(root: Decision): Decision
}

/** A builder without nodes. */
export function decisionBuilder(): DecisionBuilder {
  const verdicts = new Map<Verdict, Decision>()
  /** Tests by the hash of their content and their children; several where hashes collide. */
  const tests = new Map<number, TestNode[]>()
  const ids = new Map<Decision, number>()

  const idOf = (node: Decision): number => {
    const id = ids.get(node)
    if (id === undefined)
      throw new TypeError('a child node comes from another builder; pass it through intern() first')
    return id
  }
  const added = <T extends Decision>(node: T): T => {
    ids.set(node, ids.size)
    return Object.freeze(node)
  }
  const builder: DecisionBuilder = {
    verdict: (verdict) => {
      const known = verdicts.get(verdict)
      if (known !== undefined) return known
      const made = added({ kind: 'verdict', verdict })
      verdicts.set(verdict, made)
      return made
    },
    test: ({ word, mask, op, k }, then, otherwise) => {
      if (then === otherwise) return then
      const wanted = { word, mask, op, k, then, else: otherwise }
      const hash = hashOf(wanted, idOf(then), idOf(otherwise))
      const alike = tests.get(hash)
      const known = alike?.find((node) => isAlike(node, wanted))
      if (known !== undefined) return known
      const made: TestNode = added({ kind: 'test', word, mask, op, k, then, else: otherwise })
      if (alike === undefined) tests.set(hash, [made])
      else alike.push(made)
      return made
    },
    intern: (root) => {
      const own = new Map<Decision, Decision>()
      for (const node of topological(root).toReversed())
        own.set(
          node,
          node.kind === 'verdict'
            ? builder.verdict(node.verdict)
            : builder.test(node, own.get(node.then)!, own.get(node.else)!), // children come first in this order
        )
      return own.get(root)!
    },
  }
  return builder
}
