import { topological, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'

/**
 * What yields the most instructions that a way from a node on executes, the return included, where the word it asks
 * has to be loaded. A test takes one, an `and` where it is masked, and a load where A may not hold the word.
 */
export function longestRest(): (root: Decision) => number {
  const known = new Map<Decision, number>()
  return (root) => {
    // In a loop: rules in a row are thousands of tests deep.
    for (const node of known.has(root) ? [] : topological(root).toReversed()) {
      if (node.kind === 'verdict') {
        known.set(node, 1)
        continue
      }
      const own = 1 + (node.mask === WHOLE_WORD ? 0 : 1)
      const after = [node.then, node.else].map((next) => {
        const holds = next.kind === 'verdict' || (next.word === node.word && node.mask === WHOLE_WORD)
        return known.get(next)! + (holds ? 0 : 1)
      })
      known.set(node, own + Math.max(...after))
    }
    return known.get(root)! + (root.kind === 'verdict' ? 0 : 1)
  }
}
