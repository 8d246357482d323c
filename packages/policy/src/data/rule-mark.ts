import { Given } from '@seccompile/shape'

/**
 * The mark of a rule whose parts are checked and do not change. It is for a rule what {@link FinalMark} is for a policy: a method
 * that gets a rule of another method need not read it again.
 */
export class RuleMark extends Given {
  readonly #isChecked = true

  /** Whether `value` carries the mark. */
  static isOn(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #isChecked in value
  }
}
