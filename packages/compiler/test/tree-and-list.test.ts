/*
 * A tree and a list of the same rules mean the same. So do libseccomp's list and libseccomp's tree.
 *
 * Random policies are compiled in these four ways. Each filter runs on the witnesses of rules and program, and is
 * proved to mean the rules.
 */
import { pipelines } from '@seccompile/compiler'
import { pipeline, runPass } from '@seccompile/pass'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lower } from '@seccompile/pass-lower'
import { resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { equal } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { abiTable } from '@seccompile/syscalls'
import { disagreement } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ways = [
  ['tree', pipelines.speed.pass],
  ['list', pipelines.list.pass],
  ["libseccomp's list", pipeline("libseccomp's list", [libseccompList, lower])],
  ["libseccomp's tree", pipeline("libseccomp's tree", [libseccompTree, lower])],
] as const

/** The digests of the four filters of `ir`: one digest, unless some proof outgrows its bounds. */
function digests(ir: RuleSet): ReadonlySet<string> {
  const rules = { level: 'rules', ir } as const
  const found = ways.map(([name, pass]) => {
    const program = { level: 'program', ir: runPass(pass, ir) } as const
    expect(disagreement(rules, program, 'little'), name).toBeUndefined()
    const answer = equal(rules, program, { endianness: 'little' })
    expect(['equal', 'undecided'], name).toContain(answer.kind)
    return answer.kind === 'equal' ? answer.digest : 'undecided'
  })
  return new Set(found)
}

describe("tree, list, libseccomp's list and libseccomp's tree", () => {
  it('mean the same for random policies', () => {
    const counts = { proved: 0, all: 0 }
    fc.assert(
      fc.property(arbitraryRuleSet({ maxRules: 4 }), (ir) => {
        const found = digests(ir)
        counts.all += 1
        if (found.size === 1 && !found.has('undecided')) counts.proved += 1
        else expect(found).toContain('undecided')
      }),
      { numRuns: 20 },
    )
    expect(counts.proved / counts.all).toBeGreaterThan(0.8)
  })

  it("are proved to mean the same for Docker's profile", () => {
    const { rules } = resolve(dockerProfile, { abis: [abiTable('x86_64')] })
    const found = digests(rules)
    expect(found.size).toBe(1)
    expect(found).not.toContain('undecided')
  })
})
