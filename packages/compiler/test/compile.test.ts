import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { verifyLowered, witnesses } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { definePass, parseReproducer, pipeline, pipelineText, reproducer } from '@seccompile/pass'
import { sort } from '@seccompile/pass-sort'
import { ALLOW, arg, errno, policy } from '@seccompile/policy'
import { actionVerdict } from '@seccompile/policy/toolkit'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Policy } from '@seccompile/policy'
import { argument, witnesses as ruleWitnesses } from '@seccompile/rules'
import type { Rule, RuleSet } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { abiTable } from '@seccompile/syscalls'
import { conformance, disagreement } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules, cost, isPipelineName, passes, pipelines } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import { compile } from './with-tables.ts'

const names = Object.keys(pipelines) as PipelineName[]

// `size` and `speed` have the same passes, with two prices. pipelines.long.test.ts has the others.
describe('pipeline speed', () => {
  conformance(pipelines.speed.pass, { runs: 15 })
})

describe('the pipelines', () => {
  it('agree with the rules on every witness of rules and programs', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), (ir) => {
        for (const pipeline of names) {
          const program = compileRules(ir, { pipeline })
          expect(
            disagreement({ level: 'rules', ir }, { level: 'program', ir: program }, 'little'),
          ).toBeUndefined()
          expect(verifyLowered(program).filter(({ invariant }) => invariant !== 'P11')).toEqual([])
        }
      }),
      { numRuns: 4, includeErrorInReport: true },
    )
  })

  it('agree with the rules for big endian programs too', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), (ir) => {
        const program = compileRules(ir, { endianness: 'big' })
        expect(disagreement({ level: 'rules', ir }, { level: 'program', ir: program }, 'big')).toBeUndefined()
      }),
      { numRuns: 8, includeErrorInReport: true },
    )
  })

  it('have the same passes for speed and size', () => {
    expect(pipelineText(pipelines.size.pass)).toBe(pipelineText(pipelines.speed.pass))
  })

  it('consist of passes that have names', () => {
    const known = new Set(passes.map((pass) => pass.name))
    for (const { pass } of Object.values(pipelines))
      for (const name of pipelineText(pass)
        .replaceAll(/fixpoint\(|\)/g, '')
        .split(','))
        expect(known).toContain(name)
    expect(isPipelineName('speed')).toBe(true)
    expect(isPipelineName('constructor')).toBe(false)
  })
})

/** The difference on the call whose rule is dropped. */
const FORGOTTEN = 'on nr 0, arch X86_64, args 0x0 0x0 0x0 0x0 0x0 0x0: ALLOW before, ERRNO(EPERM) after'

