/*
 * The order in which nodes become instructions.
 *
 * Every order with children after their parents is right, and as both ways of a conditional jump are free, every
 * one costs the same time, as long as jumps are in reach. So layout has one aim: short distances. Behind a node
 * stands what only its smaller side leads to, and behind that its larger side; the node's long jump then skips the
 * smaller side, at most half of what lies under it. A tree of fewer than 512 instructions has no far jump.
 *
 * What several nodes lead to goes behind the last of them. Verdicts therefore gather at the end, and the assembler
 * puts copies where they are too far away.
 *
 * How large a side is, we count as if nothing in it were shared. That is exact for trees and too much for the rest,
 * where it only may choose the worse of two right orders. It can pass what a number holds; `Infinity` compares well.
 */
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'

/** The distinct nodes under `root`, parents first, jumps kept short. */
export function layout(root: Decision): readonly Decision[] {
  const sizes = unsharedSizes(root)
  // Depth-first: what is finished last stands first, so the larger side is walked first.
  const finished: Decision[] = []
  const seen = new Set<Decision>()
  const stack: { readonly node: Decision; readonly childrenDone: boolean }[] = []
  const walk = (node: Decision): void => {
    stack.push({ node, childrenDone: false })
  }
  walk(root)
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, childrenDone } = top
    if (childrenDone) {
      finished.push(node)
      continue
    }
    if (seen.has(node)) continue
    seen.add(node)
    stack.push({ node, childrenDone: true })
    if (node.kind === 'verdict') continue
    const thenIsSmaller = sizes.get(node.then)! < sizes.get(node.else)!
    walk(thenIsSmaller ? node.then : node.else)
    walk(thenIsSmaller ? node.else : node.then)
  }
  return finished.reverse()
}

/** For each node under `root` how many there are under it, counted once for each way that leads to them. */
function unsharedSizes(root: Decision): ReadonlyMap<Decision, number> {
  const sizes = new Map<Decision, number>()
  for (const node of topological(root).toReversed())
    sizes.set(node, node.kind === 'verdict' ? 1 : 1 + sizes.get(node.then)! + sizes.get(node.else)!)
  return sizes
}
