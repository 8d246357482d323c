/*
 * Every level has the same five functions. This table holds them by level, so that one instrument or test works
 * for all levels.
 */
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as decision from '@seccompile/decision'
import * as interpreter from '@seccompile/interpreter'
import * as rules from '@seccompile/rules'
import { oneOf, read } from '@seccompile/shape'
import type { Problem, Reader } from '@seccompile/shape'
import type { IrByLevel, Level } from './pass.ts'

/** The five functions of a level. */
export interface LevelFunctions<Ir> {
  /** The verdict on one call; `endianness` is the byte order of the machine that runs a program. */
  readonly meaning: (ir: Ir, data: SeccompData, endianness: Endianness) => Verdict
  /** The invariants that the IR breaks. */
  readonly verify: (ir: Ir) => readonly Problem[]
  /** The size of the IR: ranges, nodes or instructions. */
  readonly size: (ir: Ir) => number
  /** Text for people. */
  readonly print: (ir: Ir, endianness: Endianness) => string
  /** Calls on both sides of every test in it. */
  readonly witnesses: (ir: Ir, endianness: Endianness) => readonly SeccompData[]
}

/** The functions of each level. */
export const LEVELS: { readonly [L in Level]: LevelFunctions<IrByLevel[L]> } = Object.freeze({
  rules: {
    meaning: rules.meaning,
    verify: rules.verify,
    size: rules.size,
    print: (ir) => rules.print(ir),
    witnesses: rules.witnesses,
  },
  decision: {
    meaning: decision.meaning,
    verify: decision.verify,
    size: decision.size,
    print: (ir) => decision.print(ir),
    witnesses: decision.witnesses,
  },
  program: {
    meaning: interpreter.meaning,
    verify: cbpf.verify,
    size: cbpf.size,
    print: (ir, endianness) => cbpf.print(ir, { endianness }),
    witnesses: cbpf.witnesses,
  },
})

/** One of the levels that passes work on. */
export const levelReader: Reader<Level> = oneOf(Object.keys(LEVELS) as Level[])

/** The functions of `level`. @throws TypeError for an unknown level */
export function levelFunctions<L extends Level>(level: L): LevelFunctions<IrByLevel[L]> {
  // Own keys only: `LEVELS.constructor` is no level.
  return LEVELS[read(levelReader, level, 'level') as L] // the reader yields `level` itself
}

/** An IR and its level; a test of `level` narrows the type of `ir`. */
export type LeveledIr = {
  readonly [L in Level]: { readonly level: L; readonly ir: IrByLevel[L] }
}[Level]

/** `ir`, which is of `level`, as a {@link LeveledIr}. */
export function leveledIr(level: Level, ir: IrByLevel[Level]): LeveledIr {
  return { level, ir } as LeveledIr // the caller passes an IR of that level
}
