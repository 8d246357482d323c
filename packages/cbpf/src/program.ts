/*
 * The gate: it separates programs from values that only look like one.
 *
 * JavaScript values hold more than `struct sock_filter` does. A `jt` of 256 is 0 in eight bits, a `k` of 2^32 +
 * 5 is 5 in 32 bits, and a getter may yield one number now and another later. A function that analyses such a
 * value and a function that encodes it would see two different programs. So every function that takes a program
 * calls `program()` first. It yields fields that fit and never change, or throws.
 *
 * A program that has passed is frozen and carries a mark. It passes again as the same object, and this takes no
 * time. A program from another copy of this package has no mark of this copy. It is checked again.
 */
import type { Program, SockFilter } from '@seccompile/abi'
import { expectObject, Given, IrError, shown } from '@seccompile/shape'
import type { Problem } from '@seccompile/shape'
import { isConditional, readsK } from './code.ts'

const FIELDS = [
  ['code', 0xffff],
  ['jt', 0xff],
  ['jf', 0xff],
  ['k', 0xffff_ffff],
] as const

/**
 * The mark of a program that has passed: a private field on the list itself. No other code can write, forge or
 * copy it.
 */
class ProgramMark extends Given {
  /** The result of the first {@link problemsOf}; frozen, since every caller gets this list. */
  #problems: readonly Problem[] | undefined

  /** Whether `list` carries the mark. */
  static isOn(list: object): boolean {
    return #problems in list
  }

  /**
   * The result of `find` on `insns`. Where `insns` carries the mark, `find` runs once, since the program never
   * changes.
   */
  static problemsOf(insns: Program, find: (insns: Program) => readonly Problem[]): readonly Problem[] {
    return #problems in insns
      ? (insns.#problems ??= Object.freeze(find(insns).map((problem) => Object.freeze(problem))))
      : find(insns)
  }
}

/** The result of `find` on `insns`, a program that has passed. It is remembered with the program. */
export const problemsOf: typeof ProgramMark.problemsOf = (insns, find) => ProgramMark.problemsOf(insns, find)

/** A program that has passed, or the reasons why a list does not. */
type ProgramCheck =
  { readonly insns: Program; readonly problems?: undefined } | { readonly problems: readonly Problem[] }

const fits = (value: unknown, max: number): value is number =>
  typeof value === 'number' && value >>> 0 === value && value <= max

/** Whether the fields of `insn` are as wide as those of `struct sock_filter` (P0). */
function hasWidths({ code, jt, jf, k }: SockFilter): boolean {
  return fits(code, 0xffff) && fits(jt, 0xff) && fits(jf, 0xff) && fits(k, 0xffff_ffff)
}

/**
 * Checks the fields of `insn`, which stands at `pc`.
 * @throws IrError where a field does not fit (P0)
 */
export function checkInsn(insn: SockFilter, pc: number): void {
  if (!hasWidths(insn)) throw new IrError('program', fieldProblems(insn, insn, pc))
}

/** Whether the property is a constant value and no getter. `holder` is frozen. */
const isData = (holder: object, key: string | number): boolean =>
  Object.getOwnPropertyDescriptor(holder, key)?.value !== undefined

const isSettled = (insn: SockFilter): boolean =>
  Object.isFrozen(insn) &&
  isData(insn, 'code') &&
  isData(insn, 'jt') &&
  isData(insn, 'jf') &&
  isData(insn, 'k')

/** The problems with the fields of `insn`, which were read into `copy` (P0). */
function fieldProblems(insn: unknown, copy: SockFilter, pc: number): readonly Problem[] {
  const where = `pc ${pc}`
  if (typeof insn !== 'object' || insn === null) {
    const message = `is ${shown(insn)}, and an instruction has code, jt, jf and k`
    return [{ invariant: 'P0', where, message }]
  }
  return FIELDS.flatMap(([field, max]) => {
    const value: unknown = copy[field]
    if (fits(value, max)) return []
    const got = typeof value === 'number' ? value : shown(value)
    const message = `${field} is ${got} and holds whole numbers from 0 to 0x${max.toString(16)}`
    return [{ invariant: 'P0', where, message }]
  })
}

/**
 * Whether `insns`, a list without a mark, is a program as it is: deeply frozen, without getters, with fields that
 * fit.
 */
function isProgram(insns: readonly SockFilter[]): boolean {
  if (!Object.isFrozen(insns) || Object.getPrototypeOf(insns) !== Array.prototype) return false
  for (let pc = 0; pc < insns.length; pc += 1) {
    const insn = insns[pc]
    if (typeof insn !== 'object' || !isData(insns, pc) || !isSettled(insn)) return false
    if (!hasWidths(insn)) return false
  }
  return true
}

/** `insns` as a program, or the problems with its fields. */
export function check(insns: readonly SockFilter[]): ProgramCheck {
  if (typeof insns === 'object' && insns !== null && ProgramMark.isOn(insns)) return { insns }
  if (!Array.isArray(insns)) {
    const message = `is ${shown(insns)}, and a program is a list of instructions`
    return { problems: [{ invariant: 'P0', where: 'program', message }] }
  }
  if (isProgram(insns)) return { insns }
  const problems: Problem[] = []
  // Array.from and not map(), which skips the holes of a list. Every field is read once.
  const copies = Array.from(insns as readonly unknown[], (insn, pc) => {
    const { code, jt, jf, k } = (insn ?? {}) as SockFilter // checked below
    const copy = { code, jt, jf, k }
    if (!hasWidths(copy)) problems.push(...fieldProblems(insn, copy, pc))
    return Object.freeze(copy)
  })
  if (problems.length > 0) return { problems }
  new ProgramMark(copies)
  return { insns: Object.freeze(copies) }
}

/**
 * `insns` as a program: a frozen copy, or `insns` itself where it is one already.
 *
 * Only the width of the four fields is checked (P0). `verify` has the checks of the kernel, so that a program
 * that the kernel refuses can still be printed and explained.
 * @throws IrError when a field does not fit: `code` is a u16, `jt` and `jf` are u8, `k` is a u32
 */
export function program(insns: readonly SockFilter[]): Program {
  const checked = check(insns)
  if (checked.problems !== undefined) throw new IrError('program', checked.problems)
  return checked.insns
}

/**
 * The number of instructions, the program level's measure of size.
 * @throws IrError where a field does not fit (P0)
 */
export function size(insns: Program): number {
  return program(insns).length
}

/**
 * `insns` with the fields that the kernel ignores set to 0: `jt` and `jf` of all instructions but conditional jumps,
 * `k` of the X forms and of instructions without operand. The result is the same object where they are 0 already.
 * @throws IrError where a field does not fit (P0)
 * @see net/core/filter.c: bpf_convert_filter()
 */
export function canonical(insns: Program): Program {
  const given = program(insns)
  if (given.every((insn) => isCanonical(insn))) return given
  return program(
    given.map((insn) => {
      if (isCanonical(insn)) return insn
      const { code, jt, jf, k } = insn
      const jumps = isConditional(code)
      return { code, jt: jumps ? jt : 0, jf: jumps ? jf : 0, k: readsK(code) ? k : 0 }
    }),
  )
}

/** Whether the fields of `insn` that the kernel ignores are 0. */
export function isCanonical(given: SockFilter): boolean {
  expectObject(given, 'insn', 'code', 'jt', 'jf', 'k')
  const { code, jt, jf, k } = given
  return (isConditional(code) || (jt === 0 && jf === 0)) && (readsK(code) || k === 0)
}
