import { BPF, dataWords, seccompData, WORD_COUNT, wordOffset } from '@seccompile/abi'
import type { Endianness, Program, SockFilter, Verdict, Word } from '@seccompile/abi'
import { insn, ret } from '@seccompile/abi/test-makers'
import { decode, verify, witnesses } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'
import { decisionBuilder } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { runWords } from '@seccompile/interpreter'
import { ALWAYS, argument, meaning, U32 } from '@seccompile/rules'
import * as rules from '@seccompile/rules'
import type { Section } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import { baseline } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, digest, equal, meaningOf } from '@seccompile/prover'
import type { LeveledIr, Subject } from '@seccompile/prover'

const program = (ir: Program): LeveledIr => ({ level: 'program', ir })
/** The jump for each kind of test of a decision. */
const JUMPS = { eq: BPF.JEQ_K, ge: BPF.JGE_K, gt: BPF.JGT_K, set: BPF.JSET_K } as const

describe('equal', () => {
  it('proves a decision equal to the program of its tests, in both byte orders', () => {
    const emitted = (node: Decision, endianness: Endianness): Program => {
      if (node.kind === 'verdict') return [ret(node.verdict)]
      const [then, otherwise] = [emitted(node.then, endianness), emitted(node.else, endianness)]
      const ask = [insn(BPF.LD_ABS, wordOffset(node.word, endianness)), insn(BPF.AND_K, node.mask)]
      return [...ask, insn(JUMPS[node.op], node.k, 1), insn(BPF.JA, then.length), ...then, ...otherwise]
    }
    fc.assert(
      fc.property(arbitraryDecision({ maxTests: 12 }), fc.constantFrom('little', 'big'), (ir, endianness) => {
        const answer = equal({ level: 'decision', ir }, program(emitted(ir, endianness)), { endianness })
        expect(answer.kind).toBe('equal')
      }),
      { numRuns: 60 },
    )
  })

  it('proves rules equal to a rule for each range, and one for the default', () => {
    const spread = (section: Section): Section => ({
      ...section,
      rules: [
        ...section.rules.flatMap((rule) => rule.numbers.map((range) => ({ ...rule, numbers: [range] }))),
        { numbers: [{ lo: 0, hi: U32.max }], when: ALWAYS, verdict: section.otherwise },
      ],
      otherwise: 0,
    })
    fc.assert(
      fc.property(arbitraryRuleSet(), (ir) => {
        const other = { ...ir, sections: ir.sections.map(spread) }
        expect(equal({ level: 'rules', ir }, { level: 'rules', ir: other }).kind).toBe('equal')
      }),
      { numRuns: 40 },
    )
  })

  it('never says equal of programs that differ on a call, nor different without one that does', () => {
    const changed = fc.tuple(
      arbitraryLoweredProgram(),
      fc.nat(),
      fc.constantFrom<'k' | 'jt' | 'jf'>('k', 'jt', 'jf'),
      fc.integer({ min: 1, max: 3 }),
    )
    fc.assert(
      fc.property(changed, ([left, at, field, by]) => {
        const pc = at % left.length
        const right = left.with(pc, {
          ...left[pc]!,
          [field]: (left[pc]![field] + by) % (field === 'k' ? 2 ** 32 : 256),
        })
        if (verify(right).length > 0) return
        const answer = equal(program(left), program(right))
        const seen = [...witnesses(left, 'little'), ...witnesses(right, 'little')].find(
          (data) => runWords(left, dataWords(data)).verdict !== runWords(right, dataWords(data)).verdict,
        )
        if (seen !== undefined) expect(answer.kind).toBe('different')
        if (answer.kind === 'different')
          expect(meaningOf(program(left), answer.data, 'little')).not.toBe(
            meaningOf(program(right), answer.data, 'little'),
          )
      }),
      { numRuns: 300, includeErrorInReport: true },
    )
  })

  it('follows every instruction that the kernel accepts', () => {
    const limits = { maxNodes: 20_000, maxSteps: 200_000 }
    fc.assert(
      fc.property(arbitraryProgram({ maxLength: 16 }), arbitrarySeccompData(), (insns, data) => {
        const { verdict } = runWords(insns, dataWords(data))
        /** The program with the verdict `planted` on `data`. Behind the tests, A is 0 again. */
        const withVerdict = (planted: Verdict): LeveledIr =>
          program([
            ...[...dataWords(data)].flatMap((k, word) => [
              insn(BPF.LD_ABS, wordOffset(word as Word, 'little')),
              insn(BPF.JEQ_K, k, 0, 2 * (WORD_COUNT - word) - 1),
            ]),
            ret(planted),
            insn(BPF.LD_IMM, 0),
            ...insns,
          ])
        const same = equal(program(insns), withVerdict(verdict), limits)
        expect(same.kind).not.toBe('different')
        const other = equal(program(insns), withVerdict((verdict ^ 1) >>> 0), limits)
        expect(other.kind).not.toBe('equal')
        if (same.kind === 'equal') expect(other).toMatchObject({ kind: 'different', data })
      }),
      { numRuns: 40, includeErrorInReport: true },
    )
  })

  it('finds the one call in 2^64 that tells two filters apart', () => {
    const value = 0xdead_beef_0000_0001n
    const set = (v: bigint): LeveledIr => ({
      level: 'rules',
      ir: {
        sections: [
          {
            arch: 7,
            rules: [{ numbers: [{ lo: 9, hi: 9 }], when: argument(4, [{ lo: v, hi: v }]), verdict: 1 }],
            otherwise: 0,
          },
        ],
        badArch: 0,
      },
    })
    const answer = equal(set(value), { level: 'decision', ir: decisionBuilder().verdict(0) })
    expect(answer).toEqual({
      kind: 'different',
      data: seccompData({ nr: 9, arch: 7, args: [0n, 0n, 0n, 0n, value] }),
      left: 1,
      right: 0,
    })
  })

  it('knows arithmetic: masks as shifts, sums that wrap, products and quotients of constants', () => {
    const load = insn(BPF.LD_ABS, 16)
    const returns = (k: number): readonly SockFilter[] => [
      insn(BPF.JEQ_K, k, 0, 1),
      insn(BPF.RET_K, 1),
      insn(BPF.RET_K, 2),
    ]
    const same = (a: readonly SockFilter[], ka: number, b: readonly SockFilter[], kb: number): void => {
      expect(equal(program([load, ...a, ...returns(ka)]), program([load, ...b, ...returns(kb)])).kind).toBe(
        'equal',
      )
    }
    same([insn(BPF.RSH_K, 8)], 5, [insn(BPF.AND_K, 0xffff_ff00)], 5 << 8)
    same([insn(BPF.ADD_K, 0xffff_ffff)], 6, [insn(BPF.SUB_K, 1)], 6)
    same([insn(BPF.MUL_K, 8)], 24, [insn(BPF.LSH_K, 3)], 24)
    same([insn(BPF.DIV_K, 16)], 3, [insn(BPF.RSH_K, 4)], 3)
    same([insn(BPF.NEG)], 0xffff_fffb, [], 5)
    same(
      [insn(BPF.TAX), insn(BPF.LD_IMM, 0), insn(BPF.OR_X)],
      9,
      [insn(BPF.ST, 3), insn(BPF.LD_LEN), insn(BPF.LD_MEM, 3)],
      9,
    )
  })

  it('knows each test of a decision, under masks and at the ends of a word', () => {
    const b = decisionBuilder()
    const [yes, no] = [b.verdict(1), b.verdict(2)]
    const wrong: unknown[] = []
    for (const [op, jump] of Object.entries(JUMPS) as [keyof typeof JUMPS, number][])
      for (const mask of [0xffff_ffff, 0xf0f0])
        for (const k of [0, 1, 0x40, 0xf0f0, 0xffff_ffff]) {
          const test = b.test({ word: 4, mask, op, k: (k & mask) >>> 0 }, yes, no)
          const insns = [
            insn(BPF.LD_ABS, 16),
            insn(BPF.AND_K, mask),
            insn(jump, (k & mask) >>> 0, 0, 1),
            insn(BPF.RET_K, 1),
            insn(BPF.RET_K, 2),
          ]
          if (equal({ level: 'decision', ir: test }, program(insns)).kind !== 'equal')
            wrong.push([op, mask, k])
        }
    expect(wrong).toEqual([])
  })

  it('returns 0 where X is 0 in a division', () => {
    const divide: Program = [
      insn(BPF.LD_ABS, 16),
      insn(BPF.TAX),
      insn(BPF.LD_IMM, 7),
      insn(BPF.DIV_X),
      insn(BPF.RET_K, 5),
    ]
    const test: Program = [
      insn(BPF.LD_ABS, 16),
      insn(BPF.JEQ_K, 0, 0, 1),
      insn(BPF.RET_K, 0),
      insn(BPF.RET_K, 5),
    ]
    expect(equal(program(divide), program(test)).kind).toBe('equal')
  })

  it('says that it does not know, rather than guess, where a diagram outgrows its bound', () => {
    const square: Program = [
      insn(BPF.LD_ABS, 16),
      insn(BPF.TAX),
      insn(BPF.LD_ABS, 24),
      insn(BPF.MUL_X),
      insn(BPF.RET_A),
    ]
    const loadsTwice = [insn(BPF.LD_ABS, 16), ...square]
    const reason = 'pc 3: `mul x`: the diagram takes more than 20000 nodes'
    expect(equal(program(square), program(loadsTwice), { maxNodes: 20_000 })).toEqual({
      kind: 'undecided',
      reason,
    })
    // The same instructions need no proof.
    const copy = square.map((one) => ({ ...one }))
    expect(equal(program(square), program(copy), { maxNodes: 20_000 })).toEqual({ kind: 'same', reason })
    expect(difference(program(square), program(copy), { maxNodes: 20_000 })).toBeUndefined()
    const stack = (insns: Program): Subject => ({ level: 'stack', ir: [program(insns), program(insns)] })
    expect(equal(stack(square), stack(copy), { maxNodes: 20_000 }).kind).toBe('same')
    expect(equal(stack(square), program(copy), { maxNodes: 20_000 }).kind).toBe('undecided')
  })

  it('says that it does not know where a program returns too many values', () => {
    const word: Program = [insn(BPF.LD_ABS, 16), insn(BPF.RET_A)]
    const reason = 'pc 1: `ret a`: the diagram takes more than 20000 nodes'
    expect(equal(program(word), program([insn(BPF.LD_ABS, 20), ...word]), { maxNodes: 20_000 })).toEqual({
      kind: 'undecided',
      reason,
    })
  })

  it('finds a difference where two small diagrams have millions of pairs of nodes', () => {
    // Each part has a few thousand nodes, one for each value of a part of a word, and no two parts are the same.
    const comparing = (shift: number): LeveledIr =>
      program([
        insn(BPF.LD_ABS, 16),
        insn(BPF.RSH_K, shift),
        insn(BPF.AND_K, 0x7ff),
        insn(BPF.TAX),
        insn(BPF.LD_ABS, 24),
        insn(BPF.AND_K, 0x7ff),
        insn(BPF.JEQ_X, 0, 0, 1),
        insn(BPF.RET_K, 1),
        insn(BPF.RET_K, 2),
      ])
    expect(equal(comparing(0), comparing(16))).toMatchObject({ kind: 'different' })
  })

  it('may still see a difference by trying calls where a diagram outgrows its bound', () => {
    const word: Program = [insn(BPF.LD_ABS, 16), insn(BPF.RET_A)]
    const answer = equal(program(word), program([insn(BPF.RET_K, 5)]), { maxNodes: 20_000 })
    expect(answer).toMatchObject({ kind: 'different', right: 5 })
  })

  it('decides what the rules decide', () => {
    const all = arbitraryRuleSet()
    fc.assert(
      fc.property(all, all, (left, right) => {
        const answer = equal({ level: 'rules', ir: left }, { level: 'rules', ir: right })
        const seen = [...rules.witnesses(left), ...rules.witnesses(right)].some(
          (data) => meaning(left, data) !== meaning(right, data),
        )
        expect(answer.kind === 'different' || !seen).toBe(true)
      }),
      { numRuns: 30, includeErrorInReport: true },
    )
  })
})

