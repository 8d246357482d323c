import type { Endianness } from '@seccompile/abi'
import { leveledIr, levelFunctions } from './ir.ts'
import type { LeveledIr } from './ir.ts'
import type { Instrument } from './manager.ts'
import type { IrByLevel, Level } from './pass.ts'

/** An IR as it was at one moment of a run. */
export interface IrDump {
  /** Counts, printed or not, what a run was given, from 0, and what each of its passes yielded; on over further runs. */
  readonly number: number
  /** The pass that yielded the IR; absent for what a run was given. */
  readonly pass?: string
  readonly level: Level
  /** Text for people, a line a rule, node or instruction. */
  readonly text: string
}

/** Which IR {@link printIr} prints, and where to. */
export interface PrintIrOptions {
  /**
   * `all`: after every pass. `changed`: after those that changed it. Both begin with what the first pass was given. Any
   * other text is the name of a pass, and only what that one yields is printed.
   */
  readonly after: string
  readonly write: (dump: IrDump) => void
  /** Text for people; that of the level, without names of calls, unless told. */
  readonly print?: (ir: LeveledIr, endianness: Endianness) => string
}

function printLevel({ level, ir }: LeveledIr, endianness: Endianness): string {
  return levelFunctions(level).print(ir, endianness)
}

/** Prints IR between passes. */
export function printIr({ after: wanted, write, print = printLevel }: PrintIrOptions): Instrument {
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
      if (pass.parts !== undefined) return // its parts have been seen one by one
      count += 1
      const isWanted = wanted === 'changed' ? after !== before : wanted === 'all' || wanted === pass.name
      if (!isWanted) return
      const level = pass.to
      write({ number: count, pass: pass.name, level, text: text(level, after, endianness) })
    },
  }
}
