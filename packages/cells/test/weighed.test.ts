import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { archCells, atomsOfArches, cellsOfArches, weighedSections } from '@seccompile/cells'
import { ruleOutcomes } from '@seccompile/outcomes'
import { createMemo } from '@seccompile/pass'
import { argument } from '@seccompile/rules'
import { rule, rules } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'

const ENOSYS = verdictOf('ERRNO', 38)

describe('weighedSections', () => {
  it('tells the weigher the fate of each cell, and joins numbers with one outcome', () => {
    const asked = argument(0, [{ lo: 1n, hi: 1n }])
    const made = rules(rule(0, 1), rule(2), rule(3, 3, ENOSYS), rule(4, 4, asked))
    const told: unknown[] = []
    const outcomes = createMemo()(ruleOutcomes, made)
    const [section] = weighedSections(outcomes, made, (arch, { lo, hi }, fate) => {
      told.push([arch, lo, hi, fate])
      return 1
    })
    expect(told).toEqual([
      [AUDIT_ARCH.X86_64, 0, 2, 'allow'],
      [AUDIT_ARCH.X86_64, 3, 3, 'deny'],
      [AUDIT_ARCH.X86_64, 4, 4, 'ask'],
      [AUDIT_ARCH.X86_64, 5, 0xffff_ffff, 'deny'],
    ])
    expect(section?.weight).toBe(4)
  })
})

describe('cells of arch', () => {
  const arches = [
    { arch: 5, to: 1, weight: 2 },
    { arch: 3, to: 0, weight: 1 },
  ]

  it('stand in the order of values, with all others between them', () => {
    expect(atomsOfArches(arches, 9)).toEqual([
      { lo: 0, hi: 2, to: 9, weight: 0 },
      { lo: 3, hi: 3, to: 0, weight: 1 },
      { lo: 4, hi: 4, to: 9, weight: 0 },
      { lo: 5, hi: 5, to: 1, weight: 2 },
      { lo: 6, hi: 0xffff_ffff, to: 9, weight: 0 },
    ])
  })

  it('end at the last value of arch, with a cell of its own where no section has it', () => {
    const ends = (arch: number): unknown => atomsOfArches([{ arch, to: 0, weight: 1 }], 9)
    expect(ends(0xffff_fffe)).toEqual([
      { lo: 0, hi: 0xffff_fffd, to: 9, weight: 0 },
      { lo: 0xffff_fffe, hi: 0xffff_fffe, to: 0, weight: 1 },
      { lo: 0xffff_ffff, hi: 0xffff_ffff, to: 9, weight: 0 },
    ])
    expect(ends(0xffff_ffff)).toEqual([
      { lo: 0, hi: 0xffff_fffe, to: 9, weight: 0 },
      { lo: 0xffff_ffff, hi: 0xffff_ffff, to: 0, weight: 1 },
    ])
  })

  it('are joined where neighbours have one continuation', () => {
    expect(cellsOfArches(arches, 1)).toEqual([
      { lo: 0, hi: 2, to: 1, weight: 0 },
      { lo: 3, hi: 3, to: 0, weight: 1 },
      { lo: 4, hi: 0xffff_ffff, to: 1, weight: 2 },
    ])
  })

  const badArch = 7
  const section = (arch: number, ...to: readonly number[]): Parameters<typeof archCells>[0][number] => ({
    arch,
    cells: to.map((each, nr) => ({ lo: nr, hi: nr, to: each, weight: 1 })),
    weight: 1,
    weightOf: () => 1,
  })

  it('lead to no section whose calls all have the verdict of other architectures', () => {
    expect(archCells([section(3, 1), section(5, badArch)], badArch)).toEqual([
      { lo: 0, hi: 2, to: -1, weight: 0 },
      { lo: 3, hi: 3, to: 0, weight: 1 },
      { lo: 4, hi: 0xffff_ffff, to: -1, weight: expect.any(Number) as number },
    ])
  })

  it('lead to a section of which some calls have the verdict of other architectures', () => {
    expect(archCells([section(3, badArch, 1)], badArch)).toContainEqual({ lo: 3, hi: 3, to: 0, weight: 1 })
  })

  it('weigh the first of equal sections most, wherever its arch lies', () => {
    const weights = (...arches: readonly number[]): readonly number[] =>
      archCells(
        arches.map((arch) => section(arch, 1)),
        badArch,
      )
        .filter(({ to }) => to >= 0)
        .map(({ weight }) => weight)
    const [low, high] = weights(3, 5)
    expect(low).toBeGreaterThan(high!)
    const [later, first] = weights(5, 3)
    expect(first).toBeGreaterThan(later!)
  })
})
