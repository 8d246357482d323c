import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { rule } from '@seccompile/rules/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PassContext } from '@seccompile/pass'
import { lowerBound } from '@seccompile/lower-bound'
import type { SharedCell } from '@seccompile/search'
import { sharedCell, sharedNumbers } from '../src/shared-numbers.ts'
import type { WeighedSection } from '@seccompile/cells'

/**
 * The values of `arch` that matter: those of two sections, and the other values below, between and above them, which
 * act as one value each.
 */
const ARCHES = [undefined, AUDIT_ARCH.I386, undefined, AUDIT_ARCH.X86_64, undefined] as const
const BAD_ARCH = verdictOf('KILL_THREAD')
const VERDICTS = [verdictOf('ALLOW'), verdictOf('ERRNO', 1), BAD_ARCH, verdictOf('ERRNO', 2)] as const

/** The outcomes and weights of numbers 0 to n - 1 on one architecture. Other numbers are denied, and weigh 0. */
interface NumberSection {
  readonly verdicts: readonly Verdict[]
  readonly weights: readonly number[]
}

const otherwise = verdictOf('ERRNO', 1)

/** The verdict and the weight of each call. The last number, n, stands for all numbers from n on. */
function callsOf(
  i386: NumberSection,
  x86: NumberSection,
): readonly (readonly { verdict: Verdict; weight: number }[])[] {
  const last = { verdict: otherwise, weight: 0 }
  const of = ({ verdicts, weights }: NumberSection): { verdict: Verdict; weight: number }[] => [
    ...verdicts.map((verdict, nr) => ({ verdict, weight: weights[nr]! })),
    last,
  ]
  const bad = [...x86.verdicts, otherwise].map(() => ({ verdict: BAD_ARCH, weight: 0 }))
  return [bad, of(i386), bad, of(x86), bad]
}

/**
 * The least cost of any program that compares `arch` and the number with constants, loads and the return included.
 * The function tries every test of either word on every rectangle of calls that may reach it, whichever word is
 * loaded.
 */
function leastByTrying(i386: NumberSection, x86: NumberSection): number {
  const calls = callsOf(i386, x86)
  const known = new Map<string, number>()
  const members = (set: number): readonly number[] =>
    Array.from({ length: 12 }, (_, at) => at).filter((at) => (set >> at) & 1)
  /** The sides of every test of a set of values. */
  const tests = (set: number): readonly (readonly [number, number])[] =>
    members(set).flatMap((at) => {
      const above = set & ~((1 << at) - 1)
      return [...new Set([1 << at, above])]
        .filter((side) => side !== set)
        .map((side) => [side, set & ~side] as const)
    })
  const least = (arches: number, numbers: number, loaded: 'none' | 'arch' | 'nr'): number => {
    const key = `${arches},${numbers},${loaded}`
    const memo = known.get(key)
    if (memo !== undefined) return memo
    const within = members(arches).flatMap((arch) => members(numbers).map((nr) => calls[arch]![nr]!))
    let best = 0
    if (new Set(within.map(({ verdict }) => verdict)).size > 1) {
      const weight = within.reduce((sum, { weight: own }) => sum + own, 0)
      const byArch = tests(arches).map(
        ([one, other]) => least(one, numbers, 'arch') + least(other, numbers, 'arch'),
      )
      const byNumber = tests(numbers).map(
        ([one, other]) => least(arches, one, 'nr') + least(arches, other, 'nr'),
      )
      best = Math.min(
        Math.min(...byArch) + weight * (loaded === 'arch' ? 1 : 2),
        Math.min(...byNumber) + weight * (loaded === 'nr' ? 1 : 2),
      )
    }
    known.set(key, best)
    return best
  }
  const all = calls.flat().reduce((sum, { weight }) => sum + weight, 0)
  return all + least((1 << ARCHES.length) - 1, (1 << calls[0]!.length) - 1, 'none')
}

/** The bound for the two sections, over all their calls. */
function boundOf(i386: NumberSection, x86: NumberSection): number {
  const sectionOf = (arch: number, { verdicts }: NumberSection): RuleSet['sections'][number] => ({
    arch,
    rules: verdicts.map((verdict, nr) => rule(nr, nr, ALWAYS, verdict)),
    otherwise,
  })
  const rules: RuleSet = {
    sections: [sectionOf(AUDIT_ARCH.I386, i386), sectionOf(AUDIT_ARCH.X86_64, x86)],
    badArch: BAD_ARCH,
  }
  const weigh: PassContext['weigh'] = (arch, { lo, hi }) => {
    const { weights } = arch === AUDIT_ARCH.I386 ? i386 : x86
    return weights.slice(lo, Math.min(hi, weights.length) + 1).reduce((sum, weight) => sum + weight, 0)
  }
  const all = [...i386.weights, ...x86.weights].reduce((sum, weight) => sum + weight, 0)
  return all * lowerBound(rules, { weigh, effort: 'max' }).steps
}

/** Two sections with `count` numbers each. */
function sections(count: number): fc.Arbitrary<readonly [NumberSection, NumberSection]> {
  const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(item, { minLength: count, maxLength: count })
  const section = (weight: fc.Arbitrary<number>): fc.Arbitrary<NumberSection> =>
    fc.record({
      verdicts: list(fc.constantFrom(VERDICTS[0], VERDICTS[0], VERDICTS[1], VERDICTS[1], ...VERDICTS)),
      weights: list(weight),
    })
  const weights = fc.constantFrom(fc.constant(1), fc.constantFrom(0, 1), fc.constantFrom(0, 1, 2, 5))
  return weights.chain((weight) => fc.tuple(section(weight), section(weight)))
}

