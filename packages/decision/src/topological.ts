import type { Decision } from './node.ts'

/**
 * The distinct nodes under `root`, each before its children, `then` before `else` where there is a choice; `root`
 * is first. Iterative: a linear filter's graph is thousands of nodes deep.
 *
 * @param isExit - whether to leave a node out, with all nodes that only such nodes lead to; never called with
 * `root`
 */
export function topological(
  root: Decision,
  isExit: (node: Decision) => boolean = () => false,
): readonly Decision[] {
  const done = new Set<Decision>()
  const finished: Decision[] = []
  const stack: { readonly node: Decision; readonly childrenDone: boolean }[] = [
    { node: root, childrenDone: false },
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, childrenDone } = top
    if (childrenDone) {
      finished.push(node)
      continue
    }
    if (done.has(node)) continue
    done.add(node)
    stack.push({ node, childrenDone: true })
    if (node.kind === 'verdict') continue
    // The list is reversed at the end: a node that finishes later comes earlier. `then` is pushed first, so
    // that `else` is walked first and comes later.
    for (const child of [node.then, node.else])
      if (!isExit(child)) stack.push({ node: child, childrenDone: false })
  }
  return finished.reverse()
}