describe('compile', () => {
  it('yields bytes, program, rules and the facts about them', () => {
    const mine = policy({ default: errno(1) })
      .allow('read')
      .allow('personality', arg(0).eq(0))
    const result = compile(mine)
    expect(result.bytes).toHaveLength(result.program.length * 8)
    expect(result.abis.map(({ token }) => token)).toEqual(['x86_64'])
    expect(result.warnings.map(({ name }) => name)).toEqual(['cannot-live'])
    const verdict = (nr: number, first = 0n): number =>
      meaning(result.program, seccompData({ nr, arch: AUDIT_ARCH.X86_64, args: [first] }))
    expect([verdict(0), verdict(1), verdict(135), verdict(135, 1n << 32n)]).toEqual(
      [ALLOW, errno(1), ALLOW, errno(1)].map(actionVerdict),
    )
  })

  it('carries a proof, unless told not to', () => {
    const mine = policy({ default: errno(1) }).allow('read')
    const { certificate } = compile(mine)
    expect(certificate).toMatchObject({ kind: 'proved' })
    for (const pipeline of names) expect(compile(mine, { pipeline }).certificate).toEqual(certificate)
    expect(compile(mine, { prove: false }).certificate).toEqual({ kind: 'skipped' })
  })

  it('proves filters of nearly the largest size, which test thousands of values of an argument', () => {
    const values = Array.from({ length: 3500 }, (_, i) => Math.imul(i, 0x9e37_79b1) >>> 0)
    const { program, certificate } = compile(
      policy({ default: errno(1) }).allow('ioctl', arg(1).in(...(values as [number, ...number[]]))),
    )
    expect(program.length).toBeGreaterThan(3500)
    expect(certificate.kind).toBe('proved')
  })

  it('measures the candidates and the proof with the given clock, and nothing else', () => {
    let time = 0
    const now = (): number => (time += 1000)
    const mine = policy({ default: errno(1) }).allow('read')
    const { certificate, tried, ...made } = compile(mine, { now })
    const { certificate: untimed, tried: untimedTrials, ...same } = compile(mine)
    expect(certificate).toEqual({ ...untimed, ms: 1000 })
    expect(tried).toEqual(untimedTrials.map((each) => ({ ...each, ms: 1000 })))
    expect([made, time]).toEqual([same, 2000 * (1 + tried.length)])
    expect(compile(mine, { now, prove: false }).certificate).toEqual({ kind: 'skipped' })
  })

  it('throws where a pass changes the meaning, with a call that shows it', () => {
    const forgetful = definePass({
      name: 'forget-last',
      from: 'rules',
      to: 'rules',
      summary: 'is broken',
      run: (rules) => ({
        ...rules,
        sections: rules.sections.map((section) => ({ ...section, rules: section.rules.slice(0, -1) })),
      }),
    })
    const broken = pipeline('broken', [pipeline('inner', [forgetful, sort]), pipelines.none.pass])
    const kept: string[] = []
    const instruments = [reproducer({ write: (text) => kept.push(text) })]
    expect(() =>
      compile(policy({ default: errno(1) }).allow('read'), { pipeline: broken, instruments }),
    ).toThrow(
      expect.objectContaining({
        code: 'E_PASS_MEANING',
        pass: 'forget-last',
        message: `forget-last: changes the meaning: ${FORGOTTEN}`,
      }),
    )
    expect(kept).toHaveLength(1)
    expect(parseReproducer(kept[0]!)).toMatchObject({ passes: 'forget-last', level: 'rules' })
  })

  it('prints the instruction pointer of a call where only it makes the difference', () => {
    const peeking = definePass({
      name: 'peeking',
      from: 'program',
      to: 'program',
      summary: 'tests the instruction pointer',
      run: (program) => [
        { code: BPF.LD_ABS, jt: 0, jf: 0, k: 8 },
        { code: BPF.JEQ_K, jt: 0, jf: 1, k: 5 },
        { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('LOG') },
        ...program,
      ],
    })
    const broken = pipeline('broken', [pipelines.none.pass, peeking])
    expect(() => compile(policy({ default: errno(1) }).allow('read'), { pipeline: broken })).toThrow(
      'on nr 0, arch 0x00000000, args 0x0 0x0 0x0 0x0 0x0 0x0, instruction pointer 0x5: KILL_THREAD before, LOG after',
    )
  })

  it('blames the whole pipeline where each single pass keeps the meaning', () => {
    // `blame` looks only at the parts of a pass, and here all parts are right.
    const swapping = definePass({
      name: 'swapping',
      from: 'rules',
      to: 'rules',
      summary: 'has another pass as its part',
      parts: [sort],
      run: (rules) => ({
        ...rules,
        sections: rules.sections.map((section) => ({ ...section, rules: [] })),
      }),
    })
    const kept: string[] = []
    const instruments = [reproducer({ write: (text) => kept.push(text) })]
    const whole = pipeline('whole', [swapping, pipelines.none.pass])
    expect(() =>
      compile(policy({ default: errno(1) }).allow('read'), { pipeline: whole, instruments }),
    ).toThrow(
      'changes what the filter means: on nr 0, arch X86_64, args 0x0 0x0 0x0 0x0 0x0 0x0 the rules say ALLOW and the program ERRNO(EPERM)',
    )
    expect(parseReproducer(kept[0]!)).toMatchObject({ passes: pipelineText(whole), level: 'rules' })
  })

  it('blames a pass that writes to the rules, so that the proof is not about changed rules', () => {
    const writing = definePass({
      name: 'writing',
      from: 'rules',
      to: 'rules',
      summary: 'removes a rule of its input',
      run: (rules) => {
        ;(rules.sections[0]!.rules as Rule[]).pop()
        return rules
      },
    })
    const source = policy({ default: errno(1) })
      .allow('read')
      .allow('write', arg(0).eq(1n))
    expect(() => compile(source, { pipeline: pipeline('p', [writing, pipelines.speed.pass]) })).toThrow(
      expect.objectContaining({ name: 'PassError', pass: 'writing' }),
    )
  })

  it('gives the same bytes each time', () => {
    const first = compile(dockerProfile).bytes
    expect(compile(dockerProfile).bytes).toEqual(first)
  })

  it('keeps as many calls in the allow bitmap under every pipeline', () => {
    const abis = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]
    const cached = names.map((pipeline) =>
      cost(compile(dockerProfile, { abis, pipeline }).program, abis).abis.map((abi) => abi.cached),
    )
    for (const counts of cached) expect(counts).toEqual(cached[0])
  })
})

