import { AUDIT_ARCH, BPF, SECCOMP_RET_ACTION_FULL, seccompData, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode } from '@seccompile/cbpf'
import { decisionBuilder } from '@seccompile/decision'
import { all, ALWAYS, argument, meaning } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import * as rules from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { baseline } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changes,
  difference,
  digest,
  equal,
  intersect,
  solve,
  stackVerdict,
  subset,
} from '@seccompile/prover'
import type { LeveledIr, Subject } from '@seccompile/prover'

const constant = (verdict: Verdict): LeveledIr => ({
  level: 'decision',
  ir: decisionBuilder().verdict(verdict),
})
const of = (name: Parameters<typeof baseline>[0]): LeveledIr => ({
  level: 'program',
  ir: decode(baseline(name), 'little'),
})
const docker = of('libseccomp-2.6.0-O2.docker-args')
const native = { arch: AUDIT_ARCH.X86_64, numbers: [{ lo: 0, hi: 0x3fff_ffff }] }

/** The actions, the strongest first, in the order of the kernel's manual. */
const BY_STRENGTH = [
  'KILL_PROCESS',
  'KILL_THREAD',
  'TRAP',
  'ERRNO',
  'USER_NOTIF',
  'TRACE',
  'LOG',
  'ALLOW',
] as const
const placeOf = (verdict: Verdict): number =>
  BY_STRENGTH.findIndex((name) => verdictOf(name) === (verdict & SECCOMP_RET_ACTION_FULL) >>> 0)

describe('subset', () => {
  it('orders actions as the kernel does, all pairs', () => {
    BY_STRENGTH.forEach((a, i) => {
      BY_STRENGTH.forEach((b, j) => {
        const answer = subset(constant(verdictOf(a, 7)), constant(verdictOf(b, 3)))
        expect(answer.kind).toBe(i <= j ? 'subset' : 'weaker')
      })
    })
  })

  it('judges an action that the kernel does not know as the death of the process', () => {
    for (const unknown of [0x7ffd_0001, 0x7ffe_0005, 0x8001_0000, 0xffff_0000]) {
      expect(subset(constant(verdictOf('LOG')), constant(unknown)).kind).toBe('weaker')
      expect(subset(constant(unknown), constant(verdictOf('KILL_PROCESS'))).kind).toBe('subset')
      expect(subset(constant(verdictOf('KILL_PROCESS')), constant(unknown)).kind).toBe('subset')
      expect(changes(constant(verdictOf('ALLOW')), constant(unknown))).toMatchObject({
        changes: [{ direction: 'stricter' }],
      })
    }
  })

  it('judges a stack by the action that wins in it', () => {
    // LOG is below 0x7ffd: the stack logs, and the other filter alone kills.
    const stack = (...all: readonly Verdict[]): Subject => ({ level: 'stack', ir: all.map(constant) })
    expect(stackVerdict([verdictOf('LOG'), 0x7ffd_0001])).toBe(verdictOf('LOG'))
    expect(subset(stack(verdictOf('LOG'), 0x7ffd_0001), constant(0x7ffd_0001)).kind).toBe('weaker')
    expect(subset(stack(verdictOf('ALLOW'), 0x7ffd_0001), constant(verdictOf('KILL_PROCESS'))).kind).toBe(
      'subset',
    )
  })

  it('yields a call with a weaker verdict', () => {
    expect(subset(of('libseccomp-2.6.0-O2.docker-flat'), docker, { within: native })).toEqual({
      kind: 'weaker',
      data: seccompData({ nr: 41, arch: AUDIT_ARCH.X86_64, args: [38n] }),
      left: verdictOf('ALLOW'),
      right: verdictOf('ERRNO', 1),
    })
    expect(subset(docker, of('libseccomp-2.6.0-O2.docker-flat'), { within: native }).kind).toBe('subset')
  })

  it('agrees with a search at the edges of rules', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), arbitraryRuleSet(), (left, right) => {
        const answer = subset({ level: 'rules', ir: left }, { level: 'rules', ir: right })
        const seen = [...rules.witnesses(left), ...rules.witnesses(right)].some(
          (data) => placeOf(meaning(left, data)) > placeOf(meaning(right, data)),
        )
        if (seen) expect(answer.kind).toBe('weaker')
      }),
      { numRuns: 20, includeErrorInReport: true },
    )
  })
})

