/*
 * Programs by other tools, compared with figures that another interpreter measured on them.
 */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { call } from '@seccompile/abi/test-makers'
import { decode, isConditional, reachable, witnesses } from '@seccompile/cbpf'
import { baseline, BASELINE_NAMES, resolvedPolicy, syscallFrequencies } from '@seccompile/vectors'
import type { BaselineName, ResolvedRule, VectorPolicyName } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { coverage, isConstAllow, meaning, run } from '@seccompile/interpreter'

const load = (name: BaselineName): Program => decode(baseline(name), 'little')
const policyOf = (name: BaselineName): VectorPolicyName =>
  name.endsWith('docker-args') ? 'docker-args' : 'docker-flat'
const allowed = (name: BaselineName): readonly ResolvedRule[] =>
  resolvedPolicy(policyOf(name)).rules.filter(({ action }) => action.action === 'ALLOW')

const steps = (program: Program, nr: number): number => run(program, call(nr)).steps
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))
/** socket, clone and personality. */
const CONDITIONAL = [41, 56, 135]
/** A number that no call has. */
const UNLISTED = 400

describe('instructions executed over the allowed calls with zero arguments', () => {
  it.each<[BaselineName, number, number, number, number]>([
    // name, instructions, mean, most, mean weighted by how often calls are made
    ['minijail-bst.docker-flat', 58, 8.32, 13, 6.9],
    ['minijail-bst-freq.docker-flat', 58, 8.98, 19, 6.02],
    ['kafel.docker-flat', 67, 9.67, 10, 9.34],
    ['bpf_dsl-emulated.docker-flat', 68, 10.67, 11, 10.34],
    ['gvisor.docker-flat', 150, 11.21, 19, 8.25],
    ['easyseccomp.docker-flat', 80, 17.31, 54, 11.07],
    ['libseccomp-2.6.0-O2.docker-flat', 399, 15.31, 17, 14.46],
    ['libseccomp-2.6.0-O1.docker-flat', 319, 160, 314, 87.62],
    ['seccompiler.docker-flat', 1550, 314, 622, 169.25],
    ['minijail-bst.docker-args', 104, 9.04, 31, 7.62],
    ['bpf_dsl-emulated.docker-args', 103, 11.08, 19, 11],
    ['kafel.docker-args', 106, 10.35, 15, 8.26],
    ['gvisor.docker-args', 170, 13.8, 22, 10.72],
    ['libseccomp-2.6.0-O2.docker-args', 425, 15.37, 22, 13.9],
    ['libseccomp-2.6.0-O1.docker-args', 345, 160.16, 323, 86.56],
  ])('are as published for %s', (name, insns, mean, most, weighted) => {
    const program = load(name)
    const calls = allowed(name)
    const frequencies = syscallFrequencies()
    const each = calls.map((rule) => ({
      steps: steps(program, rule.nr),
      weight: frequencies[rule.name] ?? 0,
    }))
    const total = each.reduce((sum, one) => sum + one.weight, 0)
    expect(program).toHaveLength(insns)
    expect(calls).toHaveLength(309)
    expect(rounded(each.reduce((sum, one) => sum + one.steps, 0) / each.length, 2)).toBe(mean)
    expect(Math.max(...each.map((one) => one.steps))).toBe(most)
    expect(rounded(each.reduce((sum, one) => sum + one.steps * one.weight, 0) / total, 2)).toBe(weighted)
  })

  it.each<[BaselineName, number]>([
    ['libseccomp-2.6.0-O2.docker-flat', 17],
    ['libseccomp-2.6.0-O1.docker-flat', 314],
    ['seccompiler.docker-flat', 622],
    ['libseccomp-2.6.0-O2.docker-args', 17],
    ['libseccomp-2.6.0-O1.docker-args', 315],
  ])('are the most for an unlisted call: %s', (name, expected) => {
    expect(steps(load(name), UNLISTED)).toBe(expected)
  })
})

