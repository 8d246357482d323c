import { AUDIT_ARCH } from '@seccompile/abi'
import { U32 } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { leastArch } from '../src/least-arch.ts'
import type { WeighedSection } from '@seccompile/cells'

/** The outcome of other architectures. No number has it. */
const BAD_ARCH = 9

/** A section of one cell, with the weights of the numbers from 0 on. */
function oneCell(arch: number, to: number, weights: readonly number[]): WeighedSection {
  const weightOf = (lo: number, hi: number): number =>
    weights.slice(lo, hi + 1).reduce((sum, weight) => sum + weight, 0)
  const weight = weightOf(0, weights.length)
  return { arch, cells: [{ lo: 0, hi: U32.max, to, weight }], weight, weightOf }
}

/** The least tests for `count` numbers, each of which weighs 2 in one section and 1 in the other. */
function testsOf(count: number): number {
  const weights = Array.from({ length: count }, (_, nr) => 1 + (nr % 2))
  const others = weights.map((weight) => 3 - weight)
  const sections = [oneCell(AUDIT_ARCH.I386, 1, weights), oneCell(AUDIT_ARCH.X86_64, 2, others)]
  return leastArch(sections, BAD_ARCH).tests
}

describe('leastArch', () => {
  it('looks at the order of tests for each number of a cell', () => {
    expect(testsOf(1000)).toBe(4 * 1000)
  })

  it('looks at the order for as many numbers of a cell as it may, where it has more', () => {
    const tests = testsOf(1500)
    expect(tests).toBeGreaterThanOrEqual(3 * 1500 + 1000)
    expect(tests).toBeLessThanOrEqual(4 * 1500)
  })
})
