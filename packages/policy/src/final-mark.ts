/**
 * A constructor that returns the object that it is given. A class that extends it adds its fields to that
 * object.
 */
const Given = function (object: object): object {
  return object
} as unknown as new (object: object) => object

/**
 * The mark of a policy all of whose parts are checked and do not change: a private field, which no other code can write, forge
 * or copy. Such a policy needs no further check. A policy of another copy of this package has no mark of this copy.
 * @see ECMA-262, SuperCall: the fields of a class are added to whatever the constructor above it returns
 */
export class FinalMark extends Given {
  readonly #isFinal = true

  /** Whether `value` carries the mark. */
  static isOn(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #isFinal in value
  }
}
