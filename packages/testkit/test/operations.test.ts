import { BPF } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { definePass } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { conformanceChecks, edgesOf } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'

const programs = edgesOf('program')

/** A pass that replaces some instructions by others. */
function mistaking(swap: (insn: SockFilter) => SockFilter): AnyPass {
  return definePass({
    name: 'mistaken',
    from: 'program',
    to: 'program',
    summary: 'takes one instruction for another',
    run: (program) => {
      const swapped = program.map(swap)
      return swapped.every((insn, pc) => insn === program[pc]) ? program : swapped
    },
  })
}

const as =
  (code: number, other: Partial<SockFilter>, holds: (k: number) => boolean = () => true) =>
  (insn: SockFilter): SockFilter =>
    insn.code === code && holds(insn.k) ? { ...insn, ...other } : insn

describe('the programs at the edges', () => {
  it('use every instruction that seccomp accepts', () => {
    const used = new Set(Object.values(programs).flatMap((program) => program.map(({ code }) => code)))
    expect(Object.values(BPF).filter((code) => !used.has(code))).toEqual([])
  })

  it.each(Object.keys(programs))('are such as the kernel accepts, and decided by a proof: %s', (name) => {
    const program = programs[name]!
    const subject = { level: 'program', ir: program } as const
    expect(verify(program)).toEqual([])
    expect(equal(subject, subject, { maxNodes: 20_000, maxSteps: 100_000 }).kind).toBe('equal')
  })

  it.each<[edge: string, mistake: string, swap: (insn: SockFilter) => SockFilter]>([
    ['every operation on a constant', 'a shift by 31', as(BPF.RSH_K, { k: 30 }, (k) => k === 31)],
    [
      'every operation on a constant',
      'a divisor with the sign',
      as(BPF.DIV_K, { k: 0x8000_0001 }, (k) => k === 0x8000_0000),
    ],
    ['every operation on a constant', 'neg for not', as(BPF.NEG, { code: BPF.XOR_K, k: 0xffff_ffff })],
    ['every operation on X', 'a shift by X of 32', as(BPF.LSH_X, { code: BPF.MUL_X })],
    ['every operation on X', 'a subtraction', as(BPF.SUB_X, { code: BPF.XOR_X })],
    ['a quotient that is not read', 'a division by X of 0', as(BPF.DIV_X, { code: BPF.TXA })],
    ['every jump', 'jgt x for jge x', as(BPF.JGE_X, { code: BPF.JGT_X })],
    ['every jump', 'jset x for jeq x', as(BPF.JEQ_X, { code: BPF.JSET_X })],
    ['every jump', 'a sign', as(BPF.JGE_K, { k: 0x7fff_ffff }, (k) => k === 0x8000_0000)],
    ['every load and store', 'the length of the data', as(BPF.LDX_LEN, { code: BPF.LDX_IMM, k: 60 })],
    ['every load and store', 'the last scratch word', as(BPF.STX, { code: BPF.ST }, (k) => k === 15)],
    ['every load and store', 'the last word', as(BPF.LD_ABS, { code: BPF.LD_IMM, k: 0 }, (k) => k === 60)],
    [
      'returns that are no usual verdicts',
      'data of ALLOW',
      as(BPF.RET_K, { k: 0x7fff_0000 }, (k) => k === 0x7fff_0001),
    ],
    [
      'returns that are no usual verdicts',
      'an errno that is capped',
      as(BPF.RET_K, { k: 0x5_0fff }, (k) => k === 0x5_ffff),
    ],
    ['a JA of more than 255', 'a far target', as(BPF.JA, { k: 255 }, (k) => k === 300)],
  ])('catch by "%s" a pass that mistakes %s', (edge, _mistake, swap) => {
    const check = conformanceChecks(mistaking(swap)).find(
      ({ title }) => title === `survives an edge: ${edge}`,
    )
    expect(check?.run).toThrow('mistaken changes what the filter means')
  })
})
