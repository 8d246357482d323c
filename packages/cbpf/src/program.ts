import { IrError } from '@seccompile/abi'
import type { Problem, Program, SockFilter } from '@seccompile/abi'
import { isConditional, readsK } from './code.ts'

const FIELDS = [
  ['code', 0xffff],
  ['jt', 0xff],
  ['jf', 0xff],
  ['k', 0xffff_ffff],
] as const

function* fieldProblems(insn: SockFilter, pc: number): Generator<Problem> {
  for (const [field, max] of FIELDS) {
    const value = insn[field]
    if (Number.isInteger(value) && value >= 0 && value <= max) continue
    const range = `0 to 0x${max.toString(16)}`
    yield {
      invariant: 'P0',
      where: `pc ${pc}`,
      message: `${field} is ${value} and holds whole numbers from ${range}`,
    }
  }
}

/**
 * A frozen copy of `insns` as a program; `insns` itself where it is already one.
 *
 * Only the width of the four fields is checked (P0). What the kernel checks is a question for `verify`, so that
 * a program it refuses can still be printed and explained.
 * @throws IrError when a field does not fit: `code` is a u16, `jt` and `jf` are u8, `k` is a u32
 */
export function program(insns: readonly SockFilter[]): Program {
  const problems = insns.flatMap((insn, pc) => [...fieldProblems(insn, pc)])
  if (problems.length > 0) throw new IrError('program', problems)
  if (Object.isFrozen(insns) && insns.every((insn) => Object.isFrozen(insn))) return insns
  return Object.freeze(insns.map(({ code, jt, jf, k }) => Object.freeze({ code, jt, jf, k })))
}

/** The number of instructions, the program level's measure of size. */
export function size(program: Program): number {
  return program.length
}

/**
 * `program` with the fields that the kernel ignores set to 0: `jt` and `jf` of what is no conditional jump, `k` of
 * the X forms and of instructions without operand. The same object where they are 0 already.
 * @see net/core/filter.c: bpf_convert_filter()
 */
export function canonical(insns: Program): Program {
  if (insns.every((insn) => isCanonical(insn))) return insns
  return program(
    insns.map((insn) => {
      if (isCanonical(insn)) return insn
      const { code, jt, jf, k } = insn
      const jumps = isConditional(code)
      return { code, jt: jumps ? jt : 0, jf: jumps ? jf : 0, k: readsK(code) ? k : 0 }
    }),
  )
}

/** Whether the fields of `insn` that the kernel ignores are 0. */
export function isCanonical({ code, jt, jf, k }: SockFilter): boolean {
  return (isConditional(code) || (jt === 0 && jf === 0)) && (readsK(code) || k === 0)
}
