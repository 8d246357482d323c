import { Given } from '@seccompile/shape'

/**
 * The mark of a checked policy that cannot change. Such a policy needs no further check. The mark is a private field,
 * which no other code can write, forge or copy. A policy of another copy of this package does not have it.
 */
export class FinalMark extends Given {
  readonly #isFinal = true

  /** Whether `value` carries the mark. */
  static isOn(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #isFinal in value
  }
}
