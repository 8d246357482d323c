import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import * as decision from '@seccompile/decision'
import * as interpreter from '@seccompile/interpreter'
import type { IrByLevel, Level } from '@seccompile/pass'
import * as rules from '@seccompile/rules'

/** An IR and the level it is of. */
export interface Leveled<L extends Level = Level> {
  readonly level: L
  readonly ir: IrByLevel[L]
}

/** The verdict of an IR of any level on one call, as that level defines it. */
export function meaningOf({ level, ir }: Leveled, data: SeccompData, endianness: Endianness): Verdict {
  // The level says which of the three the IR is.
  switch (level) {
    case 'rules':
      return rules.meaning(ir as IrByLevel['rules'], data)
    case 'decision':
      return decision.meaning(ir as IrByLevel['decision'], data)
    case 'program':
      return interpreter.meaning(ir as IrByLevel['program'], data, endianness)
  }
}