describe('lowerBound of two sections', () => {
  it('is never more than the best program costs, in whatever order it tests the words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }).chain(sections), ([i386, x86]) => {
        expect(boundOf(i386, x86)).toBeLessThanOrEqual(leastByTrying(i386, x86) + 1e-9)
      }),
      { numRuns: 20 },
    )
  })

  it('is exact where one order of the tests of `arch` is best, although numbers for themselves have another', () => {
    const [allow, deny, , other] = VERDICTS
    const i386 = { verdicts: [allow, allow, allow, deny, deny, allow], weights: [1, 1, 0, 1, 0, 0] }
    const x86 = { verdicts: [deny, other, allow, deny, allow, allow], weights: [0, 1, 1, 0, 1, 1] }
    expect(boundOf(i386, x86)).toBeCloseTo(leastByTrying(i386, x86), 9)
  })

  it('is exact where a program is best that tests the number first', () => {
    const [allow, deny] = [VERDICTS[0], VERDICTS[1]]
    const i386 = { verdicts: [deny, allow, deny, allow, deny, allow], weights: [0, 2, 0, 2, 0, 2] }
    const x86 = { verdicts: [allow, deny, allow, deny, allow, deny], weights: [3, 0, 3, 0, 3, 0] }
    expect(boundOf(i386, x86)).toBeCloseTo(leastByTrying(i386, x86), 9)
  })
})

describe('sharedNumbers', () => {
  /** A section of one outcome from number 0 on, with the given weights. */
  const oneCell = (arch: number, weights: readonly number[]): WeighedSection => {
    const weightOf = (lo: number, hi: number): number =>
      weights.slice(lo, hi + 1).reduce((sum, weight) => sum + weight, 0)
    const weight = weightOf(0, weights.length)
    return { arch, cells: [{ lo: 0, hi: U32.max, to: 7, weight }], weight, weightOf }
  }
  const both = (one: readonly number[], other: readonly number[]): readonly SharedCell[] =>
    sharedNumbers([oneCell(1, one), oneCell(2, other)]).map(sharedCell)

  it('keep the weights of calls that weigh alike in both sections, but for a factor', () => {
    const ones = Array.from({ length: 9 }, () => 1)
    const threes = Array.from({ length: 9 }, () => 3)
    expect(both(ones, threes)).toEqual([
      { isWide: true, singles: [], to: [7, 7], weight: 9, factors: [1, 3] },
    ])
  })

  it('weigh no more than their calls', () => {
    const most = Array.from({ length: 12 }, (_, nr) => (nr < 10 ? 1 : 0))
    const all = Array.from({ length: 12 }, () => 1)
    expect(both(all, most)).toEqual([{ isWide: true, singles: [], to: [7, 7], weight: 10, factors: [1, 1] }])
  })

  it('keep one section where the calls of both have different numbers', () => {
    const [one, other] = [
      Array.from({ length: 20 }, (_, nr) => (nr < 9 ? 1 : 0)),
      Array.from({ length: 20 }, (_, nr) => (nr < 9 ? 0 : 1)),
    ]
    expect(both(one, other)).toEqual([{ isWide: true, singles: [], to: [7, 7], weight: 11, factors: [0, 1] }])
  })

  it('name the values that weigh more than an eighth', () => {
    const six = [1, 1, 1, 1, 1, 1]
    const [cell, ...others] = both(six, [0, 0, 0, 0, 0, 0])
    expect(cell).toEqual({ to: [7, 7], weight: 6, factors: [1, 0], singles: six, isWide: true })
    expect(others).toEqual([])
  })

  /** The numbers up to the last of `weights`, as a cell of one section. */
  const cellOf = (weights: readonly number[]): SharedCell => {
    const of = (lo: number, hi: number): number =>
      weights.slice(lo, hi + 1).reduce((sum, weight) => sum + weight, 0)
    const hi = weights.length - 1
    return sharedCell({ lo: 0, hi, to: [7, 7], factors: [1, 0], weight: of(0, hi), of, most: Infinity })
  }

  it('are values alone where each weighs an eighth or more', () => {
    expect(cellOf([3])).toMatchObject({ singles: [3], isWide: false })
    expect(cellOf([0])).toMatchObject({ singles: [0], isWide: false })
    expect(cellOf([2, 1, 5])).toMatchObject({ singles: [2, 1, 5], isWide: false })
    expect(cellOf([1, 1, 1, 1, 1, 1, 1, 1])).toMatchObject({ singles: Array(8).fill(1), isWide: false })
  })

  it('stay wide where a value weighs less, or where none has weight', () => {
    expect(cellOf([0, 9])).toMatchObject({ singles: [0, 9], isWide: false })
    expect(cellOf([8, 0, 0])).toMatchObject({ singles: [8], isWide: true })
    expect(cellOf([0, 0, 0])).toMatchObject({ singles: [], isWide: true })
  })

  it('stay wide where an eighth of their weight is too little for a number', () => {
    expect(cellOf([5e-324, 0, 0])).toMatchObject({ singles: [5e-324], isWide: true })
    expect(cellOf([0, 1.5e-323, 0, 0])).toMatchObject({ singles: [0, 1.5e-323], isWide: true })
  })
})
