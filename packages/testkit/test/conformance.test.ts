import { definePass, fixpoint, PassError } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { describe, expect, it } from 'vitest'
import { conformance, conformanceChecks, edgesOf } from '@seccompile/testkit'
import type { ConformanceCheck } from '@seccompile/testkit'
import { brokenOn, brokenPasses, offByOne } from './broken-passes.ts'

const keep = definePass({
  name: 'keep',
  from: 'rules',
  to: 'rules',
  summary: 'does nothing',
  cost: { idempotent: true, insns: 'never-more' },
  run: (rules) => rules,
})

const LEVELS = ['rules', 'decision', 'program'] as const

/** The titles of the checks that fail. */
function failing(checks: readonly ConformanceCheck[]): readonly string[] {
  const fails = ({ run }: ConformanceCheck): boolean => {
    try {
      run()
      return false
    } catch {
      return true
    }
  }
  return checks.filter(fails).map(({ title }) => title)
}

conformance(keep, { runs: 20 })
conformance(fixpoint([keep]), { runs: 20 })

describe.each(LEVELS)('a pass on %s that does nothing', (level) => {
  const idle = definePass({ name: 'idle', from: level, to: level, summary: 'does nothing', run: (ir) => ir })
  conformance(idle as AnyPass, { runs: 20 })
})

describe('a pass that declines some inputs', () => {
  const odd = definePass({
    name: 'keep-small',
    from: 'rules',
    to: 'rules',
    summary: 'takes rule sets with few rules',
    declines: true,
    run: (rules) => {
      if (rules.sections.every(({ rules: list }) => list.length <= 3)) return rules
      throw new PassError('E_DECLINED', 'keep-small', 'section has more than 3 rules')
    },
  })
  conformance(odd, { runs: 40 })

  it('is not held for one that declines all where ten inputs in a row are declined', () => {
    let asked = 0
    const late = definePass({
      ...odd,
      run: (rules) => {
        if ((asked += 1) > 10) return rules
        throw new PassError('E_DECLINED', 'keep-small', 'not yet')
      },
    })
    const share = conformanceChecks(late, { runs: 10 }).find(({ title }) => title.includes('fair share'))
    expect(share?.run).not.toThrow()
    expect(asked).toBeGreaterThan(10)
  })

  it('fails where it does not say so beforehand', () => {
    const { declines: _, ...silent } = odd
    const [means] = conformanceChecks(silent, { runs: 40 })
    expect(() => means?.run()).toThrow('keep-small: section has more than 3 rules')
  })

  it('fails where it throws anything else', () => {
    const throws = definePass({
      ...odd,
      run: (): never => {
        throw new Error('out of luck')
      },
    })
    const [means] = conformanceChecks(throws, { runs: 40 })
    expect(() => means?.run()).toThrow('out of luck')
  })
})

describe('a broken pass', () => {
  it.each(Object.entries(brokenPasses))(
    'is caught by the check that it %s, and by no other',
    (title, make) => {
      const { pass, options } = make()
      expect(failing(conformanceChecks(pass, options))).toEqual([title])
    },
  )

  it.each(LEVELS)('that fails on one edge of %s is caught by that alone', (level) => {
    for (const edge of Object.keys(edgesOf(level)))
      expect(failing(conformanceChecks(brokenOn(level, edge), { runs: 2 }))).toEqual([
        `survives an edge: ${edge}`,
      ])
  })

  it('is there for every check', () => {
    const everything = {
      cost: { idempotent: true, insns: 'never-more', longestPath: 'never-longer' },
      declines: true,
    }
    const titles = conformanceChecks({ ...keep, ...everything } as AnyPass).map(({ title }) => title)
    expect(titles.filter((title) => !title.startsWith('survives an edge: ')).sort()).toEqual(
      Object.keys(brokenPasses).sort(),
    )
  })

  it('is shown with the call, both verdicts and both IRs', () => {
    const [means] = conformanceChecks(offByOne)
    expect(() => means?.run()).toThrow(
      /off-by-one changes what the filter means\ncall {4}nr \d+[^]*--- after \(rules\)/,
    )
  })

  it.each(['keeps what the filter means', 'is proved to keep what the filter means'])(
    'comes with a test to paste where it no longer %s',
    (title) => {
      const check = conformanceChecks(offByOne).find((each) => each.title === title)
      expect(() => check?.run()).toThrow(/--- a test to paste\nimport [^]*irFromJson\('rules', \{"sections"/)
    },
  )

  it('fails on the same input each time for one seed', () => {
    const messageOf = (seed: number): string => {
      const [means] = conformanceChecks(offByOne, { seed })
      try {
        means?.run()
        return 'passed'
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(messageOf(42)).toContain('seed: 42')
    expect(messageOf(42)).toBe(messageOf(42))
  })
})
