import { BPF } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { isAccepted, isConditional, isReturn, readsK } from '@seccompile/cbpf'

// include/uapi/linux/bpf_common.h, written again here, so that the table in abi is not compared with itself.
const LD = 0, LDX = 1, ST = 2, STX = 3, ALU = 4, JMP = 5, RET = 6, MISC = 7 // prettier-ignore
const W = 0x00, H = 0x08, B = 0x10, IMM = 0x00, ABS = 0x20, IND = 0x40, MEM = 0x60, LEN = 0x80, MSH = 0xa0 // prettier-ignore
const ADD = 0x00, SUB = 0x10, MUL = 0x20, DIV = 0x30, OR = 0x40, AND = 0x50, LSH = 0x60, RSH = 0x70, NEG = 0x80 // prettier-ignore
const MOD = 0x90, XOR = 0xa0, JA = 0x00, JEQ = 0x10, JGT = 0x20, JGE = 0x30, JSET = 0x40 // prettier-ignore
const K = 0x00, X = 0x08, A = 0x10, TAX = 0x00, TXA = 0x80 // prettier-ignore

const FROM_THE_KERNEL = [
  LD | W | ABS, LD | W | LEN, LDX | W | LEN, RET | K, RET | A, ALU | ADD | K, ALU | ADD | X, ALU | SUB | K,
  ALU | SUB | X, ALU | MUL | K, ALU | MUL | X, ALU | DIV | K, ALU | DIV | X, ALU | AND | K, ALU | AND | X,
  ALU | OR | K, ALU | OR | X, ALU | XOR | K, ALU | XOR | X, ALU | LSH | K, ALU | LSH | X, ALU | RSH | K,
  ALU | RSH | X, ALU | NEG, LD | IMM, LDX | IMM, MISC | TAX, MISC | TXA, LD | MEM, LDX | MEM, ST, STX, JMP | JA,
  JMP | JEQ | K, JMP | JEQ | X, JMP | JGE | K, JMP | JGE | X, JMP | JGT | K, JMP | JGT | X, JMP | JSET | K,
  JMP | JSET | X,
] // prettier-ignore

describe('isAccepted', () => {
  it('takes the codes that seccomp_check_filter lists and no other of the 65536', () => {
    const accepted = Array.from({ length: 0x1_0000 }, (_, code) => code).filter(isAccepted)
    expect(accepted).toEqual([...FROM_THE_KERNEL].sort((a, b) => a - b))
  })

  it.each([
    ['mod #k', ALU | MOD | K],
    ['mod x', ALU | MOD | X],
    ['ldh [k]', LD | H | ABS],
    ['ldb [k]', LD | B | ABS],
    ['ld [x+k]', LD | W | IND],
    ['ldx 4*([k]&0xf)', LDX | B | MSH],
    ['ret x', RET | X],
    ['neg with the X bit', ALU | NEG | X],
    ['ld [k] with a bit above the low byte', 0x100 | LD | W | ABS],
  ])('refuses %s', (_name, code) => {
    expect(isAccepted(code)).toBe(false)
  })
})

it('tells conditional jumps and returns', () => {
  const codes = Object.values(BPF)
  expect(codes.filter(isConditional)).toEqual([0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d])
  expect(codes.filter(isReturn)).toEqual([0x06, 0x16])
})

it('tells which instructions read k', () => {
  const without = Object.entries(BPF).filter(([, code]) => !readsK(code))
  expect(without.map(([name]) => name)).toEqual([
    'LD_LEN', 'LDX_LEN', 'ADD_X', 'SUB_X', 'MUL_X', 'DIV_X', 'OR_X', 'AND_X', 'LSH_X', 'RSH_X', 'XOR_X', 'NEG',
    'JEQ_X', 'JGT_X', 'JGE_X', 'JSET_X', 'TAX', 'TXA', 'RET_A',
  ]) // prettier-ignore
})
