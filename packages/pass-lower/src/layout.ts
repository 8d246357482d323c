/*
 * The order in which nodes become instructions.
 *
 * Every order with children after their parents is right. Both ways of a conditional jump are free, so every such
 * order takes the same time, as long as jumps are in reach. So the layout has one aim: short distances. A node is
 * followed by the nodes that only its smaller side leads to, and then by its larger side. The longer jump of the node
 * then skips the smaller side, at most half of the nodes below it. A tree of fewer than 512 instructions has no far
 * jump.
 *
 * A node with several parents stands behind the last of them. So verdicts gather at the end, and where a verdict is
 * out of reach, the assembler inserts a copy. In programs without far jumps, order-returns.ts puts them in the order
 * that the kernel compiles best.
 *
 * The size of a side is counted as if it shared no node. That is exact for trees. For other graphs it is too
 * large, and may choose the worse of two right orders. The count can exceed the largest number; `Infinity`
 * compares well.
 */
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'

/** The distinct nodes under `root`: parents before children, and jumps as short as this order allows. */
export function layout(root: Decision): readonly Decision[] {
  const sizes = unsharedSizes(root)
  // Depth-first: the node that is finished last stands first, so the larger side is walked first.
  const finished: Decision[] = []
  const seen = new Set<Decision>()
  /** Nodes to visit. An `undefined` marks the node below it: the children of that node lie above the mark, or are done. */
  const stack: (Decision | undefined)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined) {
      finished.push(stack.pop()!)
      continue
    }
    if (seen.has(node)) continue
    seen.add(node)
    if (node.kind === 'verdict') {
      finished.push(node)
      continue
    }
    stack.push(node, undefined)
    if (sizes.get(node.then)! < sizes.get(node.else)!) stack.push(node.then, node.else)
    else stack.push(node.else, node.then)
  }
  return finished.reverse()
}

/**
 * The size of each node under `root`: the number of nodes under it, counted once for each way that leads to
 * them.
 */
function unsharedSizes(root: Decision): ReadonlyMap<Decision, number> {
  const sizes = new Map<Decision, number>()
  const order = topological(root)
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at]!
    sizes.set(node, node.kind === 'verdict' ? 1 : 1 + sizes.get(node.then)! + sizes.get(node.else)!)
  }
  return sizes
}
