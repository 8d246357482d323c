/* Lint rules read meaning: a program has the same findings as the policy that it was made from. */
import { lint, lintRules } from '@seccompile/lint'
import type { LintExample, LintReport, LintRule } from '@seccompile/lint'
import { compile } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { policyTables, resolve } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

/** The pipelines of two shapes: the tree of the optimiser, and a list as libseccomp makes it. */
const PIPELINES: readonly PipelineName[] = ['speed', 'list']

/** The reports of a lint rule on an example: on its rules, and on the program of each pipeline. */
function reports(rule: LintRule, { policy, target }: LintExample): readonly LintReport[] {
  const [main, ...others] = policyTables(policy, undefined, signedAbiTable)
  const abis = [main!, ...others] as const
  const { rules } = resolve(policy, { abis, ...target })
  const filters = [
    { level: 'rules', ir: rules } as const,
    ...PIPELINES.map((pipeline) => {
      const { program } = compile(policy, { abis, ...target, pipeline, prove: false })
      return { level: 'program', ir: program } as const
    }),
  ]
  return filters.map((filter) => lint({ filter, abis, ...target }, [rule]))
}

describe.each(lintRules)('$name', (rule) => {
  it('says the same of the programs of its examples as of their rules', () => {
    const [caught, ...ofPrograms] = reports(rule, rule.caught)
    expect(caught?.findings.length).toBeGreaterThan(0)
    for (const report of ofPrograms) expect(report).toEqual(caught)
    for (const report of reports(rule, rule.nearMiss)) expect(report).toEqual({ findings: [], undecided: [] })
  })
})
