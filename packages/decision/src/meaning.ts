import { dataWords } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { passes } from '@seccompile/abi'
import type { Decision } from './node.ts'

/** The verdict of the graph under `root` on one call: the verdict node at the end of the walk from the root. */
export function meaning(root: Decision, data: SeccompData): Verdict {
  const words = dataWords(data)
  let node = root
  while (node.kind === 'test') node = passes(node, words[node.word]!) ? node.then : node.else
  return node.verdict
}
