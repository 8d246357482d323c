import type { Decision } from './node.ts'
import { topological } from './topological.ts'

/** The size of the graph under `root`: the number of distinct nodes. */
export function size(root: Decision): number {
  return topological(root).length
}

/** The most tests on a path from `root` to a verdict; Infinity where the graph has a cycle. */
export function longestPath(root: Decision): number {
  const longest = new Map<Decision, number>()
  for (const node of topological(root).toReversed())
    longest.set(
      node,
      node.kind === 'verdict'
        ? 0
        : 1 + Math.max(longest.get(node.then) ?? Infinity, longest.get(node.else) ?? Infinity),
    )
  return longest.get(root)!
}
