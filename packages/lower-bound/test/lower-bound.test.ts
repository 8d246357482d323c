import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { argument } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { rule, rules } from '@seccompile/rules/test-makers'
import { describe, expect, it } from 'vitest'
import type { PassContext } from '@seccompile/pass'
import { lowerBound } from '@seccompile/lower-bound'

const one: PassContext['weigh'] = (_, { lo, hi }) => Math.max(0, Math.min(hi, 9999) - lo + 1)
const allowed: PassContext['weigh'] = (arch, numbers, fate) =>
  fate === 'deny' ? 0 : one(arch, numbers, fate)

describe('lowerBound', () => {
  it('is what a program takes that has two ranges: two loads, two tests, a return', () => {
    expect(lowerBound(rules(rule(0, 9)), { weigh: allowed, effort: 'max' })).toEqual({
      steps: 5,
      exact: true,
    })
  })

  it('asks for one test of arguments where they have a say', () => {
    const when = argument(0, [{ lo: 1n, hi: 1n }])
    const { steps } = lowerBound(rules(rule(0, 9, when)), { weigh: allowed, effort: 'max' })
    expect(steps).toBe(7)
  })

  it('counts what is asked to count', () => {
    expect(lowerBound(rules(rule(0, 9)), { weigh: () => 0, effort: 'max' })).toEqual({
      steps: 0,
      exact: true,
    })
  })

  it('is a return alone where all that any architecture may do comes to one verdict', () => {
    const alike: RuleSet = { ...rules(rule(0, 9)), badArch: verdictOf('ERRNO', 1) }
    const all = { ...alike, sections: alike.sections.map((section) => ({ ...section, rules: [] })) }
    expect(lowerBound(all, { weigh: one, effort: 'max' })).toEqual({ steps: 1, exact: true })
    expect(lowerBound(alike, { weigh: allowed, effort: 'max' }).steps).toBe(5)
  })

  it('asks nothing of a section that weighs nothing, however many ranges it has', () => {
    const ranges = Array.from({ length: 450 }, (_, i) => rule(3 * i, 3 * i + 1))
    const [heavy] = rules(rule(0, 9)).sections
    const [light] = rules(...ranges).sections
    const both: RuleSet = {
      sections: [heavy!, { ...light!, arch: AUDIT_ARCH.I386 }],
      badArch: verdictOf('KILL_THREAD'),
    }
    const weigh: PassContext['weigh'] = (arch, numbers, fate) =>
      arch === AUDIT_ARCH.X86_64 ? allowed(arch, numbers, fate) : 0
    expect(lowerBound(both, { weigh, effort: 'max' })).toEqual({ steps: 5, exact: true })
  })

  it('comes close where a search of all takes too long', () => {
    // Some single values with weight, and far more values of next to no weight than a search can try.
    const heavy = Array.from({ length: 6 }, (_, i) => rule(2 * i))
    const light = Array.from({ length: 60 }, (_, i) => rule(1000 + i * i + 2 * i, 1000 + i * i + 2 * i))
    const weigh: PassContext['weigh'] = (arch, { lo, hi }, fate) =>
      hi < 1000 ? allowed(arch, { lo, hi }, fate) : 2 ** -20 * allowed(arch, { lo, hi }, fate)
    const part = lowerBound(rules(...heavy), { weigh, effort: 'max' })
    const whole = lowerBound(rules(...heavy, ...light), { weigh, effort: 'max' })
    expect(part.exact).toBe(true)
    expect(whole.exact).toBe(false)
    expect(whole.steps).toBeGreaterThan(0.95 * part.steps)
    expect(whole.steps).toBeGreaterThanOrEqual(
      lowerBound(rules(...heavy, ...light), { weigh, effort: 'default' }).steps,
    )
  })

  it('is no more than the best program takes where sums of weights are rounded', () => {
    // In thousandths, the weights sum to 76. The best of all trees takes 89 for the tests of the number.
    const weights = [0.001, 0, 0.001, 0.071, 0.001, 0.001, 0, 0.001]
    const verdicts = [2, 38, 1, 38, 2, 38, 1, 3].map((number) => verdictOf('ERRNO', number))
    const list = rules(...verdicts.map((verdict, nr) => rule(nr, nr, verdict)))
    const weigh: PassContext['weigh'] = (_, { lo, hi }) =>
      weights.reduce((sum, weight, nr) => (lo <= nr && nr <= hi ? sum + weight : sum), 0)
    const { steps, exact } = lowerBound(list, { weigh, effort: 'default' })
    // Two loads, a test of `arch` and a return.
    expect(steps).toBeCloseTo(4 + 89 / 76, 9)
    expect(exact).toBe(true)
  })

  it('is there for thousands of ranges, if low, and soon', () => {
    const ranges = rules(...Array.from({ length: 2000 }, (_, i) => rule(4 * i, 4 * i + 1)))
    const { steps } = lowerBound(ranges, { weigh: allowed, effort: 'default' })
    expect(steps).toBeGreaterThan(5)
    expect(steps).toBeLessThan(4 + 12)
  })

  it('is exact with default effort for a list that is short', () => {
    const list = rules(...Array.from({ length: 8 }, (_, i) => rule(3 * i * i, 3 * i * i + (i % 3))))
    const quick = lowerBound(list, { weigh: allowed, effort: 'default' })
    expect(quick).toEqual({ ...lowerBound(list, { weigh: allowed, effort: 'max' }), exact: true })
  })

  it('is exact for a range of many values that weigh alike', () => {
    // 600 values of one cell, each with a gap beside it.
    const weigh: PassContext['weigh'] = (_, { lo, hi }, fate) =>
      fate === 'deny' ? 0 : Math.max(0, Math.floor(Math.min(hi, 1200) / 2) - Math.ceil(lo / 2) + 1)
    // Two loads, a test of `arch`, two of the number, and the return.
    const { steps, exact } = lowerBound(rules(rule(10, 1200)), { weigh, effort: 'max' })
    expect({ steps, exact }).toEqual({ steps: 6, exact: true })
  })

  it('claims nothing where there are more ranges than it looks at', () => {
    const ranges = rules(...Array.from({ length: 450 }, (_, i) => rule(4 * i, 4 * i + 1)))
    expect(lowerBound(ranges, { weigh: allowed, effort: 'max' }).exact).toBe(false)
  })

  it('is not called exact where calls without weight take more tests of the others', () => {
    // For numbers 0 to 2, it is best to test number 1 first. Number 3 has a third verdict: then 0 and 2 take one test
    // more.
    const errno = verdictOf('ERRNO', 2)
    const some = rules(rule(0, 0, errno), rule(1), rule(2, 2, errno))
    const weigh: PassContext['weigh'] = (_, { lo, hi }) => (lo <= 0 ? 5 : 0) + (lo <= 1 && 1 <= hi ? 1 : 0)
    const { steps, exact } = lowerBound(some, { weigh, effort: 'max' })
    expect(exact && steps < 4 + 7 / 6).toBe(false)
  })

  it('tells a value that weighs all from the range beside its own', () => {
    const weigh: PassContext['weigh'] = (_, { lo, hi }, fate) =>
      fate === 'allow' && lo <= 70 && 70 <= hi ? 1 : 0
    expect(lowerBound(rules(rule(50, 99)), { weigh, effort: 'default' })).toEqual({ steps: 5, exact: true })
  })

  it('claims nothing where arguments decide a call that counts', () => {
    const when = argument(0, [{ lo: 0n, hi: 0n }])
    const list = rules(rule(0, 0, when), rule(1))
    expect(lowerBound(list, { weigh: allowed, effort: 'max' }).exact).toBe(false)
  })

  it('is that of a list, where a list is best', () => {
    const { steps, exact } = lowerBound(rules(rule(3), rule(4)), { weigh: allowed, effort: 'max' })
    // Two loads, a test of `arch`, one or two of the number, a return. A range would take two tests for both numbers.
    expect({ steps, exact }).toEqual({ steps: 5.5, exact: true })
  })

  it('is that of a value tested alone inside its range, where it outweighs the range', () => {
    const weigh: PassContext['weigh'] = (_, { lo, hi }, fate) =>
      fate === 'deny' ? 0 : lo <= 202 && 202 <= hi ? 1 : 0
    expect(lowerBound(rules(rule(100, 300)), { weigh, effort: 'max' })).toEqual({ steps: 5, exact: true })
  })

  it('asks for no test and load of `arch` where every architecture treats a number alike', () => {
    const { sections } = rules(rule(0, 9))
    const alike: RuleSet = { sections, badArch: verdictOf('ERRNO', 1) }
    const denied: PassContext['weigh'] = (_, { lo, hi }, fate) =>
      fate === 'deny' && lo <= 50 && 50 <= hi ? 1 : 0
    // The load and the test of the number, and the return.
    expect(lowerBound(alike, { weigh: denied, effort: 'max' }).steps).toBe(3)
    expect(lowerBound(rules(rule(0, 9)), { weigh: denied, effort: 'max' }).steps).toBe(5)
  })

  it('is no more than a test of one architecture first takes that is treated as the values beside it', () => {
    const sectionOf = (arch: number, ...told: readonly Verdict[]): RuleSet['sections'][number] => ({
      ...rules(rule(0, 0, ...told)).sections[0]!,
      arch,
    })
    const three: RuleSet = {
      sections: [
        sectionOf(AUDIT_ARCH.I386, verdictOf('ERRNO', 2)),
        sectionOf(AUDIT_ARCH.X86_64, verdictOf('KILL_THREAD')),
        sectionOf(AUDIT_ARCH.AARCH64, verdictOf('ALLOW')),
      ],
      badArch: verdictOf('KILL_THREAD'),
    }
    const weigh: PassContext['weigh'] = (arch, { lo }) => (lo > 0 ? 0 : arch === AUDIT_ARCH.X86_64 ? 10 : 1)
    // Two loads, a test of the number, a return; `arch` of x86_64 takes one test, the others take two and three.
    const { steps } = lowerBound(three, { weigh, effort: 'max' })
    expect(steps).toBeLessThanOrEqual(4 + (10 + 2 + 3) / 12)
    expect(steps).toBeGreaterThan(5)
  })

  it('counts the tests of `arch` of several sections number by number', () => {
    const [one, other] = [rules(rule(0, 9)).sections[0]!, rules(rule(0, 9)).sections[0]!]
    const both: RuleSet = {
      sections: [one, { ...other, arch: AUDIT_ARCH.I386 }],
      badArch: verdictOf('KILL_THREAD'),
    }
    // Each section has half of the weight: one or two tests of `arch`, two loads, a test of the number, a return.
    expect(lowerBound(both, { weigh: allowed, effort: 'max' })).toEqual({ steps: 5.5, exact: true })
  })

  it('is raised no further where it is near a value, and else until the tables know no more', () => {
    // Numbers that differ between the two architectures, and a call of each whose arguments decide.
    const when = argument(0, [{ lo: 1n, hi: 1n }])
    const sectionOf = (arch: number, step: number): RuleSet['sections'][number] => {
      const calls = Array.from({ length: 14 }, (_, at) => rule(step * at, step * at))
      return { ...rules(...calls, rule(90, 90, when)).sections[0]!, arch }
    }
    const both: RuleSet = {
      sections: [sectionOf(AUDIT_ARCH.X86_64, 3), sectionOf(AUDIT_ARCH.I386, 5)],
      badArch: verdictOf('KILL_THREAD'),
    }
    const bound = (value: number = Infinity): number =>
      lowerBound(both, { weigh: allowed, effort: 'default' }, { value }).steps
    const quick = bound(0)
    expect(quick).toBeLessThan(bound())
    expect(bound(quick + 0.009)).toBe(quick)
    expect(bound(quick + 0.011)).toBe(bound())
  })
})
