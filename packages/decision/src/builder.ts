/*
 * Hash-consing: a builder hands out one object for each distinct node, so that equal subgraphs are equal pointers
 * and sharing costs nothing.
 *
 * The key of a node names its children by numbers that this builder gave them. Those numbers mean nothing
 * outside the builder; `intern` makes the node of this builder that is equal to a node of another one.
 */
import type { Verdict } from '@seccompile/abi'
import { topological } from './topological.ts'
import type { Decision, Test } from './node.ts'

/** Makes nodes, each distinct one once. */
export interface DecisionBuilder {
  /** The node that decides `verdict` (u32). */
  verdict(verdict: Verdict): Decision
  /** The node that asks `test`; `then` itself where both children are one. Both must come from this builder. */
  test(test: Test, then: Decision, otherwise: Decision): Decision
  /** The node of this builder that is equal to `root`, which may come from another builder. */
  intern(root: Decision): Decision
}

/** A builder without nodes. */
export function decisionBuilder(): DecisionBuilder {
  const nodes = new Map<string, Decision>()
  const ids = new Map<Decision, number>()

  const idOf = (node: Decision): number => {
    const id = ids.get(node)
    if (id === undefined)
      throw new TypeError('a child node comes from another builder; pass it through intern() first')
    return id
  }
  const once = (key: string, make: () => Decision): Decision => {
    const known = nodes.get(key)
    if (known !== undefined) return known
    const node = Object.freeze(make())
    nodes.set(key, node)
    ids.set(node, ids.size)
    return node
  }
  const builder: DecisionBuilder = {
    verdict: (verdict) => once(`${verdict}`, () => ({ kind: 'verdict', verdict })),
    test: ({ word, mask, op, k }, then, otherwise) => {
      if (then === otherwise) return then
      const key = `${word}&${mask}${op}${k}?${idOf(then)}:${idOf(otherwise)}`
      return once(key, () => ({ kind: 'test', word, mask, op, k, then, else: otherwise }))
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
