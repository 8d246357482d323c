/*
 * Values that stand where they mean nothing, such as a constant in place of a condition: what they are, for messages
 * that say what to write instead.
 */

/** The parts of an object that messages look at. */
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

/** The constant that `value` is; undefined where it is none. */
export function symbolicName(value: unknown): SymbolicName | undefined {
  const { constant, bits, family } = partsOf(value)
  if (typeof constant === 'string') return { text: `the constant ${constant}`, name: constant, family }
  return Array.isArray(bits) ? { text: 'bits(…)', family } : undefined
}

/** Whether `value` is a promise, as an async function returns. */
export const isPromise = (value: unknown): boolean => typeof partsOf(value).then === 'function'

/** Whether `value` is an argument, of which no comparison was made. */
export const isArgument = (value: unknown): boolean => typeof partsOf(value).eq === 'function'
