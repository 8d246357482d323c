/*
 * Every level has the same five functions. This table names them by level, so that an instrument or a test is
 * written once for all.
 */
import type { Endianness, Problem, SeccompData } from '@seccompile/abi'
import { oneOf, read } from '@seccompile/abi/shape'
import type { Reader } from '@seccompile/abi/shape'
import * as cbpf from '@seccompile/cbpf'
import * as decision from '@seccompile/decision'
import * as rules from '@seccompile/rules'
import type { IrByLevel, Level } from './pass.ts'

/** What can be asked of an IR at any level, its meaning excepted (that of a program is the interpreter's). */
export interface LevelFunctions<Ir> {
  /** The invariants that the IR breaks. */
  readonly verify: (ir: Ir) => readonly Problem[]
  /** How large it is: ranges, nodes or instructions. */
  readonly size: (ir: Ir) => number
  /** Text for people. */
  readonly print: (ir: Ir, endianness: Endianness) => string
  /** Calls on both sides of every test in it. */
  readonly witnesses: (ir: Ir, endianness: Endianness) => readonly SeccompData[]
}

/** The functions of each level. */
export const LEVELS: { readonly [L in Level]: LevelFunctions<IrByLevel[L]> } = Object.freeze({
  rules: {
    verify: rules.verify,
    size: rules.size,
    print: (ir) => rules.print(ir),
    witnesses: rules.witnesses,
  },
  decision: {
    verify: decision.verify,
    size: decision.size,
    print: (ir) => decision.print(ir),
    witnesses: decision.witnesses,
  },
  program: {
    verify: cbpf.verify,
    size: cbpf.size,
    print: (ir, endianness) => cbpf.print(ir, { endianness }),
    witnesses: cbpf.witnesses,
  },
})

/** One of the levels that passes work on. */
export const levelReader: Reader<Level> = oneOf(Object.keys(LEVELS) as Level[])

/** The functions of `level`, for an IR of a level that is only known at run time. @throws TypeError where it is no level */
export function levelFunctions(level: Level): LevelFunctions<IrByLevel[Level]> {
  // Own keys only: `LEVELS.constructor` is no level.
  return LEVELS[read(levelReader, level, 'level')] as LevelFunctions<IrByLevel[Level]> // whoever asks passes an IR of that level
}

/** An IR and the level it is of; a test of `level` tells the type of `ir`. */
export type LeveledIr = {
  readonly [L in Level]: { readonly level: L; readonly ir: IrByLevel[L] }
}[Level]

/** `ir`, which is of `level`, as a {@link LeveledIr}. */
export function leveledIr(level: Level, ir: IrByLevel[Level]): LeveledIr {
  return { level, ir } as LeveledIr // whoever asks passes an IR of that level
}
