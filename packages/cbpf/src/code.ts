import { BPF, BPF_X } from '@seccompile/abi'

/** A table with 1 at each of `codes`, which are below 256. Every instruction of every program is looked up in it. */
function tableOf(codes: readonly number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const code of codes) table[code] = 1
  return table
}

const ACCEPTED = tableOf(Object.values(BPF))

const CONDITIONAL = tableOf([
  BPF.JEQ_K,
  BPF.JEQ_X,
  BPF.JGT_K,
  BPF.JGT_X,
  BPF.JGE_K,
  BPF.JGE_X,
  BPF.JSET_K,
  BPF.JSET_X,
])

/** Codes that do not read `k`: the X forms, and codes without an operand. */
const WITHOUT_K = tableOf([
  BPF.LD_LEN,
  BPF.LDX_LEN,
  BPF.ADD_X,
  BPF.SUB_X,
  BPF.MUL_X,
  BPF.DIV_X,
  BPF.OR_X,
  BPF.AND_X,
  BPF.LSH_X,
  BPF.RSH_X,
  BPF.XOR_X,
  BPF.NEG,
  BPF.JEQ_X,
  BPF.JGT_X,
  BPF.JGE_X,
  BPF.JSET_X,
  BPF.TAX,
  BPF.TXA,
  BPF.RET_A,
])

/**
 * Whether seccomp accepts the instruction code, a u16; all 16 bits are compared.
 * @see kernel/seccomp.c: seccomp_check_filter()
 */
export function isAccepted(code: number): boolean {
  return ACCEPTED[code] === 1
}

/** Whether `code` is a jump with two targets, `jt` and `jf`. */
export function isConditional(code: number): boolean {
  return CONDITIONAL[code] === 1
}

/** Whether `code` ends the program. */
export function isReturn(code: number): boolean {
  return code === BPF.RET_K || code === BPF.RET_A
}

/**
 * Whether the instruction reads its `k`. All accepted codes do, except the X forms and codes without an
 * operand.
 */
export function readsK(code: number): boolean {
  return WITHOUT_K[code] !== 1
}

/** Whether the operand of the arithmetic instruction or jump `code` is X, and not `k`. */
export function isXForm(code: number): boolean {
  return (code & BPF_X) !== 0
}

/** An arithmetic operation; `neg` takes no operand. */
export type AluOp = 'add' | 'sub' | 'mul' | 'div' | 'or' | 'and' | 'xor' | 'lsh' | 'rsh' | 'neg'

const ALU_OPS: ReadonlyMap<number, AluOp> = new Map([
  [BPF.ADD_K, 'add'],
  [BPF.SUB_K, 'sub'],
  [BPF.MUL_K, 'mul'],
  [BPF.DIV_K, 'div'],
  [BPF.OR_K, 'or'],
  [BPF.AND_K, 'and'],
  [BPF.XOR_K, 'xor'],
  [BPF.LSH_K, 'lsh'],
  [BPF.RSH_K, 'rsh'],
  [BPF.NEG, 'neg'],
])

/** The operation of the arithmetic instruction `code`, in either form; `undefined` for any other instruction. */
export function aluOp(code: number): AluOp | undefined {
  return ALU_OPS.get(code & ~BPF_X)
}

/** The operator of C for each operation on A. */
export const ALU_OPERATORS: Readonly<Record<AluOp, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  or: '|',
  and: '&',
  xor: '^',
  lsh: '<<',
  rsh: '>>',
  neg: '-',
}
