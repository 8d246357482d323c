/*
 * The effect of an instruction on the registers (A, X and the scratch words), for a walk with any kind of values.
 *
 * A walk follows a program without running it. Its values are facts instead of numbers: a word under a mask, a
 * function of a word, or only the name of a word. Loads, stores and moves have the same effect on the registers in
 * every walk. The domain of a walk defines the rest: the value of a constant, the value of a word of
 * `seccomp_data`, and the result of arithmetic on two values. The walk itself follows the jumps.
 */
import { BPF, BPF_MEMWORDS, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { isConditional, isReturn, isXForm } from './code.ts'
import { REGISTER } from './effect.ts'

/** The value of each register, by its number ({@link REGISTER}). */
export type Registers<V> = readonly V[]

/** The kind of values of a walk. */
export interface WalkDomain<V> {
  /** The constant `value`, a u32. */
  readonly constant: (value: number) => V
  /** The word of `seccomp_data` at byte `offset`. */
  readonly word: (offset: number) => V
  /** The result of the arithmetic instruction `code` at `pc` for A and its operand; NEG ignores the operand. */
  readonly arithmetic: (code: number, a: V, operand: V, pc: number) => V
}

/** The registers at the entry of a program: A and X are 0. M[] cannot be read before it is written. */
export function entryRegisters<V>({ constant }: WalkDomain<V>): Registers<V> {
  return Array<V>(REGISTER.M + BPF_MEMWORDS).fill(constant(0))
}

/** The registers after the instruction at `pc`. Jumps and returns leave them as they are. */
export function step<V>(
  domain: WalkDomain<V>,
  { code, k }: SockFilter,
  pc: number,
  registers: Registers<V>,
): Registers<V> {
  const scratch = REGISTER.M + (k % BPF_MEMWORDS)
  switch (code) {
    case BPF.LD_ABS:
      return registers.with(REGISTER.A, domain.word(k))
    case BPF.LD_IMM:
      return registers.with(REGISTER.A, domain.constant(k))
    case BPF.LDX_IMM:
      return registers.with(REGISTER.X, domain.constant(k))
    case BPF.LD_LEN:
      return registers.with(REGISTER.A, domain.constant(SECCOMP_DATA_BYTES))
    case BPF.LDX_LEN:
      return registers.with(REGISTER.X, domain.constant(SECCOMP_DATA_BYTES))
    case BPF.LD_MEM:
      return registers.with(REGISTER.A, registers[scratch]!)
    case BPF.LDX_MEM:
      return registers.with(REGISTER.X, registers[scratch]!)
    case BPF.ST:
      return registers.with(scratch, registers[REGISTER.A]!)
    case BPF.STX:
      return registers.with(scratch, registers[REGISTER.X]!)
    case BPF.TAX:
      return registers.with(REGISTER.X, registers[REGISTER.A]!)
    case BPF.TXA:
      return registers.with(REGISTER.A, registers[REGISTER.X]!)
    default:
      if (code === BPF.JA || isConditional(code) || isReturn(code)) return registers
      return registers.with(
        REGISTER.A,
        domain.arithmetic(code, registers[REGISTER.A]!, operandOf(domain, code, k, registers), pc),
      )
  }
}

/** The operand of the arithmetic instruction or conditional jump `code`: X, or the constant `k`. */
export function operandOf<V>(
  { constant }: WalkDomain<V>,
  code: number,
  k: number,
  registers: Registers<V>,
): V {
  return isXForm(code) ? registers[REGISTER.X]! : constant(k)
}
