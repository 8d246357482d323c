import { BPF, verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Verdict, Word } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { program } from '@seccompile/cbpf'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass, fixpoint, irToJson, PassError } from '@seccompile/pass'
import type { AnyPass, IrByLevel, Level, Pass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { isAlways, mapSections, U32 } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conformance, conformanceChecks, edgesOf } from '@seccompile/testkit'
import type { ConformanceCheck, ChangedMeaning } from '@seccompile/testkit'
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

describe('a pass that changes the meaning on purpose', () => {
  const mapped = (verdict: Verdict): Verdict => (verdict === verdictOf('LOG') ? verdictOf('ALLOW') : verdict)
  const logless = (rules: RuleSet, map: (verdict: Verdict) => Verdict): RuleSet => ({
    sections: rules.sections.map((section) => ({
      ...section,
      rules: section.rules.map((rule) => ({ ...rule, verdict: map(rule.verdict) })),
      otherwise: map(section.otherwise),
    })),
    badArch: map(rules.badArch),
  })
  const made = (map: (verdict: Verdict) => Verdict): Pass<'rules'> =>
    definePass({
      name: 'allow-logged',
      from: 'rules',
      to: 'rules',
      summary: 'allows what is logged',
      run: (rules) => {
        const after = logless(rules, map)
        return JSON.stringify(irToJson('rules', after)) === JSON.stringify(irToJson('rules', rules))
          ? rules
          : after
      },
    })
  const meaning: ChangedMeaning = {
    verdict: mapped,
    prove: (before, after, endianness, limits) => {
      const expected = { level: 'rules', ir: logless(before.ir as RuleSet, mapped) } as const
      return equal(expected, after, { endianness, ...limits })
    },
  }
  const MEANING = ['keeps what the filter means', 'is proved to keep what the filter means']

  conformance(made(mapped), { meaning, runs: 40 })

  it.each<[string, Pass<'rules'>, { readonly meaning?: ChangedMeaning }]>([
    ['without the option', made(mapped), {}],
    [
      'with another meaning',
      made((verdict) => (verdict === verdictOf('TRAP') ? verdictOf('ALLOW') : verdict)),
      { meaning },
    ],
    ['with its input', keep, { meaning }],
  ])('fails %s', (_, pass, options) => {
    expect(failing(conformanceChecks(pass, options))).toEqual(expect.arrayContaining(MEANING))
  })

  it('shows the call, and the verdict that is expected', () => {
    const [check] = conformanceChecks(keep, { meaning })
    expect(check?.run).toThrow(/keep gives a call LOG; expected ALLOW\ncall {4}nr/)
  })
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

describe('a pass that forgets to return', () => {
  it.each(LEVELS)('%s is told so by every check that runs it', (level) => {
    const run = (): never => undefined as never
    const forgetful = definePass({ name: 'forgetful', from: level, to: level, summary: 'forgets', run })
    const cost = { idempotent: true, insns: 'never-more' } as const
    for (const check of conformanceChecks({ ...forgetful, cost }, { runs: 1 }))
      expect(check.run, check.title).toThrow(`forgetful: yields no ${level} IR: run returns undefined`)
  })
})

describe('a pass that claims that no call executes more', () => {
  /** The message of the check of the claim for a pass that turns `before` into `after`. */
  const told = <L extends Level>(level: L, before: IrByLevel[L], after: IrByLevel[L]): string => {
    const cost = { longestPath: 'never-longer' } as const
    const run = (ir: IrByLevel[L]): IrByLevel[L] => (ir === before ? after : ir)
    const pass = { name: 'claims', from: level, to: level, summary: 'claims', cost, run }
    const checks = conformanceChecks(pass, { arbitrary: fc.constant(before), runs: 2 })
    try {
      checks.find(({ title }) => title === 'never makes a call execute more')?.run()
      return 'nothing'
    } catch (error) {
      return (error as Error).message
    }
  }
  const ALLOW = verdictOf('ALLOW')

  it('fails where only a call that the output asks for executes more', () => {
    // Passed through the gate, so that the pass gets this very object.
    const before = program([insn(BPF.LD_ABS, 4), insn(BPF.LD_ABS, 4), insn(BPF.RET_K, ALLOW)])
    const after = [insn(BPF.LD_ABS), insn(BPF.JEQ_K, 77, 0, 1), insn(BPF.LD_IMM), insn(BPF.RET_K, ALLOW)]
    const text = told('program', before, after)
    expect(text).toMatch(/what a call executes grows from 3 to 4\ncall {4}nr 77 /)
    expect(text).toContain('--- after (program)')
  })

  it('fails where a call meets one test of a decision more, though no more than the longest way', () => {
    const b = decisionBuilder()
    const [allow, deny] = [b.verdict(ALLOW), b.verdict(verdictOf('ERRNO', 1))]
    const asks = (word: Word, k: number, then: Decision, otherwise: Decision): Decision => ({
      kind: 'test', word, mask: WHOLE_WORD, op: 'eq', k, then, else: otherwise,
    }) // prettier-ignore
    const nested = asks(WORD_ARCH, 1, allow, deny)
    const before = asks(WORD_NR, 5, nested, deny)
    expect(told('decision', before, before)).toBe('nothing')
    expect(told('decision', before, asks(WORD_NR, 5, asks(WORD_ARCH, 1, allow, deny), deny))).toBe('nothing')
    expect(told('decision', before, asks(WORD_NR, 5, nested, asks(WORD_ARCH, 1, deny, deny)))).toContain(
      'what a call executes grows from 1 to 2',
    )
  })

  it('is told that there is nothing to compare on rules, where definePass was not asked', () => {
    const rules = edgesOf('rules')['one rule']!
    expect(told('rules', rules, { ...rules })).toContain(
      'rules execute nothing that could be counted; a pass on them cannot claim "longestPath"',
    )
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

  it('is caught on an edge where it drops the rule that all calls match, which random rules rarely have', () => {
    const pass = definePass({
      name: 'drop-behind-all',
      from: 'rules',
      to: 'rules',
      summary: 'drops rules behind one that all calls match, and that one too',
      run: (rules) =>
        mapSections(rules, (section) => {
          const all = section.rules.findIndex(
            ({ numbers: [first], when }) => isAlways(when) && first?.lo === 0 && first.hi === U32.max,
          )
          const isLast = all === section.rules.length - 1
          return all === -1 || isLast ? section : { ...section, rules: section.rules.slice(0, all) }
        }),
    })
    expect(failing(conformanceChecks(pass, { runs: 2, seed: 1 }))).toContain(
      'survives an edge: a rule behind all numbers',
    )
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
