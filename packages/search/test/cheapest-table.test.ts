import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, joined } from '../src/block.ts'
import type { Block } from '../src/block.ts'
import { CheapestTable } from '../src/cheapest-table.ts'
import { leaves } from '../src/ends.ts'
import { leastCosts } from '../src/lower-bound.ts'
import { cutCells, leastByTrying, smallValues } from './searches.ts'
import type { WeighedValue } from './searches.ts'

const tableOf = (blocks: readonly Block[], price: number, most: 1 | 2 | 3 = 3): CheapestTable =>
  new CheapestTable(blocks, leaves(blocks, most), price, most)

/** A tree over a few values. Each of its parts is a set of values. */
type Tree =
  | { readonly kind: 'leaf'; readonly set: number }
  | { readonly kind: 'eq' | 'ge'; readonly set: number; readonly sides: readonly [Tree, Tree] }

/** All cheapest trees for `values`; the first side of an equality test is the value. */
function cheapestTrees(values: readonly WeighedValue[]): readonly Tree[] {
  const weightOf = (set: number): number =>
    values.reduce((sum, { weight }, at) => ((set >> at) & 1 ? sum + weight : sum), 0)
  const known = new Map<number, { readonly cost: number; readonly trees: readonly Tree[] }>()
  const best = (set: number): { readonly cost: number; readonly trees: readonly Tree[] } => {
    const memo = known.get(set)
    if (memo !== undefined) return memo
    const ways = new Set(values.flatMap(({ to }, at) => ((set >> at) & 1 ? [to] : [])))
    let found: { cost: number; trees: readonly Tree[] } = { cost: 0, trees: [{ kind: 'leaf', set }] }
    if (ways.size > 1) {
      found = { cost: Infinity, trees: [] }
      for (let at = 0; at < values.length; at += 1) {
        if (((set >> at) & 1) === 0) continue
        for (const kind of ['eq', 'ge'] as const) {
          const side = kind === 'eq' ? 1 << at : set & ~((1 << at) - 1)
          if (side === set) continue
          const [one, other] = [best(side), best(set & ~side)]
          const cost = weightOf(set) + one.cost + other.cost
          if (cost > found.cost) continue
          const trees = one.trees.flatMap((a) => other.trees.map((b): Tree => ({ kind, set, sides: [a, b] })))
          found = { cost, trees: cost < found.cost ? trees : [...found.trees, ...trees].slice(0, 200) }
        }
      }
    }
    known.set(set, found)
    return found
  }
  return best((1 << values.length) - 1).trees
}

describe('CheapestTable', () => {
  it('rests on this: no side that leaves the path of a value below its test weighs more than the value', () => {
    const weightIn = (values: readonly WeighedValue[], set: number): number =>
      values.reduce((sum, { weight }, at) => ((set >> at) & 1 ? sum + weight : sum), 0)
    /** The sides that leave the path of value `at` in `tree`, a tree without that value. */
    const leaving = (tree: Tree, at: number): readonly number[] => {
      if (tree.kind === 'leaf') return []
      const [yes, no] = tree.sides
      // A threshold may stand at any value above the last one of its lower side, up to the first one of its upper
      // side.
      const isBetween =
        tree.kind === 'ge' && Math.max(...bits(no.set)) < at && at < Math.min(...bits(yes.set))
      if (isBetween) return []
      const isAbove = tree.kind === 'ge' && at > Math.max(...bits(no.set))
      const [on, off] = isAbove ? [yes, no] : [no, yes]
      return [off.set, ...leaving(on, at)]
    }
    const bits = (set: number): readonly number[] =>
      Array.from({ length: 8 }, (_, at) => at).filter((at) => (set >> at) & 1)
    const check = (values: readonly WeighedValue[], tree: Tree): void => {
      if (tree.kind === 'leaf') return
      const [yes, no] = tree.sides
      if (tree.kind === 'eq') {
        const at = bits(yes.set)[0]!
        for (const side of leaving(no, at))
          expect(weightIn(values, side)).toBeLessThanOrEqual(values[at]!.weight)
      }
      check(values, yes)
      check(values, no)
    }
    fc.assert(
      fc.property(smallValues(7), (values) => {
        for (const tree of cheapestTrees(values)) check(values, tree)
      }),
      { numRuns: 300 },
    )
  })

  it('has bounds of all parts of which no value is out', () => {
    fc.assert(
      fc.property(
        smallValues(9),
        fc.constantFrom(0, 0.25, 4),
        fc.constantFrom(1, 2, 3),
        (values, price, most) => {
          const cells = cutCells(values)
          const blocks = joined(blocksOf(cells))
          const table = tableOf(blocks, price, most)
          let from = 0
          for (let i = 0; i < blocks.length; i += 1) {
            const count = cells.filter(({ lo }) => lo >= from).findIndex(({ to }) => to !== blocks[i]!.to)
            expect(table.of(i, blocks.length - 1)).toBeLessThanOrEqual(
              leastByTrying(values.slice(from), price) + 1e-9,
            )
            from = cells.filter(({ lo }) => lo >= from)[count]?.lo ?? values.length
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('knows as much of all blocks as tables that try every test', () => {
    // Values as in a policy of scattered numbers: single ones, each among values of another continuation.
    const values = Array.from({ length: 60 }, (_, at): WeighedValue => ({
      to: (at * at) % 7 < 3 ? 1 : 0,
      weight: at % 2,
    }))
    const blocks = joined(blocksOf(cutCells(values)))
    const last = blocks.length - 1
    expect(tableOf(blocks, 0).of(0, last)).toBeGreaterThanOrEqual(leastCosts(blocks, 0).of(0, last, 0))
  })
})
