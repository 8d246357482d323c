import { WORD_COUNT } from '@seccompile/abi'
import { shown } from '@seccompile/shape'
import type { Problem } from '@seccompile/shape'
import { hashOf, hashOfVerdict, isAlike } from './alike.ts'
import type { Decision } from './node.ts'
import type { TestOp } from '@seccompile/abi'
import { topological } from './topological.ts'

const OPERATORS: readonly string[] = ['eq', 'gt', 'ge', 'set'] satisfies TestOp[]

const isU32 = (value: number): boolean => typeof value === 'number' && value >>> 0 === value

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
 * different children · D6 equal nodes are one object · D7 a test compares by `eq`, `gt`, `ge` or `set` · D8 no way leads from
 * a node back to it
 */
export function verify(root: Decision): readonly Problem[] {
  const problems: Problem[] = []
  const order = topological(root)
  const numbers = new Map<Decision, number>()
  for (const node of order) numbers.set(node, numbers.size)
  /**
   * A hash table of the numbers of nodes, from 1. Each number is at its hash or behind it, and 0 marks an empty
   * place. At least half of the table is empty.
   */
  const places = new Uint32Array(2 << (32 - Math.clz32(order.length)))
  const last = places.length - 1
  let i = 0
  const report = (invariant: string, message: string): void => {
    problems.push({ invariant, where: `n${i}`, message })
  }
  /** Puts `node` into the table, or reports the equal node that is already there. */
  const place = (node: Decision, hash: number): void => {
    let at = hash & last
    while (places[at] !== 0 && !areEqual(order[places[at]! - 1]!, node)) at = (at + 1) & last
    if (places[at] !== 0) report('D6', `is equal to n${places[at]! - 1}; share-tails makes them one`)
    places[at] = i + 1
  }
  for (; i < order.length; i += 1) {
    const node = order[i]!
    if (node.kind === 'verdict') {
      place(node, hashOfVerdict(node.verdict))
      if (!isU32(node.verdict)) report('D1', `verdict ${node.verdict} is not a u32`)
      continue
    }
    const then = numbers.get(node.then)!
    const otherwise = numbers.get(node.else)!
    place(node, hashOf(node, then, otherwise))
    // Without a cycle, the order has each node before its children.
    const first = Math.min(then, otherwise)
    if (first <= i) report('D8', `leads back to n${first}; a decision has no cycle`)
    const { word, mask, op, k } = node
    if (!(isU32(word) && word < WORD_COUNT)) report('D2', `word ${word} is not 0 to 15`)
    if (!isU32(mask) || mask === 0) report('D3', `mask ${mask} is not a u32 above 0`)
    if (!isU32(k)) report('D4', `k ${k} is not a u32`)
    if (!OPERATORS.includes(op))
      report('D7', `compares by ${shown(op)}; a test is one of ${OPERATORS.join(', ')}`)
    if (node.then === node.else) report('D5', 'both ways lead to one node')
  }
  return problems
}
