import { argLow, BPF, SECCOMP_DATA_BYTES, wordOffset } from '@seccompile/abi'
import type { BpfMnemonic, SockFilter } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { aluOp, REGISTER, entryRegisters, isConditional, step } from '@seccompile/cbpf'
import type { WalkDomain } from '@seccompile/cbpf'
import { jump, op } from '@seccompile/abi/test-makers'

/** A domain in which a value is a text that says how it was made. */
const texts: WalkDomain<string> = {
  constant: (value) => `#${value}`,
  word: (offset) => `[${offset}]`,
  arithmetic: (code, a, operand, pc) => `(${a} ${aluOp(code)} ${operand} at ${pc})`,
}

const after = (...insns: readonly SockFilter[]): readonly string[] =>
  insns.reduce((registers, insn, pc) => step(texts, insn, pc, registers), entryRegisters(texts))

it('loads, stores and moves values', () => {
  const offset = wordOffset(argLow(0), 'little')
  const registers = after(
    op(BPF.LD_ABS, offset),
    op(BPF.ST, 3),
    op(BPF.LDX_LEN),
    op(BPF.STX, 15),
    op(BPF.LDX_MEM, 3),
    op(BPF.LD_MEM, 15),
  )
  expect(registers[REGISTER.A]).toBe(`#${SECCOMP_DATA_BYTES}`)
  expect(registers[REGISTER.X]).toBe(`[${offset}]`)
  expect(after(op(BPF.LD_IMM, 7), op(BPF.TAX), op(BPF.LD_LEN)).slice(0, 2)).toEqual(['#64', '#7'])
  expect(after(op(BPF.LDX_IMM, 7), op(BPF.TXA), op(BPF.LDX_IMM, 8)).slice(0, 2)).toEqual(['#7', '#8'])
})

it('hands arithmetic its operand: X or the constant', () => {
  const [a] = after(op(BPF.LDX_IMM, 5), op(BPF.LD_IMM, 6), op(BPF.SUB_X, 1), op(BPF.XOR_K, 9))
  expect(a).toBe('((#6 sub #5 at 2) xor #9 at 3)')
})

it('leaves the registers as they are at jumps and returns', () => {
  const registers = entryRegisters(texts)
  const others = (Object.keys(BPF) as BpfMnemonic[]).filter((name) => step(texts, jump(BPF[name], 1, 2, 3), 0, registers) === registers) // prettier-ignore
  expect(others.map((name) => BPF[name]).filter((code) => !isConditional(code))).toEqual([BPF.JA, BPF.RET_K, BPF.RET_A]) // prettier-ignore
  expect(others).toHaveLength(3 + 8)
})
