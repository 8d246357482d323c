/*
 * The effect of an instruction on A, X and the scratch words, for a walk with any kind of values.
 *
 * A walk follows a program without running it. Its values are facts instead of numbers: a word under a mask, a
 * function of a word, or only the name of a word. Loads, stores and moves have the same effect on the cells in
 * every walk. The domain of a walk defines the rest: the value of a constant, the value of a word of
 * `seccomp_data`, and the result of arithmetic on two values. The walk itself follows the jumps.
 */
import { BPF, BPF_MEMWORDS, SECCOMP_DATA_BYTES } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { isConditional, isReturn, isXForm } from './code.ts'
import { CELL } from './effect.ts'

/** The value of each cell, by its number ({@link CELL}). */
export type Cells<V> = readonly V[]

/** The kind of values of a walk. */
export interface Domain<V> {
  /** The constant `value`, a u32. */
  readonly constant: (value: number) => V
  /** The word of `seccomp_data` at byte `offset`. */
  readonly word: (offset: number) => V
  /** The result of the arithmetic instruction `code` at `pc` for A and its operand; NEG ignores the operand. */
  readonly arithmetic: (code: number, a: V, operand: V, pc: number) => V
}

/** The cells at the entry of a program: A and X are 0. M[] cannot be read before it is written. */
export function entryCells<V>({ constant }: Domain<V>): Cells<V> {
  return Array<V>(CELL.M + BPF_MEMWORDS).fill(constant(0))
}

/** The cells after the instruction at `pc`. Jumps and returns leave them as they are. */
export function step<V>(domain: Domain<V>, { code, k }: SockFilter, pc: number, cells: Cells<V>): Cells<V> {
  const scratch = CELL.M + (k % BPF_MEMWORDS)
  switch (code) {
    case BPF.LD_ABS:
      return cells.with(CELL.A, domain.word(k))
    case BPF.LD_IMM:
      return cells.with(CELL.A, domain.constant(k))
    case BPF.LDX_IMM:
      return cells.with(CELL.X, domain.constant(k))
    case BPF.LD_LEN:
      return cells.with(CELL.A, domain.constant(SECCOMP_DATA_BYTES))
    case BPF.LDX_LEN:
      return cells.with(CELL.X, domain.constant(SECCOMP_DATA_BYTES))
    case BPF.LD_MEM:
      return cells.with(CELL.A, cells[scratch]!)
    case BPF.LDX_MEM:
      return cells.with(CELL.X, cells[scratch]!)
    case BPF.ST:
      return cells.with(scratch, cells[CELL.A]!)
    case BPF.STX:
      return cells.with(scratch, cells[CELL.X]!)
    case BPF.TAX:
      return cells.with(CELL.X, cells[CELL.A]!)
    case BPF.TXA:
      return cells.with(CELL.A, cells[CELL.X]!)
    default:
      if (code === BPF.JA || isConditional(code) || isReturn(code)) return cells
      return cells.with(
        CELL.A,
        domain.arithmetic(code, cells[CELL.A]!, operandOf(domain, code, k, cells), pc),
      )
  }
}

/** The operand of the arithmetic instruction or conditional jump `code`: X, or the constant `k`. */
export function operandOf<V>({ constant }: Domain<V>, code: number, k: number, cells: Cells<V>): V {
  return isXForm(code) ? cells[CELL.X]! : constant(k)
}
