import { BPF } from '@seccompile/abi'
import type { BpfMnemonic } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { readsA, writesA } from '@seccompile/cbpf'

/** The mnemonics of the codes for which `holds` is true. */
const having = (holds: (code: number) => boolean): readonly string[] =>
  (Object.keys(BPF) as BpfMnemonic[]).filter((name) => holds(BPF[name]))

const ALU = [
  'ADD_K', 'ADD_X', 'SUB_K', 'SUB_X', 'MUL_K', 'MUL_X', 'DIV_K', 'DIV_X', 'OR_K', 'OR_X', 'AND_K', 'AND_X',
  'LSH_K', 'LSH_X', 'RSH_K', 'RSH_X', 'XOR_K', 'XOR_X', 'NEG',
] // prettier-ignore
const JUMPS = ['JEQ_K', 'JEQ_X', 'JGT_K', 'JGT_X', 'JGE_K', 'JGE_X', 'JSET_K', 'JSET_X']

// By net/core/filter.c: bpf_convert_filter(), and its writes of BPF_REG_A.
it('tells which instructions put a value into A', () => {
  expect([...having(writesA)].sort()).toEqual(['LD_ABS', 'LD_IMM', 'LD_LEN', 'LD_MEM', 'TXA', ...ALU].sort())
})

it('tells which instructions look at A', () => {
  expect([...having(readsA)].sort()).toEqual(['ST', 'TAX', 'RET_A', ...ALU, ...JUMPS].sort())
})
