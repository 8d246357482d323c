import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { ALWAYS, argument } from '@seccompile/rules'
import type { Predicate, Rule, RuleSet } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { lowerBound } from '@seccompile/pass-bst'

const rule = (lo: number, hi = lo, when: Predicate = ALWAYS): Rule => ({
  numbers: [{ lo, hi }],
  when,
  verdict: verdictOf('ALLOW'),
})
const rules = (...list: Rule[]): RuleSet => ({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules: list, otherwise: verdictOf('ERRNO', 1) }],
  badArch: verdictOf('KILL_THREAD'),
})
const one = (): number => 1
const allowed = (_: number, __: unknown, fate: string): number => (fate === 'deny' ? 0 : 1)

describe('lowerBound', () => {
  it('is what a program takes that has two ranges: two loads, two tests, a return', () => {
    expect(lowerBound(rules(rule(0, 9)), { weigh: one, effort: 'max' })).toEqual({ steps: 5, exact: true })
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
    expect(lowerBound(alike, { weigh: one, effort: 'max' }).steps).toBe(5)
  })

  it('asks nothing of a section that weighs nothing, however many ranges it has', () => {
    const ranges = Array.from({ length: 450 }, (_, i) => rule(3 * i, 3 * i + 1))
    const [heavy] = rules(rule(0, 9)).sections
    const [light] = rules(...ranges).sections
    const both: RuleSet = {
      sections: [heavy!, { ...light!, arch: AUDIT_ARCH.I386 }],
      badArch: verdictOf('KILL_THREAD'),
    }
    const weigh = (arch: number): number => (arch === AUDIT_ARCH.X86_64 ? 1 : 0)
    expect(lowerBound(both, { weigh, effort: 'max' })).toEqual({ steps: 5, exact: true })
  })

  it('comes close by the heaviest part where a search of all takes too long', () => {
    // Some single values, and far more than a search can try that weigh next to nothing.
    const heavy = Array.from({ length: 6 }, (_, i) => rule(2 * i))
    const light = Array.from({ length: 60 }, (_, i) => rule(1000 + i * i + 2 * i, 1000 + i * i + 2 * i))
    const weigh = (_: number, { lo }: { lo: number }, fate: string): number =>
      fate === 'deny' ? 0 : lo < 1000 ? 1 : 2 ** -20
    const part = lowerBound(rules(...heavy), { weigh, effort: 'max' })
    const whole = lowerBound(rules(...heavy, ...light), { weigh, effort: 'max' })
    expect(part.exact).toBe(true)
    expect(whole.exact).toBe(false)
    expect(whole.steps).toBeGreaterThan(0.95 * part.steps)
    expect(whole.steps).toBeGreaterThan(
      lowerBound(rules(...heavy, ...light), { weigh, effort: 'default' }).steps,
    )
  })

  it('is there for thousands of ranges, a little lower, and soon', () => {
    const ranges = (count: number): RuleSet =>
      rules(...Array.from({ length: count }, (_, i) => rule(4 * i, 4 * i + 1)))
    const [few, many] = [500, 4000].map(
      (count) => lowerBound(ranges(count), { weigh: one, effort: 'max' }).steps,
    )
    // Eight times the ranges take three tests more.
    expect(many! - few!).toBeGreaterThan(2.9)
    expect(many! - few!).toBeLessThan(3.05)
  })

  it('is exact with all effort only, and never less then', () => {
    const list = rules(...Array.from({ length: 20 }, (_, i) => rule(i * i, i * i + (i % 3))))
    const quick = lowerBound(list, { weigh: one, effort: 'default' })
    const exact = lowerBound(list, { weigh: one, effort: 'max' })
    expect(quick.exact).toBe(false)
    expect(exact.exact).toBe(true)
    expect(quick.steps).toBeLessThanOrEqual(exact.steps)
    expect(quick.steps).toBeGreaterThan(exact.steps * 0.7)
  })
})
