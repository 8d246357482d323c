import { topological } from '@seccompile/decision'
import type { Decision, Test } from '@seccompile/decision'
import { wordAtLeast, wordEquals, wordIntersects } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { assertNever } from '@seccompile/shape'
import { placeOf } from './word-order.ts'

function testDiagram(store: Store, { word, mask, op, k }: Test): Node {
  const place = placeOf(word)
  switch (op) {
    case 'eq':
      return wordEquals(store, place, mask, k)
    case 'ge':
      return wordAtLeast(store, place, mask, k)
    case 'gt':
      return k === 0xffff_ffff ? store.never : wordAtLeast(store, place, mask, k + 1)
    case 'set':
      return wordIntersects(store, place, (mask & k) >>> 0)
    default:
      return assertNever(op)
  }
}

/** The diagram of the meaning of the graph under `root`. @throws DiagramLimitError */
export function fromDecision(store: Store, root: Decision): Node {
  const diagrams = new Map<Decision, Node>()
  for (const node of topological(root).toReversed())
    diagrams.set(
      node,
      node.kind === 'verdict'
        ? store.terminal(node.verdict)
        : store.ite(testDiagram(store, node), diagrams.get(node.then)!, diagrams.get(node.else)!),
    )
  return diagrams.get(root)!
}
