import { Given } from '@seccompile/shape'
import { deepFrozen } from './deep-frozen.ts'
import type { PolicyRule } from './policy.ts'

/**
 * The mark of a checked rule that cannot change, as `FinalMark` for a policy. A method that gets a rule with
 * the mark need not read it again.
 */
export class RuleMark extends Given {
  readonly #isChecked = true

  /** Whether `value` carries the mark. */
  static isOn(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #isChecked in value
  }
}

/** `rule`, frozen and with the mark. All its parts must be checked copies. */
export function checkedRule(rule: PolicyRule): PolicyRule {
  new RuleMark(rule)
  return deepFrozen(rule)
}
