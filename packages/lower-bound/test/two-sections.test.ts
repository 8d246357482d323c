import { AUDIT_ARCH } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import { mergeCells, search } from '@seccompile/search'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastArch } from '../src/least-arch.ts'
import { twoSections } from '../src/two-sections.ts'
import type { TwoSections } from '../src/two-sections.ts'
import type { WeighedSection } from '@seccompile/cells'

/** The outcome of other architectures. No number has it. */
const BAD_ARCH = 9

/** An outcome and a weight for each number, from 0 on. */
interface NumberOutcomes {
  readonly to: readonly number[]
  readonly weights: readonly number[]
}

function section(arch: number, { to, weights }: NumberOutcomes): WeighedSection {
  const weightOf = (lo: number, hi: number): number =>
    weights.slice(lo, hi + 1).reduce((sum, weight) => sum + weight, 0)
  const single = to.map((own, nr) => ({ lo: nr, hi: nr, to: own, weight: weights[nr]! }))
  const cells = mergeCells([...single, { lo: to.length, hi: U32.max, to: 0, weight: 0 }])
  return { arch, cells, weight: weightOf(0, weights.length), weightOf }
}

function boundsOf(i386: WeighedSection, x86: WeighedSection): TwoSections | undefined {
  const sections = [i386, x86]
  return twoSections(sections, BAD_ARCH, leastArch(sections, BAD_ARCH))
}

describe('twoSections', () => {
  it('has no bound of the tests of a number above what some tree costs', () => {
    const calls = fc
      .array(fc.tuple(fc.nat(2), fc.constantFrom(0, 1, 1, 2, 5)), { minLength: 1, maxLength: 12 })
      .map((list): NumberOutcomes => ({
        to: list.map(([to]) => to),
        weights: list.map(([, weight]) => weight),
      }))
    let known = 0
    fc.assert(
      fc.property(calls, calls, (one, other) => {
        const both = [section(AUDIT_ARCH.I386, one), section(AUDIT_ARCH.X86_64, other)] as const
        const bounds = boundsOf(...both)
        for (const each of both) {
          const bound = bounds?.leastTests(each)
          if (bound === undefined) continue
          known += 1
          expect(bound).toBeLessThanOrEqual(search(each.cells).cost + 1e-9)
        }
      }),
      { numRuns: 500 },
    )
    expect(known).toBeGreaterThan(0)
  })

  it('knows the cost of the tests of a section that keeps its weights', () => {
    const i386 = section(AUDIT_ARCH.I386, { to: [1, 0, 1, 0, 1, 0], weights: [0, 2, 0, 2, 0, 2] })
    const x86 = section(AUDIT_ARCH.X86_64, { to: [0, 1, 0, 1, 0, 1], weights: [3, 0, 3, 0, 3, 0] })
    const bounds = boundsOf(i386, x86)
    expect(bounds?.leastTests(i386)).toBeCloseTo(search(i386.cells).cost, 9)
    expect(bounds?.leastTests(x86)).toBeCloseTo(search(x86.cells).cost, 9)
  })

  it('counts no test of the number for a section of one cell, of which calls are made lighter', () => {
    const i386 = section(AUDIT_ARCH.I386, { to: [0, 0, 0], weights: [3000, 1000, 1001] })
    const x86 = section(AUDIT_ARCH.X86_64, { to: [1, 2, 2, 1], weights: [1000, 3000, 3000, 0] })
    expect(i386.cells.length).toBe(1)
    expect(boundsOf(i386, x86)?.leastTests(i386)).toBe(0)
  })

  it('knows nothing of a section that loses weight beside another one', () => {
    // The two sections weigh their calls in different proportions, so no factor fits all calls.
    const i386 = section(AUDIT_ARCH.I386, { to: [1, 1, 0], weights: [1, 1, 0] })
    const x86 = section(AUDIT_ARCH.X86_64, { to: [1, 1, 0], weights: [1, 9, 0] })
    expect(boundsOf(i386, x86)?.leastTests(x86)).toBeUndefined()
  })
})