describe('programs of other tools', () => {
  const of = (name: Parameters<typeof baseline>[0]): LeveledIr => program(decode(baseline(name), 'little'))

  it('of libseccomp, linear and as a tree, mean the same', () => {
    const answer = equal(of('libseccomp-2.6.0-O1.docker-args'), of('libseccomp-2.6.0-O2.docker-args'))
    expect(answer.kind).toBe('equal')
  })

  it('with and without checks of arguments do not', () => {
    const answer = equal(of('libseccomp-2.6.0-O2.docker-args'), of('libseccomp-2.6.0-O2.docker-flat'))
    expect(answer.kind).toBe('different')
  })
})

describe('digest', () => {
  it('is one for all that mean the same, and another for what does not', () => {
    const one = digest(program(decode(baseline('libseccomp-2.6.0-O1.docker-args'), 'little')))
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(digest(program(decode(baseline('libseccomp-2.6.0-O2.docker-args'), 'little')))).toBe(one)
    expect(digest(program(decode(baseline('libseccomp-2.6.0-O2.docker-flat'), 'little')))).not.toBe(one)
    const allow = {
      level: 'rules',
      ir: {
        sections: [
          { arch: 1, rules: [{ numbers: [{ lo: 0, hi: 1 }], when: ALWAYS, verdict: 9 }], otherwise: 9 },
        ],
        badArch: 9,
      },
    } as const
    const constant = (verdict: number): string =>
      digest({ level: 'decision', ir: decisionBuilder().verdict(verdict) })
    expect(digest(allow)).toBe(constant(9))
    expect(constant(8)).not.toBe(constant(9))
  })
})