describe('intersect', () => {
  it('gives each call the stronger verdict, and of equal actions the newer', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), arbitraryRuleSet(), (older, newer) => {
        const both = intersect({ level: 'rules', ir: older }, { level: 'rules', ir: newer })
        if (both.kind === 'undecided') return
        if (both.kind === 'inexpressible') throw new Error(both.reason)
        // One expectation serves all calls, because an expectation takes longer than an answer.
        const wrong = [...rules.witnesses(older), ...rules.witnesses(newer)].find((data) => {
          const [x, y] = [meaning(older, data), meaning(newer, data)]
          return meaning(both.rules, data) !== (placeOf(x) < placeOf(y) ? x : y)
        })
        expect(wrong).toBeUndefined()
      }),
      { numRuns: 20, includeErrorInReport: true },
    )
  })

  it('yields rules that mean what the two programs do together', () => {
    const both = intersect(docker, docker)
    expect(both.kind === 'rules' && equal({ level: 'rules', ir: both.rules }, docker).kind).toBe('equal')
    const strict = intersect(docker, of('minijail-c.docker-args'))
    if (strict.kind !== 'rules') throw new Error(strict.kind)
    for (const each of [docker, of('minijail-c.docker-args')])
      expect(subset({ level: 'rules', ir: strict.rules }, each).kind).toBe('subset')
  })

  it('has a section even where arch does not matter', () => {
    const both = intersect(constant(verdictOf('LOG')), constant(verdictOf('ALLOW')))
    expect(both.kind === 'rules' && both.rules.sections).toHaveLength(1)
    expect(both.kind === 'rules' && both.rules.badArch).toBe(verdictOf('LOG'))
  })

  it('says what rules cannot express', () => {
    const looksAt = (k: number): LeveledIr => ({
      level: 'program',
      ir: [insn(BPF.LD_ABS, k), insn(BPF.JEQ_K, 1, 0, 1), insn(BPF.RET_K, 0), insn(BPF.RET_K, 0x7fff_0000)],
    })
    const noArch = looksAt(0)
    expect(intersect(noArch, noArch)).toEqual({
      kind: 'inexpressible',
      reason: 'the verdict depends on nr whatever arch is',
    })
    const within = { arch: AUDIT_ARCH.X86_64 }
    const rulesOfOne = intersect(noArch, noArch, { within })
    expect(rulesOfOne.kind === 'rules' && rulesOfOne.rules).toEqual({
      sections: [
        {
          arch: AUDIT_ARCH.X86_64,
          rules: [{ numbers: [{ lo: 1, hi: 1 }], when: ALWAYS, verdict: 0 }],
          otherwise: verdictOf('ALLOW'),
        },
      ],
      badArch: verdictOf('KILL_PROCESS'),
    })
    const pointer = looksAt(8)
    expect(intersect(pointer, pointer)).toEqual({
      kind: 'inexpressible',
      reason: 'the verdict depends on the instruction pointer',
    })
  })
})

