import { Given } from '@seccompile/shape'

/**
 * The mark of a policy all of whose parts are checked and do not change: a private field, which no other code can write, forge
 * or copy. Such a policy needs no further check. A policy of another copy of this package has no mark of this copy.
 */
export class FinalMark extends Given {
  readonly #isFinal = true

  /** Whether `value` carries the mark. */
  static isOn(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #isFinal in value
  }
}
