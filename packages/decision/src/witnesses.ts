/*
 * Witnesses: calls on which every test of a graph holds, and calls on which it does not, with words near its
 * constant.
 *
 * For each node we keep one path from the root, as the values that each word may have on that path. The values come
 * from a fixed list: each constant compared with the word, its neighbours and its single-bit neighbours. A test
 * splits the values of its word in two. For each path to a node, take the word with the fewest values left: the node
 * keeps the path on which this number is largest. A path that leaves no value for a word is dropped, because no call
 * with listed values takes it.
 *
 * Weakness: a path of several masked tests of one word may need a value that is not listed. Then the node is
 * not reached.
 */
import { dataFromWords, passes, WHOLE_WORD, WORD_COUNT } from '@seccompile/abi'
import type { SeccompData, Word } from '@seccompile/abi'
import type { Decision, TestNode } from './node.ts'
import { topological } from './topological.ts'

/** With more constants than this on a word, no bits are flipped: so many constants serve as neighbours of each other. */
const MAX_FLIPPED = 64

/** With more values than this on one side of a test, only the values near its constant are tried. */
const MAX_NEAR = 3 * 32

/** A path from the root: for each word, the values that it may have there. */
type DecisionPath = readonly (readonly number[])[]

function listedValues(tests: readonly TestNode[]): DecisionPath {
  return Array.from({ length: WORD_COUNT }, (_, w) => {
    const own = tests.filter(({ word }) => word === (w as Word))
    const constants = new Set(
      own.flatMap(({ k, mask }) => (mask === WHOLE_WORD ? [k] : [k, mask, (k | ~mask) >>> 0])),
    )
    const flips = constants.size <= MAX_FLIPPED ? Array.from({ length: 32 }, (_unused, bit) => 1 << bit) : []
    const near = [...constants].flatMap((k) => [k, k - 1, k + 1, ~k, ...flips.map((bit) => k ^ bit)])
    return [...new Set([0, WHOLE_WORD, ...near].map((value) => value >>> 0))]
  })
}

/**
 * The at most {@link MAX_NEAR} values nearest to `k`, nearest first. Between two equally near values, the smaller is
 * first.
 */
function nearest(values: readonly number[], k: number): readonly number[] {
  const distance = (value: number): number => Math.abs(value - k)
  // Only near values are sorted: sorting all values for each test of a long list takes seconds.
  let reach = MAX_NEAR
  let near = values.filter((value) => distance(value) <= reach)
  while (near.length < Math.min(values.length, MAX_NEAR)) {
    reach *= 16
    near = values.filter((value) => distance(value) <= reach)
  }
  return near.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, MAX_NEAR)
}

const smallest = (way: DecisionPath): number => Math.min(...way.map((values) => values.length))

/**
 * Calls in a fixed order. For each test under `root`, some of them satisfy the test and others do not, as far as
 * listed values allow.
 */
export function witnesses(root: Decision): readonly SeccompData[] {
  const order = topological(root)
  const ways = new Map<Decision, DecisionPath>([
    [root, listedValues(order.filter((node): node is TestNode => node.kind === 'test'))],
  ])
  const calls = new Map<string, SeccompData>()
  const add = (way: DecisionPath, word: Word, value: number): void => {
    const words = way.map((values, w) => (w === word ? value : (values[0] ?? 0)))
    const key = words.join()
    if (!calls.has(key)) calls.set(key, dataFromWords(words))
  }

  for (const node of order) {
    const way = ways.get(node)
    if (way === undefined || node.kind === 'verdict') continue
    const values = way[node.word]!
    for (const [child, taken] of [
      [node.then, true],
      [node.else, false],
    ] as const) {
      const left = values.filter((value) => passes(node, value) === taken)
      if (left.length === 0) continue
      // The values nearest to the constant show an error by one.
      const near = nearest(left, node.k)
      for (const value of near.slice(0, 3)) add(way, node.word, value)
      for (const value of left.length <= MAX_NEAR ? left : near.slice(3)) add(way, node.word, value)
      const next = way.with(node.word, left)
      const known = ways.get(child)
      if (known === undefined || smallest(known) < smallest(next)) ways.set(child, next)
    }
  }
  if (calls.size === 0) add(ways.get(root)!, 0, 0)
  return [...calls.values()]
}
