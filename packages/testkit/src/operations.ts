/*
 * Programs that use every instruction at the edges of its operands. Random programs hold few of each instruction. A
 * shift by 31, or a quotient that no instruction reads, almost never occurs in them. Without these programs, a pass
 * that is wrong only there would pass all checks.
 *
 * A program is a list of cases, one for each call number from 0. A case returns the result of its instruction.
 * The operands are words masked to three bits, so that proofs stay within small bounds even for products and
 * quotients.
 */
import { argLow, BPF, BPF_MEMWORDS, BPF_X, SECCOMP_DATA_BYTES, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'

/** The mask of a word. It leaves 0, 1, 32 (a shift too far), the sign bit, and sums of these. */
const FEW_BITS = 0x8000_0021

const EDGES = [1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]
const SHIFTS = [0, 1, 31]
const ARITHMETIC = [BPF.ADD_K, BPF.SUB_K, BPF.MUL_K, BPF.DIV_K, BPF.OR_K, BPF.AND_K, BPF.XOR_K]
const SHIFT = [BPF.LSH_K, BPF.RSH_K]
const JUMP = [BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K]

const insn = (code: number, k = 0): SockFilter => ({ code, jt: 0, jf: 0, k })
const ret = (k: number): SockFilter => insn(BPF.RET_K, k)
const few = (offset: number): Program => [insn(BPF.LD_ABS, offset), insn(BPF.AND_K, FEW_BITS)]

const NR = 0
const LEFT = 4 * argLow(0)
const RIGHT = 4 * argLow(1)
const ALLOW = ret(verdictOf('ALLOW'))
const DENY = ret(verdictOf('ERRNO', 1))

/** Instructions that leave a few bits of one argument in A, and a few bits of another in X. */
const OPERANDS: Program = [...few(RIGHT), insn(BPF.TAX), ...few(LEFT)]
const branch = (code: number, k = 0): Program => [{ code, jt: 0, jf: 1, k }, ALLOW, DENY]
const yields = (...work: Program): Program => [...work, insn(BPF.RET_A)]

/** The program that runs the case whose index is `nr`. */
function byNumber(cases: readonly Program[]): Program {
  const tests = cases.flatMap((work, nr) => [
    insn(BPF.LD_ABS, NR),
    { code: BPF.JEQ_K, jt: 0, jf: work.length, k: nr },
    ...work,
  ])
  return [...tests, DENY]
}

const throughScratch = (k: number): readonly Program[] => [
  yields(...OPERANDS, insn(BPF.ST, k), insn(BPF.TXA), insn(BPF.LD_MEM, k)),
  yields(...OPERANDS, insn(BPF.STX, k), insn(BPF.LD_MEM, k)),
  yields(...OPERANDS, insn(BPF.ST, k), insn(BPF.LDX_MEM, k), insn(BPF.LD_IMM, 1), insn(BPF.TXA)),
]

/** The programs, named after the instructions that they use. */
export const operations: Readonly<Record<string, Program>> = {
  'every operation on a constant': byNumber([
    ...ARITHMETIC.flatMap((code) => EDGES.map((k) => yields(...few(LEFT), insn(code, k)))),
    ...SHIFT.flatMap((code) => SHIFTS.map((k) => yields(...few(LEFT), insn(code, k)))),
    yields(...few(LEFT), insn(BPF.NEG)),
  ]),
  'every operation on X': byNumber(
    [...ARITHMETIC, ...SHIFT].map((code) => yields(...OPERANDS, insn(code | BPF_X))),
  ),
  // X may be 0; then the division ends the program and returns 0.
  'a quotient that is not read': byNumber([[...OPERANDS, insn(BPF.DIV_X), insn(BPF.LD_ABS, NR), ALLOW]]),
  'every jump': byNumber([
    ...JUMP.flatMap((code) => [0, ...EDGES].map((k) => [insn(BPF.LD_ABS, LEFT), ...branch(code, k)])),
    ...JUMP.map((code) => [...OPERANDS, ...branch(code | BPF_X)]),
  ]),
  'every load and store': byNumber([
    ...Array.from({ length: SECCOMP_DATA_BYTES / 4 }, (_, word) => yields(...few(4 * word))),
    yields(insn(BPF.LD_LEN)),
    yields(insn(BPF.LDX_LEN), insn(BPF.TXA)),
    yields(insn(BPF.LD_IMM, 0xffff_ffff)),
    yields(insn(BPF.LDX_IMM, 0xffff_ffff), insn(BPF.TXA)),
    ...[0, BPF_MEMWORDS - 1].flatMap(throughScratch),
  ]),
  'returns that are no usual verdicts': byNumber(
    [verdictOf('ALLOW', 1), verdictOf('ERRNO', 0xffff), 1, 0x1234_5678, 0xffff_ffff].map((k) => [ret(k)]),
  ),
  'a JA of more than 255': [insn(BPF.JA, 300), ...Array.from({ length: 300 }, () => DENY), ALLOW],
}
