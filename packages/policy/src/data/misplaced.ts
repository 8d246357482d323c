/*
 * Names for values in a wrong place, such as a constant in place of a condition. Messages use them to say what to
 * write instead.
 */

/** The fields by which messages recognise an object. */
interface Parts {
  readonly constant?: unknown
  readonly family?: unknown
  readonly bits?: unknown
  readonly then?: unknown
  readonly eq?: unknown
}

const partsOf = (value: unknown): Parts => (typeof value === 'object' && value !== null ? value : {})

/** A constant by its name, or constants joined by `bits()`. */
export interface SymbolicName {
  /** `the constant AF_UNIX`, or `bits(…)`. */
  readonly text: string
  /** The C name of a single constant. */
  readonly name?: string
  readonly family: unknown
}

/** `value` as a constant; undefined where it is no constant. */
export function symbolicName(value: unknown): SymbolicName | undefined {
  const { constant, bits, family } = partsOf(value)
  if (typeof constant === 'string') return { text: `the constant ${constant}`, name: constant, family }
  return Array.isArray(bits) ? { text: 'bits(…)', family } : undefined
}

/** Whether `value` is a promise, as an async function returns. */
export const isPromise = (value: unknown): boolean => typeof partsOf(value).then === 'function'

/** Whether `value` is an argument that is not compared with anything. */
export const isArgument = (value: unknown): boolean => typeof partsOf(value).eq === 'function'
