import type { Decision } from './node.ts'

/**
 * The distinct nodes under `root`, each before its children, `then` before `else` where there is a choice; `root`
 * is first. Iterative: a linear filter's graph is thousands of nodes deep.
 *
 * @param isExit - nodes that are left out, with all that only they lead to; `root` is not asked about
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
    // Reversed below: what finishes last comes first, so `else` is walked before `then`.
    for (const child of [node.then, node.else])
      if (!isExit(child)) stack.push({ node: child, childrenDone: false })
  }
  return finished.reverse()
}
