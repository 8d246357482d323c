import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import { argument, LOW_WORD } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { deepFreeze, disagreement, edgesOf, explain } from '@seccompile/testkit'
import type { LeveledIr } from '@seccompile/prover'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const set = (k: bigint, mask?: bigint): LeveledIr => ({
  level: 'rules',
  ir: {
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [{ numbers: [{ lo: 5, hi: 5 }], when: argument(0, [{ lo: k, hi: k }], mask), verdict: ALLOW }],
        otherwise: EPERM,
      },
    ],
    badArch: 0,
  } satisfies RuleSet,
})

describe('disagreement', () => {
  it('finds nothing between an IR and itself', () => {
    expect(disagreement(set(7n), set(7n), 'little')).toBeUndefined()
  })

  it('finds a bound that is off by one, and a dropped high half', () => {
    expect(disagreement(set(7n), set(8n), 'little')).toMatchObject({ data: { nr: 5 } })
    const found = disagreement(set(7n), set(7n, LOW_WORD), 'little')
    expect((found?.data.args[0] ?? 0n) & LOW_WORD).toBe(7n)
    expect((found?.data.args[0] ?? 0n) >> 32n).not.toBe(0n)
  })

  it('stands upon the bounds of either', () => {
    const { sections, badArch } = set(7n).ir as RuleSet
    const nothing: LeveledIr = {
      level: 'rules',
      ir: { sections: sections.map((section) => ({ ...section, rules: [] })), badArch },
    }
    const call = { nr: 5, args: [7n, 0n, 0n, 0n, 0n, 0n] }
    expect(disagreement(nothing, set(7n), 'little')).toMatchObject({ data: call, left: EPERM, right: ALLOW })
    expect(disagreement(set(7n), nothing, 'little')).toMatchObject({ data: call, left: ALLOW, right: EPERM })
  })

  it('compares IRs of different levels', () => {
    const b = decisionBuilder()
    const tree = b.test({ word: 0, mask: WHOLE_WORD, op: 'eq', k: 5 }, b.verdict(ALLOW), b.verdict(EPERM))
    const insns: Program = [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: 5 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: ALLOW },
      { code: BPF.RET_K, jt: 0, jf: 0, k: EPERM },
    ]
    expect(
      disagreement({ level: 'decision', ir: tree }, { level: 'program', ir: insns }, 'little'),
    ).toBeUndefined()
    const wrong = insns.with(1, { code: BPF.JGE_K, jt: 0, jf: 1, k: 5 })
    expect(
      disagreement({ level: 'decision', ir: tree }, { level: 'program', ir: wrong }, 'big'),
    ).toMatchObject({ left: EPERM, right: ALLOW })
  })
})

describe('explain', () => {
  it('shows call, verdicts and both IRs', () => {
    const found = disagreement(set(7n), set(8n), 'little')
    const text = explain('some pass', set(7n), set(8n), found!, 'little')
    expect(text).toMatch(
      /^some pass changes what the filter means\ncall {4}nr 5 \(0x5\), arch X86_64, little endian\n/,
    )
    expect(text).toContain('args[0] == 7 -> ALLOW')
    expect(text).toContain('args[0] == 8 -> ALLOW')
  })

  it('shows the words of the call where the machine has them, and the instruction pointer', () => {
    const asks = (k: number): LeveledIr => ({
      level: 'program',
      ir: [
        { code: BPF.LD_ABS, jt: 0, jf: 0, k: 12 },
        { code: BPF.JEQ_K, jt: 0, jf: 1, k },
        { code: BPF.RET_K, jt: 0, jf: 0, k: ALLOW },
        { code: BPF.RET_K, jt: 0, jf: 0, k: EPERM },
      ],
    })
    const data = seccompData({
      nr: 5,
      arch: AUDIT_ARCH.X86_64,
      instruction_pointer: 7n,
      args: [0x1_0000_0002n],
    })
    const found = { data, left: EPERM, right: ALLOW }
    const little = explain('a pass', asks(7), asks(8), found, 'little')
    expect(little).toContain('call    nr 5 (0x5), arch X86_64, instruction pointer 0x7, little endian\n')
    expect(little).toContain('words   [0] 0x5, [4] 0xc000003e, [8] 0x7, [16] 0x2, [20] 0x1; the others 0\n')
    const big = explain('a pass', asks(7), asks(8), found, 'big')
    expect(big).toContain('words   [0] 0x5, [4] 0xc000003e, [12] 0x7, [16] 0x1, [20] 0x2; the others 0\n')
    const nothing = { ...found, data: seccompData({ nr: 0, arch: 0 }) }
    expect(explain('a pass', asks(7), asks(8), nothing, 'big')).toContain('words   all 0\n')
  })
})

describe('deepFreeze', () => {
  it('freezes all the way down', () => {
    const value = deepFreeze({ a: [{ b: 1 }] })
    expect(() => {
      value.a[0]!.b = 2
    }).toThrow(TypeError)
  })
})

describe('edges', () => {
  it('exist for every level', () => {
    for (const level of ['rules', 'decision', 'program'] as const)
      expect(Object.keys(edgesOf(level)).length).toBeGreaterThan(2)
  })
})