describe('compileRules', () => {
  const many = (count: number): RuleSet => ({
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: Array.from({ length: count }, (_, i): Rule => {
          const value = BigInt(i * i * 5)
          return {
            numbers: [{ lo: 16, hi: 16 }],
            when: argument(1, [{ lo: value, hi: value }]),
            verdict: verdictOf('ALLOW'),
          }
        }),
        otherwise: 0,
      },
    ],
    badArch: 0,
  })

  it('refuses what does not fit 4096 instructions', () => {
    expect(() => compileRules(many(5000))).toThrow(
      /takes \d+ instructions, \d+ more than the 4096 a filter holds/,
    )
  })

  it('names the place of the tests that make the policy too large', () => {
    const place = (line: number) => ({ source: { file: 'p.json', line, column: 3 } })
    const mine: Policy = {
      defaultAction: errno(1),
      rules: [
        { names: [{ name: 'read' }], action: ALLOW, args: [arg(0).eq(1)], ...place(4) },
        { names: [{ name: 'ioctl' }], action: ALLOW, args: [], includes: { caps: ['CAP_BPF'] }, ...place(5) },
        ...Array.from({ length: 5000 }, (_, i) => ({
          names: [{ name: 'ioctl' }],
          action: ALLOW,
          args: [arg(1).eq(3 * i)],
          ...place(6 + i),
        })),
      ],
    }
    const text =
      /^p\.json:6:3: the filter would exceed 4096 instructions by \d+; most values are tested for ioctl \(5000 values/
    expect(() => compile(mine, { pipeline: 'none' })).toThrow(text)
  })

  it('finds room for a thousand values on one argument', () => {
    const rules = many(1000)
    const program = compileRules(rules)
    expect(program.length).toBeLessThan(1600)
    // A set, because a search through the rules for each of thousands of calls would take long.
    const values = new Set(Array.from({ length: 1000 }, (_, i) => BigInt(i * i * 5)))
    const isAllowed = ({ arch, nr, args }: SeccompData): boolean =>
      arch === AUDIT_ARCH.X86_64 && nr === 16 && values.has(args[1])
    const calls = [...ruleWitnesses(rules), ...witnesses(program, 'little')]
    const wrong = calls.find((data) => meaning(program, data) !== (isAllowed(data) ? verdictOf('ALLOW') : 0))
    expect(wrong).toBeUndefined()
  })

  it('proves a thousand dense values in 13 instructions (issue 18)', () => {
    const { certificate, program } = compile({
      defaultAction: errno(1),
      rules: Array.from({ length: 1000 }, (_, i) => ({
        names: [{ name: 'ioctl' }],
        action: ALLOW,
        args: [arg(1).eq(i)],
      })),
    })
    expect(certificate.kind).toBe('proved')
    expect(program).toHaveLength(13)
  })
})
