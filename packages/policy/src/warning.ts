import { quote } from '@seccompile/abi'
import type { Policy } from './policy.ts'
import { formatSource } from './source.ts'
import type { Source } from './source.ts'

/**
 * The subject of a {@link Warning}: an unknown name (`W_NAME`), a constant beyond 32 bits on an ABI with 32-bit
 * arguments (`W_WIDE`), a multiplexer that circumvents a filtered call or is refused beside an allowed one
 * (`W_MULTIPLEXER`), a rule that another one makes useless (`W_SHADOWED`), a rule that never applies
 * (`W_NEVER`), a policy of which no rule applies (`W_EMPTY`), a key of a profile that is ignored (`W_KEY`), an
 * argument tested twice in a rule of a profile (`W_REPEATED`), a number that the kernel caps (`W_NUMBER`),
 * calls that runc does not leave to a listener (`W_NOTIFY`).
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

/** A probable mistake in a policy that is still valid. */
export interface Warning {
  readonly code: WarningCode
  /** One line, with the place in front if there is one. */
  readonly message: string
  readonly source?: Source
}

/** The warning with the text `what`, at `place` if that is known. */
export function warning(code: WarningCode, what: string, place?: Source): Warning {
  if (place === undefined) return { code, message: what }
  return { code, message: `${formatSource(place)}: ${what}`, source: place }
}

/**
 * The name of rule `index` of `policy` in messages: its place, or else its position from 1 and the policy's
 * name.
 */
export function ruleLabel(policy: Policy, index: number): string {
  const source = policy.rules[index]?.source
  if (source !== undefined) return `the rule at ${formatSource(source)}`
  return `rule ${index + 1}${policy.name === undefined ? '' : ` of ${quote(policy.name)}`}`
}
