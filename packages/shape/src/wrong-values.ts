/*
 * For tests: every exported function × wrong values for each argument. A value that no type checker has seen is refused by an
 * error of ours, never by a message of the engine. The other arguments are right, so that the check of each is reached.
 *
 * A package has a table: right arguments for each function that a module of it exports. A function that is not in the table is
 * an error of types, and a fault.
 */

/** A right argument that a caller may leave out. */
interface OptionalArgument {
  readonly kind: 'optional'
  readonly value: unknown
}

/** Why a function is not given wrong values. */
interface UncheckedFunction {
  readonly kind: 'unchecked'
  readonly reason: string
}

/** The names of the functions that a module exports, classes left out. */
type FunctionName<Module> = {
  [Name in keyof Module]: Module[Name] extends (...args: never) => unknown ? Name : never
}[keyof Module]

/** Right arguments for each function that a module exports. */
export type RightArguments<Module> = {
  readonly [Name in FunctionName<Module>]: readonly unknown[] | UncheckedFunction
}

/** A right argument that a caller may leave out; without `value`, one that is left out. */
export const mayOmit = (value?: unknown): OptionalArgument => ({ kind: 'optional', value })

/** Leaves a function out of the test. `reason` says who checks its arguments, or why nobody need. */
export const unchecked = (reason: string): UncheckedFunction => ({ kind: 'unchecked', reason })

/** Values that are wrong nearly everywhere, with what they are called in a fault. */
export const WRONG_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['{}', {}],
  ['[]', []],
  ['1.5', 1.5],
  ['"x"', 'x'],
  ['a function', () => undefined],
  ['a proxy', new Proxy({}, {})],
]

/** The classes of errors about a value of the caller. */
const OUR_ERRORS: readonly string[] = ['TypeError', 'RangeError', 'IrError', 'PolicyError', 'PassError', 'AssemblyError', 'UndecidedError', 'KernelError', 'DrawError'] // prettier-ignore
/** The messages of V8 where code uses a value that is absent or of another type. */
const ENGINE_MESSAGE =
  /is not a function|Cannot (?:read|destructure|convert|mix|use)|not iterable|of undefined|of null|called on|Reduce of empty|Maximum call stack|Invalid array length|The "/

/** The error with which `run` ends where it is none of ours, as text; else `undefined`. */
export async function engineError(run: () => unknown): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    const { name, message } = error as Error
    return OUR_ERRORS.includes(name) && !ENGINE_MESSAGE.test(message) ? undefined : `${name}: ${message}`
  }
}

const isOptional = (argument: unknown): argument is OptionalArgument =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'optional'

const isUnchecked = (entry: readonly unknown[] | UncheckedFunction): entry is UncheckedFunction =>
  'reason' in entry

const isClass = (value: object): boolean => Function.prototype.toString.call(value).startsWith('class')

type AnyFunction = (...args: readonly unknown[]) => unknown

/** The faults of one function: right arguments that it refuses, and wrong ones that end in an error of the engine. */
async function faultsOf(
  name: string,
  run: AnyFunction,
  given: readonly unknown[],
): Promise<readonly string[]> {
  if (run.length > given.length)
    return [`${name} takes ${run.length} arguments; its table has ${given.length}`]
  const right = given.map((argument) => (isOptional(argument) ? argument.value : argument))
  try {
    await run(...right)
  } catch (error) {
    return [`${name} refuses the right arguments: ${String(error)}`]
  }
  const found: string[] = []
  for (const [i, argument] of given.entries())
    for (const [what, value] of WRONG_VALUES) {
      if (value === undefined && isOptional(argument)) continue
      // One function cannot be told from another.
      if (typeof value === 'function' && typeof right[i] === 'function') continue
      const error = await engineError(() => run(...right.with(i, value)))
      if (error !== undefined) found.push(`${name}, argument ${i} = ${what}: ${error}`)
    }
  return found
}

/**
 * The faults of a module's functions, one line each: a wrong value that ends in an error of the engine, right arguments that are
 * refused, a function that the table does not have, and a name of the table that is no function.
 */
export async function wrongValueFaults<Module extends object>(
  module: Module,
  table: RightArguments<Module>,
): Promise<readonly string[]> {
  const entries = new Map(Object.entries<readonly unknown[] | UncheckedFunction>(table))
  const found: string[] = []
  for (const [name, value] of Object.entries(module) as readonly (readonly [string, unknown])[]) {
    if (typeof value !== 'function' || isClass(value)) continue
    const entry = entries.get(name)
    entries.delete(name)
    if (entry === undefined) found.push(`${name} is exported, and not in the table`)
    else if (!isUnchecked(entry)) found.push(...(await faultsOf(name, value as AnyFunction, entry)))
  }
  return [...found, ...Array.from(entries.keys(), (name) => `${name} is in the table, and no function`)]
}
