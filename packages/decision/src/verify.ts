import { WORD_COUNT } from '@seccompile/abi'
import type { Problem } from '@seccompile/abi'
import { shown } from '@seccompile/abi/shape'
import { hashOf, hashOfVerdict, isAlike } from './alike.ts'
import type { Decision } from './node.ts'
import type { TestOp } from '@seccompile/abi'
import { topological } from './topological.ts'

const OPERATORS: readonly string[] = ['eq', 'gt', 'ge', 'set'] satisfies TestOp[]

const isU32 = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff

/** Whether two nodes of one graph are equal. */
function areEqual(one: Decision, other: Decision): boolean {
  if (one.kind === 'verdict') return other.kind === 'verdict' && one.verdict === other.verdict
  return other.kind !== 'verdict' && isAlike(one, other)
}

/**
 * The invariants of the decision IR that the graph under `root` breaks; none when it is well formed. A place is the
 * node's number in `print`.
 *
 * D1 verdicts are u32 · D2 `word` is 0 to 15 · D3 `mask` is a u32 and not 0 · D4 `k` is a u32 · D5 a test has two
 * different children · D6 equal nodes are one object · D7 a test compares by `eq`, `gt`, `ge` or `set`
 */
export function verify(root: Decision): readonly Problem[] {
  const problems: Problem[] = []
  const order = topological(root)
  const numbers = new Map<Decision, number>()
  for (const node of order) numbers.set(node, numbers.size)
  /** The numbers of nodes, from 1, each at a place that begins at its hash; 0 where there is none. At least half of it is empty. */
  const places = new Uint32Array(2 << (32 - Math.clz32(order.length)))
  const hash = (node: Decision): number =>
    node.kind === 'verdict'
      ? hashOfVerdict(node.verdict)
      : hashOf(node, numbers.get(node.then)!, numbers.get(node.else)!)
  /** The number of a node before `node` that is equal to it. */
  const twinOf = (node: Decision, i: number): number | undefined => {
    let at = hash(node) & (places.length - 1)
    for (; places[at] !== 0; at = (at + 1) & (places.length - 1)) {
      const other = order[places[at]! - 1]!
      if (!areEqual(other, node)) continue
      const twin = places[at]! - 1
      places[at] = i + 1
      return twin
    }
    places[at] = i + 1
    return undefined
  }
  order.forEach((node, i) => {
    const report = (invariant: string, message: string): void => {
      problems.push({ invariant, where: `n${i}`, message })
    }
    const twin = twinOf(node, i)
    if (twin !== undefined) report('D6', `is equal to n${twin}; share-tails makes them one`)

    if (node.kind === 'verdict') {
      if (!isU32(node.verdict)) report('D1', `verdict ${node.verdict} is not a u32`)
      return
    }
    if (!Number.isInteger(node.word) || node.word < 0 || node.word >= WORD_COUNT)
      report('D2', `word ${node.word} is not 0 to 15`)
    if (!isU32(node.mask) || node.mask === 0) report('D3', `mask ${node.mask} is not a u32 above 0`)
    if (!isU32(node.k)) report('D4', `k ${node.k} is not a u32`)
    if (!OPERATORS.includes(node.op))
      report('D7', `compares by ${shown(node.op)}; a test is one of ${OPERATORS.join(', ')}`)
    if (node.then === node.else) report('D5', 'both ways lead to one node')
  })
  return problems
}
