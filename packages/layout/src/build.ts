import type { MaskedWord } from '@seccompile/abi'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import type { SearchTree } from '@seccompile/search'
import { assertNever } from '@seccompile/shape'

/** `tree` as a graph of tests of a subject; `nodeOf` yields the node of a continuation. */
export function build(
  builder: DecisionBuilder,
  { word, mask }: MaskedWord,
  tree: SearchTree,
  nodeOf: (to: number) => Decision,
): Decision {
  const walk = (at: SearchTree): Decision => {
    switch (at.kind) {
      case 'found':
        return nodeOf(at.to)
      case 'ge':
      case 'eq':
        return builder.test({ word, mask, op: at.kind, k: at.k }, walk(at.then), walk(at.else))
      default:
        return assertNever(at)
    }
  }
  return walk(tree)
}
