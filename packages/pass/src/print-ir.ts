import type { Endianness } from '@seccompile/abi'
import { expectObject } from '@seccompile/shape'
import { leveledIr, levelFunctions } from './ir.ts'
import type { LeveledIr } from './ir.ts'
import type { Instrument } from './manager.ts'
import type { IrByLevel, Level } from './pass.ts'

/** An IR as it was at one moment of a run. */
export interface IrDump {
  /**
   * The number of the IR, from 0. The input of a run and the output of each pass have a number, whether printed
   * or not. Further runs continue the count.
   */
  readonly number: number
  /** The pass that yielded the IR; absent for the input of a run. */
  readonly pass?: string
  readonly level: Level
  /** Text for people, one line for each rule, node or instruction. */
  readonly text: string
}

/** The options of {@link printIr}. */
export interface PrintIrOptions {
  /**
   * `all` prints the IR after every pass, `changed` after every pass that changed it. Both begin with the input
   * of the run. Any other text is the name of a pass; only the output of that pass is printed.
   */
  readonly after: string
  readonly write: (dump: IrDump) => void
  /** Makes the text. If left out, it is the `print` of the level, without names of calls. */
  readonly print?: (ir: LeveledIr, endianness: Endianness) => string
}

function printLevel({ level, ir }: LeveledIr, endianness: Endianness): string {
  return levelFunctions(level).print(ir, endianness)
}

/** Prints IR between passes. */
export function printIr(given: PrintIrOptions): Instrument {
  expectObject(given, 'options', 'after', 'write')
  const { after: wanted, write, print = printLevel } = given
  const text = (level: Level, ir: IrByLevel[Level], endianness: Endianness): string =>
    print(leveledIr(level, ir), endianness)
  const printsAll = wanted === 'all' || wanted === 'changed'
  let count = -1
  return {
    before: ({ pass, depth, endianness, before }) => {
      if (depth > 0) return
      count += 1
      if (!printsAll) return
      const level = pass.from
      write({ number: count, level, text: text(level, before, endianness) })
    },
    after: ({ pass, endianness, before, after }) => {
      if (pass.parts !== undefined) return // its parts have been printed one by one
      count += 1
      const isWanted = wanted === 'changed' ? after !== before : wanted === 'all' || wanted === pass.name
      if (!isWanted) return
      const level = pass.to
      write({ number: count, pass: pass.name, level, text: text(level, after, endianness) })
    },
  }
}
