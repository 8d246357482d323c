import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedSearch } from '../src/shared-costs.ts'
import type { SharedCell } from '../src/shared-costs.ts'

/** A value, its continuations by both functions, and the weights of its calls. */
interface TwoFunctionValue {
  readonly to: readonly [number, number]
  readonly weights: readonly [number, number]
  /** Whether it stands for several values, none of which an equality test takes out. */
  readonly isWide?: boolean
}

/** The values from 0 to some small number. */
function smallValues(maxValues: number): fc.Arbitrary<readonly TwoFunctionValue[]> {
  const to = fc.constantFrom(0, 0, 1, 2)
  const weight = fc.constantFrom(0, 0, 1, 1, 2, 5)
  return fc.array(fc.record({ to: fc.tuple(to, to), weights: fc.tuple(weight, weight) }), {
    minLength: 1,
    maxLength: maxValues,
  })
}

/**
 * The least cost of any strategy, by trying every shared tree of `>= k` and `== k`, and below each of its leaves
 * every tree of either function. It shares no code with the table.
 */
function leastByTrying(values: readonly TwoFunctionValue[]): number {
  const inSet = (set: number): readonly (TwoFunctionValue & { readonly at: number })[] =>
    values.flatMap((value, at) => ((set >> at) & 1 ? [{ ...value, at }] : []))
  const weightOf = (set: number, functions: readonly (0 | 1)[]): number =>
    inSet(set).reduce(
      (sum, { weights }) => sum + functions.reduce((own: number, f) => own + weights[f], 0),
      0,
    )
  /** The least sum of `rest` over both sides of a test, among all tests of `set`. */
  const bestTest = (set: number, rest: (side: number) => number): number =>
    inSet(set).reduce((best, { at, isWide = false }) => {
      const above = set & ~((1 << at) - 1)
      const sides = [...(isWide ? [] : [1 << at]), ...(above === set ? [] : [above])]
      return Math.min(best, ...sides.map((side) => rest(side) + rest(set & ~side)))
    }, Infinity)
  const [known, shared] = [[new Map<number, number>(), new Map<number, number>()], new Map<number, number>()]
  const settled = (set: number, f: 0 | 1): boolean => new Set(inSet(set).map(({ to }) => to[f])).size < 2
  const alone = (set: number, f: 0 | 1): number => {
    if (settled(set, f)) return 0
    const cost = known[f]!.get(set) ?? weightOf(set, [f]) + bestTest(set, (side) => alone(side, f))
    known[f]!.set(set, cost)
    return cost
  }
  const stop = (set: number): number =>
    ([0, 1] as const).reduce<number>(
      (sum, f) => sum + (settled(set, f) ? 0 : weightOf(set, [f]) + alone(set, f)),
      0,
    )
  const together = (set: number): number => {
    if (inSet(set).length < 2) return 0
    const cost = shared.get(set) ?? Math.min(stop(set), weightOf(set, [0, 1]) + bestTest(set, together))
    shared.set(set, cost)
    return cost
  }
  const all = (1 << values.length) - 1
  return weightOf(all, [0, 1]) + Math.min(stop(all), bestTest(all, together))
}

const sharedCost = (cells: readonly SharedCell[], enough?: number): number =>
  sharedSearch(cells).together(enough)

const single = ({ to, weights, isWide = false }: TwoFunctionValue): SharedCell => ({
  to,
  factors: weights,
  weight: 1,
  singles: isWide ? [] : [1],
  isWide,
})

/** `cells`, with neighbours joined that agree in every continuation and factor. */
function differing(cells: readonly SharedCell[]): readonly SharedCell[] {
  const all: SharedCell[] = []
  for (const cell of cells) {
    const last = all.at(-1)
    if (last?.to.join() !== cell.to.join() || last.factors.join() !== cell.factors.join()) all.push(cell)
    else
      all[all.length - 1] = {
        ...cell,
        weight: last.weight + cell.weight,
        singles: [...last.singles, ...cell.singles],
        isWide: last.isWide || cell.isWide,
      }
  }
  return all
}

