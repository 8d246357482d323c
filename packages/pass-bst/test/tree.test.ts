import { seccompData, verdictOf } from '@seccompile/abi'
import { decisionBuilder, longestPath, meaning, size, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchTree } from '../src/tree.ts'
import type { WeightedCell } from '../src/tree.ts'

const SUBJECT = { word: 0, mask: WHOLE_WORD } as const
const builder = decisionBuilder()
const verdicts = [0, 1, 2].map((errno) => builder.verdict(verdictOf('ERRNO', errno)))

/** Cells of the given widths from 0 up; neighbours differ. */
function cellsOf(
  parts: readonly { readonly width: number; readonly node: number; readonly weight: number }[],
): WeightedCell[] {
  let lo = 0
  return parts.map(({ width, node, weight }, i) => {
    const hi = i === parts.length - 1 ? WHOLE_WORD : lo + width - 1
    const cell = { lo, hi, weight, node: verdicts[(node + (i % 2)) % 3]! }
    lo = hi + 1
    return cell
  }).filter((cell, i, all) => i === 0 || all[i - 1]!.node !== cell.node) // prettier-ignore
}

const part = fc.record({
  width: fc.integer({ min: 1, max: 4 }),
  node: fc.constantFrom(0, 0, 0, 1),
  weight: fc.nat(20),
})

/** Cells without gaps again, after neighbours of one node were dropped. */
function closeGaps(cells: readonly WeightedCell[]): readonly WeightedCell[] {
  return cells.map((cell, i) => ({ ...cell, hi: i + 1 < cells.length ? cells[i + 1]!.lo - 1 : WHOLE_WORD }))
}

function depths(root: Decision, cells: readonly WeightedCell[]): number {
  const depth = (nr: number): number => {
    let count = 0
    for (let node = root; node.kind === 'test'; count += 1)
      node = (node.op === 'eq' ? nr === node.k : nr >= node.k) ? node.then : node.else
    return count
  }
  return cells.reduce((sum, { lo, weight }) => sum + weight * depth(lo), 0)
}

/** Least weighted depth of threshold trees, straight from the recurrence; shares no code with the pass. */
function leastThresholdCost(weights: readonly number[]): number {
  if (weights.length < 2) return 0
  const total = weights.reduce((a, b) => a + b, 0)
  const ways = weights
    .slice(1)
    .map((_, s) => leastThresholdCost(weights.slice(0, s + 1)) + leastThresholdCost(weights.slice(s + 1)))
  return total + Math.min(...ways)
}

describe('a search tree', () => {
  it('finds the cell of every edge', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
        const cells = closeGaps(cellsOf(parts))
        const root = searchTree(builder, SUBJECT, cells)
        for (const { lo, hi, node } of cells)
          for (const nr of [lo, hi])
            expect(meaning(root, seccompData({ nr, arch: 0 }))).toBe(
              meaning(node, seccompData({ nr, arch: 0 })),
            )
      }),
    )
  })

  it('is never dearer than the best tree of thresholds', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const cells = closeGaps(cellsOf(parts))
        const cost = depths(searchTree(builder, SUBJECT, cells), cells)
        expect(cost).toBeLessThanOrEqual(leastThresholdCost(cells.map(({ weight }) => weight)))
      }),
    )
  })

  it('tests single exceptions by equality', () => {
    const cells = closeGaps([
      { lo: 0, hi: 6, weight: 1, node: verdicts[0]! },
      { lo: 7, hi: 7, weight: 1, node: verdicts[1]! },
      { lo: 8, hi: 8, weight: 1, node: verdicts[0]! },
      { lo: 9, hi: 9, weight: 1, node: verdicts[1]! },
      { lo: 10, hi: WHOLE_WORD, weight: 1, node: verdicts[0]! },
    ])
    expect(size(searchTree(builder, SUBJECT, cells))).toBe(2 + 2)
  })

  it('is as deep as the logarithm for thousands of equal cells, above the exact bounds too', () => {
    for (const n of [300, 3000]) {
      const cells = Array.from({ length: n }, (_, i): WeightedCell => ({
        lo: 2 * i,
        hi: i === n - 1 ? WHOLE_WORD : 2 * i + 1,
        weight: 1,
        node: verdicts[i % 2]!,
      }))
      const root = searchTree(builder, SUBJECT, cells)
      expect(longestPath(root)).toBe(Math.ceil(Math.log2(n)))
    }
  })

  it('needs a cell', () => {
    expect(() => searchTree(builder, SUBJECT, [])).toThrow('at least one cell')
  })
})
