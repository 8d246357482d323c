import { expectFunction } from '@seccompile/shape'
import { expectNode } from './node.ts'
import type { Decision } from './node.ts'

/**
 * The distinct nodes under `root`, each before its children, and `then` before `else` where there is a choice; `root`
 * is first. The walk is a loop, because the graph of a linear filter is thousands of nodes deep.
 *
 * @param isExit - whether to leave a node out, with all nodes that only such nodes lead to; never called with
 * `root`
 * @throws TypeError where `root` or a child of a test is no node
 */
export function topological(
  root: Decision,
  isExit: (node: Decision) => boolean = () => false,
): readonly Decision[] {
  expectNode(root, 'decision')
  expectFunction(isExit, 'isExit')
  const done = new Set<Decision>()
  const finished: Decision[] = []
  /**
   * Nodes to visit. An `undefined` marks the node below it: the children of that node lie above the mark, or are
   * done.
   */
  const stack: (Decision | undefined)[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (node === undefined) {
      finished.push(stack.pop()!)
      continue
    }
    if (done.has(node)) continue
    done.add(node)
    if (node.kind === 'verdict') {
      finished.push(node)
      continue
    }
    // The list is reversed at the end: a node that finishes later comes earlier. `then` is pushed first, so
    // that `else` is walked first and comes later.
    expectNode(node.then, 'then')
    expectNode(node.else, 'else')
    stack.push(node, undefined)
    if (!isExit(node.then)) stack.push(node.then)
    if (!isExit(node.else)) stack.push(node.else)
  }
  return finished.reverse()
}
