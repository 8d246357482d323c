/* Every lint rule catches its example, and leaves its near miss alone. */
import { letsRun } from '@seccompile/abi'
import { policyTables, resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { lint, lintRules } from '@seccompile/lint'
import type { LintExample, LintReport, LintRule } from '@seccompile/lint'

/** What `rule` finds in an example, as rules. */
function findings(rule: LintRule, { policy, target }: LintExample): LintReport {
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  const { rules } = resolve(policy, { abis: [main!, ...others], ...target })
  return lint({ filter: { level: 'rules', ir: rules }, abis: [main!, ...others], policy, ...target }, [rule])
}

it('has lint rules with names apart, in order, with two sentences and a source', () => {
  const names = lintRules.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)].toSorted())
  for (const { means, remedy, sources } of lintRules) {
    expect([means, remedy].filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([])
    expect(sources.length).toBeGreaterThan(0)
  }
})

describe.each(lintRules)('$name', (rule) => {
  it('catches its example, by a call that the filter confirms', () => {
    const { findings: found, undecided } = findings(rule, rule.caught)
    expect(undecided).toEqual([])
    expect(found.map(({ name }) => name)).toContain(rule.name)
    for (const { name, severity } of found) expect([name, severity]).toEqual([rule.name, rule.severity])
  })

  it('leaves its near miss alone', () => {
    expect(findings(rule, rule.nearMiss)).toEqual({ findings: [], undecided: [] })
  })
})

it('shows the call of a gap that runs, and the one that is refused', () => {
  const rule = lintRules.find(({ name }) => name === 'width-gap')!
  const { rules } = resolve(rule.caught.policy, { abis: [signedAbiTable('x86_64')] })
  const [gap] = findings(rule, rule.caught).findings
  expect(gap?.message).toBe(
    'setpriority(0x100000002, …) runs and setpriority(PRIO_USER, …) is refused; the kernel reads 32 bits of which, so both are one call',
  )
  expect(letsRun(meaning(rules, gap!.call!.data))).toBe(true)
  expect(letsRun(meaning(rules, gap!.other!.data))).toBe(false)
})
