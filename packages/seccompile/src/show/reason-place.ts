/* Where in a policy the reason of a verdict is. */
import { formatSource } from '@seccompile/policy/toolkit'
import type { VerdictReason } from '@seccompile/policy/toolkit'
import { presetNames } from '@seccompile/presets'

/** The names of presets that hold together are joined by this sign: the first has the rules of the policy itself. */
const PLUS = '+'

function nameOfPart({ policy: { name }, part }: VerdictReason): string {
  if (name === undefined) return `policy ${part + 1}`
  const [first = name, ...more] = name.split(PLUS)
  const isPreset = (each: string): boolean => presetNames.some((preset) => preset === each)
  return [first, ...more].every(isPreset) ? first : name
}

/** `text` with the policy that it is of, where several hold together. */
const inPart = (text: string, reason: VerdictReason): string =>
  reason.part === 0 && reason.policy.and === undefined ? text : `${text} of ${nameOfPart(reason)}`

/** The place of the rule of a verdict on the call `name` in its file, or its position; or its default; or `known-up-to`. */
export function reasonPlace(reason: VerdictReason, name: string): string {
  if (reason.kind !== 'rule') return inPart(reason.kind === 'default' ? 'the default' : reason.kind, reason)
  const { rule, index } = reason
  const source = rule.names.find((each) => each.name === name)?.source ?? rule.source
  return source === undefined ? inPart(`rule ${index + 1}`, reason) : formatSource(source)
}