describe('the verdicts of all programs of a policy', () => {
  it.each(BASELINE_NAMES)('are those of its rules: %s', (name) => {
    const program = load(name)
    // The README of the vectors explains the exceptions.
    const denied = name.startsWith('minijail-c.') ? verdictOf('KILL_THREAD') : verdictOf('ERRNO', 1)
    const unconditional = resolvedPolicy(policyOf(name)).rules.filter(({ conds }) => conds.length === 0)
    const verdicts = new Map(
      unconditional.map(({ nr, action }) => [
        nr,
        action.action === 'ALLOW'
          ? verdictOf('ALLOW')
          : name.startsWith('seccompiler.')
            ? denied
            : verdictOf('ERRNO', action.errno),
      ]),
    )
    for (let nr = 0; nr < 500; nr++) {
      if (policyOf(name) === 'docker-args' && CONDITIONAL.includes(nr)) continue
      expect(meaning(program, call(nr)), `${nr}`).toBe(verdicts.get(nr) ?? denied)
    }
  })

  it('agree on socket, clone and personality', () => {
    const personalities: readonly bigint[] = [0n, 8n, 0x2_0000n, 0x2_0008n, 0xffff_ffffn]
    for (const name of BASELINE_NAMES.filter((each) => policyOf(each) === 'docker-args')) {
      const allows = (nr: number, arg: bigint): boolean =>
        meaning(load(name), call(nr, arg)) === verdictOf('ALLOW')
      for (let domain = 0n; domain < 50n; domain++)
        expect(allows(41, domain), `${name} socket ${domain}`).toBe(domain !== 38n && domain !== 40n)
      for (let bit = 0n; bit < 32n; bit++)
        expect(allows(56, 1n << bit), `${name} clone ${bit}`).toBe((0x7e02_0000n & (1n << bit)) === 0n)
      for (const persona of [...personalities, 1n, 9n, 0x2_0001n, 0xffff_fffen])
        expect(allows(135, persona), `${name} personality ${persona}`).toBe(personalities.includes(persona))
    }
  })
})

describe('the allow bitmap', () => {
  it.each(BASELINE_NAMES)('takes the calls allowed unconditionally, and no other: %s', (name) => {
    const program = load(name)
    const cached = Array.from({ length: 470 }, (_, nr) => nr).filter((nr) =>
      isConstAllow(program, nr, AUDIT_ARCH.X86_64),
    )
    const expected = allowed(name).filter(({ conds }) => conds.length === 0)
    expect(cached).toEqual(expected.map(({ nr }) => nr).sort((a, b) => a - b))
    expect(cached).toHaveLength(policyOf(name) === 'docker-args' ? 306 : 309)
  })
})

describe('the witnesses', () => {
  it.each(BASELINE_NAMES)('execute every instruction that any call executes: %s', (name) => {
    const program = load(name)
    const seen = coverage(program, witnesses(program))
    // Numbers near all constants of the program, and the arguments that its policy tests.
    const numbers = [
      ...Array.from({ length: 520 }, (_, nr) => nr),
      0x3fff_ffff,
      0x4000_0000,
      0xffff_fffe,
      0xffff_ffff,
    ]
    const values = [
      0n,
      1n,
      8n,
      37n,
      38n,
      39n,
      40n,
      41n,
      0x2_0000n,
      0x2_0008n,
      0xffff_ffffn,
      0x1_0000_0000n,
      0x7e02_0000n,
    ]
    const calls = [
      ...numbers.map((nr) => call(nr)),
      ...CONDITIONAL.flatMap((nr) => values.map((value) => call(nr, value))),
    ]
    const wrongArch = { ...call(0), arch: AUDIT_ARCH.I386 }
    const other = coverage(program, [...calls, wrongArch])
    const reached = reachable(program)
    for (const [pc, { code }] of program.entries()) {
      if (other.executed[pc] === true) expect(seen.executed[pc], `pc ${pc}`).toBe(true)
      if (seen.executed[pc] === true) expect(reached[pc]).toBe(true)
      if (!isConditional(code)) continue
      if (other.then[pc] === true) expect(seen.then[pc], `then of pc ${pc}`).toBe(true)
      if (other.else[pc] === true) expect(seen.else[pc], `else of pc ${pc}`).toBe(true)
    }
  })
})
