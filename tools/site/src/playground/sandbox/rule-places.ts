/*
 * The place of each rule in the policy, so that a warning about a rule stands at the line that wrote it.
 *
 * A builder does not record places: in Node, reading the stack for each rule would cost more than the rule. In the
 * playground, a policy is written by hand and run once. So in this realm only, the method that adds every rule is
 * replaced by a method that also adds the place.
 */
import { PolicyBuilder, RuleList } from '@seccompile/policy'
import type { PolicyRule } from '@seccompile/policy'
import type { PolicyPlace } from './outcome.ts'

/** The name of the policy in places. */
export const POLICY_FILE = 'policy.ts'

type With = (this: unknown, rules: readonly PolicyRule[]) => unknown

/** Makes the builders of this realm add `placeOf(stack)` to each new rule. */
export function addPlaces(placeOf: (stack: unknown) => PolicyPlace | undefined): void {
  for (const { prototype } of [PolicyBuilder, RuleList]) {
    const plain = Reflect.get(prototype, 'with') as With // the method is protected in TypeScript
    const placed: With = function (rules) {
      const place = placeOf(new Error().stack)
      if (place === undefined) return plain.call(this, rules)
      const source = { file: POLICY_FILE, ...place }
      return plain.call(
        this,
        rules.map((rule) => (rule.source === undefined ? { ...rule, source } : rule)),
      )
    }
    Object.defineProperty(prototype, 'with', { value: placed })
  }
}
