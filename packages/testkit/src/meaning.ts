import type { Endianness, Program, SeccompData, Verdict } from '@seccompile/abi'
import * as decision from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import * as interpreter from '@seccompile/interpreter'
import { levelFunctions } from '@seccompile/pass'
import type { IrByLevel, Level } from '@seccompile/pass'
import * as rules from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'

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
      return rules.meaning(ir as RuleSet, data)
    case 'decision':
      return decision.meaning(ir as Decision, data)
    case 'program':
      return interpreter.meaning(ir as Program, data, endianness)
  }
}

/** A call on which two IRs differ. */
export interface Disagreement {
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/**
 * The first witness of either on which `left` and `right` differ, or `undefined` where they agree on all of them. No
 * proof: the IRs may still differ elsewhere.
 */
export function disagreement(
  left: Leveled,
  right: Leveled,
  endianness: Endianness,
): Disagreement | undefined {
  for (const { level, ir } of [left, right])
    for (const data of levelFunctions(level).witnesses(ir, endianness)) {
      const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
      if (verdicts.left !== verdicts.right) return { data, ...verdicts }
    }
  return undefined
}
