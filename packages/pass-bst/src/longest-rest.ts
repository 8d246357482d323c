import { WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'

/**
 * What yields the most instructions that a way from a node on executes, the return included, where the word it asks
 * has to be loaded. A test takes one, an `and` where it is masked, and a load where A may not hold the word.
 */
export function longestRest(): (root: Decision) => number {
  const known = new Map<Decision, number>()
  const longest = (node: Decision): number => {
    if (node.kind === 'verdict') return 1
    const memo = known.get(node)
    if (memo !== undefined) return memo
    const own = 1 + (node.mask === WHOLE_WORD ? 0 : 1)
    const after = [node.then, node.else].map((next) => {
      const holds = next.kind === 'verdict' || (next.word === node.word && node.mask === WHOLE_WORD)
      return longest(next) + (holds ? 0 : 1)
    })
    const most = own + Math.max(...after)
    known.set(node, most)
    return most
  }
  return (root) => longest(root) + (root.kind === 'verdict' ? 0 : 1)
}
