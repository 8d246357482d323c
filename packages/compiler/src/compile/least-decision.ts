import { argLow, WHOLE_WORD } from '@seccompile/abi'
import { decisionBuilder, topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { asksArgument } from '@seccompile/layout'

/** Any word of an argument; all of them serve alike. */
const SOME_WORD = argLow(0)

/** Whether a part that asks arguments begins at `node`. */
const isPart = (node: Decision): boolean => asksArgument(node)

/** Two verdicts that `root` leads to, or one verdict twice where it leads to only one. */
function twoVerdicts(root: Decision): readonly [Decision, Decision] {
  const [first, second] = topological(root).filter(({ kind }) => kind === 'verdict')
  return [first!, second ?? first!]
}

/**
 * `root` with one test in place of each part that asks arguments. No layout of these parts costs less: a call that reaches a part
 * executes a load, a test and a return, or more. No two parts begin with the same test.
 */
export function leastDecision(root: Decision): Decision {
  const builder = decisionBuilder()
  const made = new Map<Decision, Decision>()
  const leastOf = (node: Decision): Decision => {
    if (node.kind === 'verdict') return builder.verdict(node.verdict)
    if (!isPart(node)) return builder.test(node, nodeOf(node.then), nodeOf(node.else))
    const [then, otherwise] = twoVerdicts(node)
    const test = { word: SOME_WORD, mask: WHOLE_WORD, op: 'eq', k: made.size } as const
    return builder.test(test, builder.intern(then), builder.intern(otherwise))
  }
  const nodeOf = (node: Decision): Decision => {
    const known = made.get(node) ?? leastOf(node)
    made.set(node, known)
    return known
  }
  // A part is an exit here, so the list has none of its tests. Children come first.
  const numbers = isPart(root) ? [] : topological(root, isPart)
  for (const node of numbers.toReversed()) nodeOf(node)
  return nodeOf(root)
}
