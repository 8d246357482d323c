import { DiagramLimitError, MOST_NODES, TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'

/** The most pairs of nodes to visit; `ite` has its own bound. */
const DEFAULT_MAX_PAIRS = 1_000_000

/**
 * The diagram whose value for each input is `value(l, r)`, where l and r are the values of `left` and `right`.
 *
 * @param maxPairs - most pairs of nodes to visit; 1,000,000 if left out
 * @throws DiagramLimitError where there are more, or the store is full
 */
export function combine(
  store: Store,
  left: Node,
  right: Node,
  value: (left: number, right: number) => number,
  maxPairs: number = DEFAULT_MAX_PAIRS,
): Node {
  const known = new Map<number, Node>()
  let pairs = 0
  // The recursion has at most one level for each bit, so it is safe.
  const walk = (a: Node, b: Node): Node => {
    const key = a * MOST_NODES + b
    const memo = known.get(key)
    if (memo !== undefined) return memo
    pairs += 1
    if (pairs > maxPairs) throw new DiagramLimitError(`more than ${maxPairs} pairs of nodes`)
    const [bitA, bitB] = [store.bitOf(a), store.bitOf(b)]
    const bit = Math.min(bitA, bitB)
    const made =
      bit === TERMINAL
        ? store.terminal(value(store.valueOf(a), store.valueOf(b)))
        : store.node(
            bit,
            walk(bitA === bit ? store.zeroOf(a) : a, bitB === bit ? store.zeroOf(b) : b),
            walk(bitA === bit ? store.oneOf(a) : a, bitB === bit ? store.oneOf(b) : b),
          )
    known.set(key, made)
    return made
  }
  return walk(left, right)
}
