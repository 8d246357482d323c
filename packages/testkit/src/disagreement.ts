import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { levelFunctions } from '@seccompile/pass'
import type { LeveledIr } from '@seccompile/pass'
import { meaningOf } from '@seccompile/prover'

/** A call on which two IRs differ. */
export interface IrDisagreement {
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/**
 * The first of the witnesses of both IRs on which `left` and `right` differ, or `undefined` where they agree on
 * all of them. This is no proof: the IRs may still differ on other calls.
 * @param expected - the verdict that `right` has to give, by that of `left`; the same if left out
 */
export function disagreement(
  left: LeveledIr,
  right: LeveledIr,
  endianness: Endianness,
  expected: (verdict: Verdict, data: SeccompData) => Verdict = (verdict) => verdict,
): IrDisagreement | undefined {
  for (const { level, ir } of [left, right])
    for (const data of levelFunctions(level).witnesses(ir, endianness)) {
      const verdicts = {
        left: expected(meaningOf(left, data, endianness), data),
        right: meaningOf(right, data, endianness),
      }
      if (verdicts.left !== verdicts.right) return { data, ...verdicts }
    }
  return undefined
}
