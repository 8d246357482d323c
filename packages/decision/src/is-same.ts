import { expectNode } from './node.ts'
import type { Decision } from './node.ts'

/** Whether two decisions are equal. In each of them, equal nodes must be one object. They may come from two builders. */
export function isSame(one: Decision, other: Decision): boolean {
  expectNode(one, 'one')
  expectNode(other, 'other')
  const twins = new Map<Decision, Decision>()
  const pairs: [Decision, Decision][] = [[one, other]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair
    const twin = twins.get(left)
    if (twin === right) continue
    if (twin !== undefined) return false
    twins.set(left, right)
    if (left.kind === 'verdict') {
      if (right.kind !== 'verdict' || left.verdict !== right.verdict) return false
      continue
    }
    if (right.kind === 'verdict' || left.k !== right.k || left.op !== right.op) return false
    if (left.word !== right.word || left.mask !== right.mask) return false
    pairs.push([left.then, right.then], [left.else, right.else])
  }
  return true
}
