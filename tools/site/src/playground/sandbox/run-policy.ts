/*
 * Runs the script of a policy, and makes an outcome of its default export.
 *
 * Nothing here is trusted by those who take the outcome: the script shares its realm with this code and can replace every
 * method of the language. What it can reach by that is an outcome of its own making, which is a policy of its own making.
 */
import { exportedPolicy } from '@seccompile/policy-files'
import { faultOutcome, MAX_MESSAGE, MAX_POLICY, MOST_SAID } from './outcome.ts'
import type { ScriptMessage, ScriptOutcome } from './outcome.ts'
import { placeOfStack } from './places.ts'
import { policyText } from './policy-text.ts'
import { addPlaces, POLICY_FILE } from './rule-places.ts'

/** The modules that a policy may import, by name. */
export type Modules = Readonly<Record<string, unknown>>

/** The policy's script as a function, the way CommonJS has it. */
export type Script = (
  exports: Record<string, unknown>,
  require: (name: string) => unknown,
  module: { exports: Record<string, unknown> },
  console: object,
) => void

/** The way from a script to its policy. */
export interface ScriptPlace {
  /** The source map of the script. */
  readonly map?: string | undefined
}

/** The number of stack frames to keep: a fault may lie deep below the line that caused it. */
const FRAMES = 100

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const

/** A printed value as text. */
function printed(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  // A policy and an error have a text of their own.
  const own: unknown = Reflect.get(value, 'toString')
  if (!Array.isArray(value) && typeof own === 'function' && own !== Reflect.get({}, 'toString'))
    return String(Reflect.apply(own, value, []))
  const text = JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'bigint' ? `${each.toString()}n` : each,
  )
  return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text
}

/** The message of an error, with the name of an error that is not of this project. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return `the policy throws ${String(error)}`
  return error.name === 'PolicyError' ? error.message : `${error.name}: ${error.message}`
}

function required(modules: Modules, name: unknown): unknown {
  if (typeof name === 'string' && Object.hasOwn(modules, name)) return modules[name]
  const known = Object.keys(modules).filter((each) => !/^@seccompile\/constants\/./.test(each))
  throw new Error(
    `no module "${String(name)}" in the playground; there are ${known.join(', ')} and families such as @seccompile/constants/af`,
  )
}

/** Runs `script`; yields the exported policy, or the fault. */
export function runPolicy(modules: Modules, { map }: ScriptPlace, script: Script): ScriptOutcome {
  const lines: ScriptMessage[] = []
  try {
    Error.stackTraceLimit = FRAMES
    const placeOf = placeOfStack(map)
    addPlaces(placeOf)
    const print =
      (method: string) =>
      (...values: unknown[]): void => {
        if (lines.length > MOST_SAID) return
        const message =
          lines.length === MOST_SAID
            ? `console: more than ${MOST_SAID} lines; the others are not shown`
            : `console.${method}: ${values.map(printed).join(' ').slice(0, MAX_MESSAGE)}`
        lines.push({ message, place: placeOf(new Error().stack) })
      }
    try {
      const module = { exports: {} as Record<string, unknown> }
      const console = Object.fromEntries(methods.map((method) => [method, print(method)]))
      script(module.exports, (name) => required(modules, name), module, console)
      const { exports } = module
      if (!Object.hasOwn(exports, 'default'))
        return faultOutcome(
          'the policy has no default export; end it with "export default policy(…)"',
          undefined,
          lines,
        )
      const text = policyText(exportedPolicy(exports['default'], POLICY_FILE))
      if (text.length > MAX_POLICY)
        return faultOutcome(
          `the policy has ${text.length} characters as data; at most ${MAX_POLICY} are read here`,
          undefined,
          lines,
        )
      return { kind: 'policy', policy: text, printed: lines }
    } catch (error) {
      const stack: unknown = error instanceof Error ? error.stack : undefined
      return faultOutcome(faultText(error), placeOf(stack), lines)
    }
  } catch {
    return faultOutcome('the policy throws what cannot be shown', undefined, [])
  }
}
