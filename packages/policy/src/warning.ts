import { quote } from '@seccompile/abi'
import type { Policy } from './policy.ts'
import { formatSource } from './source.ts'
import type { Source } from './source.ts'

/**
 * What a {@link Warning} is about: a name nobody knows (`W_NAME`), a constant beyond 32 bits on an ABI with 32-bit
 * arguments (`W_WIDE`), a multiplexer left open (`W_MULTIPLEXER`), a rule that another one makes useless
 * (`W_SHADOWED`), a rule that never applies (`W_NEVER`), nothing left to do (`W_EMPTY`), a key of a profile that is
 * ignored (`W_KEY`), an argument tested twice in a rule of a profile (`W_REPEATED`), a number that the kernel cuts
 * (`W_NUMBER`), calls left to a listener that runc does not leave to one (`W_NOTIFY`).
 */
export type WarningCode =
  | 'W_NAME'
  | 'W_WIDE'
  | 'W_MULTIPLEXER'
  | 'W_SHADOWED'
  | 'W_NEVER'
  | 'W_EMPTY'
  | 'W_KEY'
  | 'W_REPEATED'
  | 'W_NUMBER'
  | 'W_NOTIFY'

/** Something a person should know about their policy, though it has a meaning. */
export interface Warning {
  readonly code: WarningCode
  /** One line, with the place in front where there is one. */
  readonly message: string
  readonly source?: Source
}

/** The warning that says `what`, at `place` where that is known. */
export function warning(code: WarningCode, what: string, place?: Source): Warning {
  if (place === undefined) return { code, message: what }
  return { code, message: `${formatSource(place)}: ${what}`, source: place }
}

/** How messages name rule `index` of `policy`: its place, or its position from 1, of the policy if that has a name. */
export function ruleLabel(policy: Policy, index: number): string {
  const source = policy.rules[index]?.source
  if (source !== undefined) return `the rule at ${formatSource(source)}`
  return `rule ${index + 1}${policy.name === undefined ? '' : ` of ${quote(policy.name)}`}`
}