describe('solve', () => {
  const arch = AUDIT_ARCH.X86_64

  it('finds the arguments that reach a verdict', () => {
    expect(solve(docker, 'ERRNO', { arch, nr: 41 })).toEqual({
      kind: 'found',
      data: seccompData({ nr: 41, arch, args: [38n] }),
      verdict: verdictOf('ERRNO', 1),
    })
    expect(solve(docker, verdictOf('ERRNO', 38), { arch })).toMatchObject({
      kind: 'found',
      data: { nr: 435 },
    })
  })

  it('keeps to the arguments that are given', () => {
    expect(solve(docker, 'ALLOW', { arch, nr: 135, args: [undefined, 5n] })).toMatchObject({
      kind: 'found',
      data: { nr: 135, args: [0n, 5n, 0n, 0n, 0n, 0n] },
    })
    expect(solve(docker, 'ALLOW', { arch, nr: 135, args: [1n << 32n] })).toEqual({ kind: 'none' })
  })

  it('keeps to a condition on arguments, and to numbers', () => {
    const low = argument(0, [{ lo: 5n, hi: 5n }], 0xffff_ffffn)
    expect(solve(docker, 'ERRNO', { arch, nr: 135, args: low })).toMatchObject({
      kind: 'found',
      data: { args: [5n, 0n, 0n, 0n, 0n, 0n] },
    })
    const numbers = [{ lo: 41, hi: 41 }]
    expect(solve(docker, 'ERRNO', { arch, numbers })).toMatchObject({
      data: { nr: 41, args: [38n, 0n, 0n, 0n, 0n, 0n] },
    })
    expect(
      solve(docker, 'ALLOW', { arch, numbers }, { within: { arch, numbers: [{ lo: 42, hi: 42 }] } }),
    ).toEqual({ kind: 'none' })
    expect(solve(docker, 'ALLOW', { arch: AUDIT_ARCH.I386 }, { within: native })).toEqual({ kind: 'none' })
  })

  it('refuses what is no condition', () => {
    const solved = (args: unknown): unknown => solve(docker, 'ALLOW', { args: args as Predicate })
    expect(() => solved({ kind: 'never' })).toThrow(
      'constraints.args.kind: expected argument, all, any; got "never"',
    )
    expect(() => solved({ kind: 'all', of: [{ ...argument(0, [{ lo: 1n, hi: 1n }]), index: 6 }] })).toThrow(
      'constraints.args.of[0].index: expected a whole number, 0 to 5; got 6',
    )
    let deep: Predicate = all([])
    for (let i = 0; i < 300; i += 1) deep = { kind: 'any', of: [deep] }
    expect(() => solved(deep)).toThrow(/predicates inside one another/)
  })

  it('says that no call gets a verdict', () => {
    expect(solve(docker, 'TRAP')).toEqual({ kind: 'none' })
    expect(solve(docker, verdictOf('ERRNO', 2))).toEqual({ kind: 'none' })
    expect(solve(docker, 'KILL_PROCESS', {}, { within: native })).toEqual({ kind: 'none' })
  })

  it('solves arithmetic', () => {
    const sum: LeveledIr = {
      level: 'program',
      ir: [
        insn(BPF.LD_ABS, 16),
        insn(BPF.TAX),
        insn(BPF.LSH_K, 2),
        insn(BPF.ADD_X),
        insn(BPF.JEQ_K, 1, 0, 1),
        insn(BPF.RET_K, 0x7fff_0000),
        insn(BPF.RET_K, 0),
      ],
    }
    const found = solve(sum, 'ALLOW')
    expect(found.kind === 'found' && found.data.args[0]).toBe(0xcccc_cccdn) // the inverse of 5
  })
})

describe('within', () => {
  it('confines equality, differences and digests', () => {
    const gvisor = of('gvisor.docker-args')
    expect(equal(docker, gvisor).kind).toBe('different')
    expect(equal(docker, gvisor, { within: native }).kind).toBe('equal')
    expect(difference(docker, gvisor, { within: native })).toBeUndefined()
    expect(difference(docker, gvisor)).toMatchObject({ kind: 'different', data: { nr: 0x4000_0000 } })
    expect(digest(docker, { within: native })).toBe(digest(gvisor, { within: native }))
    expect(digest(docker)).not.toBe(digest(gvisor))
  })

  it('is honest about what it cannot decide', () => {
    const product = [insn(BPF.LD_ABS, 16), insn(BPF.TAX), insn(BPF.LD_ABS, 24), insn(BPF.MUL_X)]
    const square: LeveledIr = { level: 'program', ir: [...product, insn(BPF.RET_A)] }
    const longer: LeveledIr = { level: 'program', ir: [...product, insn(BPF.JA, 0), insn(BPF.RET_A)] }
    const few = { maxNodes: 20_000 }
    const undecided = { kind: 'undecided', reason: 'pc 3: `mul x`: the diagram takes more than 20000 nodes' }
    expect(difference(square, longer, few)).toEqual(undecided)
    expect(difference(square, square, few)).toBeUndefined()
    expect(subset(square, docker, few)).toEqual(undecided)
    expect(intersect(square, docker, few)).toEqual(undecided)
    expect(solve(square, 'ALLOW', {}, few)).toEqual(undecided)
  })
})
