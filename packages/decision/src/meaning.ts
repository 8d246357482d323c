import { dataWords, passes } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { IrError } from '@seccompile/shape'
import { expectNode } from './node.ts'
import type { Decision } from './node.ts'

/** The error for a decision with a cycle, which has no meaning. */
const cycleError = (): IrError =>
  new IrError('decision', [
    {
      invariant: 'D8',
      where: 'root',
      message: 'the way of this call leads in a circle; a decision has no cycle',
    },
  ])

/**
 * The verdict of the graph under `root` on one call: the verdict node at the end of the walk from the root.
 *
 * A walk in a circle is noticed by Brent's method: each step compares the node with one earlier node, which is
 * replaced after 1, 2, 4, 8, … steps. So an ordinary walk costs one comparison more for each step, and no memory.
 * @throws IrError where the walk leads in a circle (D8); TypeError, RangeError for a malformed node or call
 * @see R. P. Brent, An improved Monte Carlo factorization algorithm, BIT 20 (1980)
 */
export function meaning(root: Decision, data: SeccompData): Verdict {
  expectNode(root, 'decision')
  const words = dataWords(data)
  let node = root
  let passed: Decision | undefined
  let steps = 0
  let next = 1
  while (node.kind === 'test') {
    if (node === passed) throw cycleError()
    if (++steps === next) {
      passed = node
      next *= 2
    }
    node = passes(node, words[node.word]!) ? node.then : node.else
    expectNode(node, 'decision')
  }
  return node.verdict
}