describe('sharedSearch', () => {
  it('is never more than the best of all strategies costs, where every value is a cell', () => {
    fc.assert(
      fc.property(smallValues(7), (values) => {
        expect(sharedCost(differing(values.map(single)))).toBeLessThanOrEqual(leastByTrying(values) + 1e-9)
      }),
      { numRuns: 400 },
    )
  })

  it('is never more where values that weigh alike are one cell', () => {
    // With eight values of one weight, the cell is wide.
    const group = fc.record({
      to: fc.tuple(fc.nat(1), fc.nat(1)),
      factors: fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 3)),
      values: fc.oneof(
        fc.constant(Array<number>(8).fill(1)),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
      ),
    })
    const groups = fc
      .array(group, { minLength: 1, maxLength: 5 })
      .filter((list) => list.reduce((sum, { values }) => sum + values.length, 0) <= 11)
    fc.assert(
      fc.property(groups, (list) => {
        const values = list.flatMap(({ to, factors, values: weights }) =>
          weights.map((weight): TwoFunctionValue => ({
            to,
            weights: [weight * factors[0], weight * factors[1]],
          })),
        )
        const cells = list.map(({ to, factors, values: weights }): SharedCell => {
          const isWide = weights.length === 8
          const weight = weights.reduce((all, one) => all + one, 0)
          return { to, factors, weight, isWide, singles: isWide ? [] : weights }
        })
        expect(sharedCost(differing(cells))).toBeLessThanOrEqual(leastByTrying(values) + 1e-9)
      }),
      { numRuns: 50 },
    )
  })

  it('is never more where neighbours of one continuation weigh more in one function or in the other', () => {
    // The best strategy has a shared threshold between values 1 and 2. If they were one cell, the table could not
    // place it.
    const values: readonly TwoFunctionValue[] = [
      { to: [3, 1], weights: [0, 1] },
      { to: [0, 1], weights: [0, 2] },
      { to: [0, 1], weights: [18, 0] },
      { to: [0, 0], weights: [1, 2] },
      { to: [0, 0], weights: [0, 1] },
    ]
    expect(leastByTrying(values)).toBe(31)
    expect(sharedCost(values.map(single))).toBeLessThanOrEqual(31)
  })

  it('is never more where a value is out of a part of which one function may be settled', () => {
    // When value 3 is out, the first function is settled below it. The cost of the wide cells there does not include
    // that value.
    const values: readonly TwoFunctionValue[] = [
      { to: [0, 1], weights: [0, 16], isWide: true },
      { to: [0, 0], weights: [1, 7], isWide: true },
      { to: [0, 1], weights: [8, 56], isWide: true },
      { to: [1, 0], weights: [0, 56] },
      { to: [1, 1], weights: [16, 16], isWide: true },
    ]
    expect(leastByTrying(values)).toBe(368)
    expect(sharedCost(values.map(single))).toBeLessThanOrEqual(368)
  })

  it('is never more than the best of all strategies costs, where some cells are wide', () => {
    const some = fc
      .tuple(smallValues(7), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }))
      .map(([values, wide]) => values.map((value, at): TwoFunctionValue => ({ ...value, isWide: wide[at]! })))
    fc.assert(
      fc.property(some, (values) => {
        expect(sharedCost(differing(values.map(single)))).toBeLessThanOrEqual(leastByTrying(values) + 1e-9)
      }),
      { numRuns: 400 },
    )
  })

  it('is what one tree costs where both functions have the same cells', () => {
    const cells = [0, 1, 2, 3].map((to) => single({ to: [to, to], weights: [1, 1] }))
    expect(sharedCost(cells)).toBe(2 * 8)
  })

  it('is a test, and a load and a tree for each function, where they have no cells in common', () => {
    const values = Array.from({ length: 6 }, (_, i): TwoFunctionValue => ({
      to: [i % 2, i % 3],
      weights: [i % 2, i === 3 ? 4 : 0],
    }))
    expect(sharedCost(values.map(single))).toBe(leastByTrying(values))
  })

  it('tries the equality test that comes first also where all would cost less without a test', () => {
    const values: readonly TwoFunctionValue[] = [
      { to: [0, 1], weights: [2, 2] },
      { to: [0, 0], weights: [2, 1] },
      { to: [0, 2], weights: [1, 0] },
    ]
    expect(leastByTrying(values)).toBe(10)
    expect(sharedCost(values.map(single))).toBe(10)
  })

  it('is no lower than the cost that is enough where it can be so high, and looks for no more', () => {
    fc.assert(
      fc.property(smallValues(7), fc.constantFrom(0, 0.5, 0.75, 1, 1.25), (values, share) => {
        const cells = differing(values.map(single))
        const bound = sharedCost(cells)
        const cost = sharedCost(cells, share * bound)
        expect(cost).toBeGreaterThanOrEqual(Math.min(share * bound, bound))
        expect(cost).toBeLessThanOrEqual(bound)
      }),
      { numRuns: 1000 },
    )
    const cells = [0, 1, 0, 1, 1].map((to, at) => single({ to: [to, Number(at === 4)], weights: [1, 1] }))
    expect(sharedCost(cells)).toBe(18)
    expect(sharedCost(cells, 10)).toBe(17)
  })

  it('refuses no cell, and weights that are none', () => {
    expect(() => sharedSearch([])).toThrow('a shared search needs at least one cell')
    const cell = single({ to: [0, 1], weights: [1, 1] })
    const wrong: readonly Partial<SharedCell>[] = [{ weight: NaN }, { factors: [1, NaN] }, { singles: [NaN] }]
    for (const some of wrong) expect(() => sharedSearch([{ ...cell, ...some }])).toThrow(/weighs NaN/)
  })
})
