import type { Decision } from './node.ts'
import { topological } from './topological.ts'

/** How large the graph under `root` is: its distinct nodes. */
export function size(root: Decision): number {
  return topological(root).length
}

/** The most tests that a walk from `root` can meet. */
export function longestPath(root: Decision): number {
  const longest = new Map<Decision, number>()
  for (const node of topological(root).toReversed())
    longest.set(
      node,
      node.kind === 'verdict' ? 0 : 1 + Math.max(longest.get(node.then)!, longest.get(node.else)!),
    )
  return longest.get(root)!
}
