import { all } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { CallArgument } from '@seccompile/syscalls'
import type { ArgCondition } from '../../data/condition.ts'
import { comparisonsIn } from '../../data/named-condition.ts'
import type { NamedCondition } from '../../data/named-condition.ts'
import { printCondition } from '../../data/print-condition.ts'
import { ruleLabel } from '../../data/warning.ts'
import { argumentAt } from '../calls/argument-width.ts'
import type { CallRule, PolicyCall } from '../calls/call-rules.ts'
import { conditionOf } from '../calls/conditional.ts'
import { predicateOf } from '../calls/named-predicate.ts'
import type { PolicyOnAbi, WarningSubject } from './warning-subject.ts'

/** A comparison of a rule for one call on one ABI. */
export interface RuleComparison {
  readonly on: PolicyOnAbi
  readonly abi: PolicyOnAbi['abi']
  readonly call: PolicyCall
  readonly entry: CallRule
  readonly condition: ArgCondition | NamedCondition
  /** The argument; `undefined` if the table of the ABI does not have it. */
  readonly argument: CallArgument | undefined
  readonly predicate: Predicate
}

/** The comparisons of a rule, comparisons by index first. */
export function comparisonsOf({ rule }: CallRule): readonly (ArgCondition | NamedCondition)[] {
  return [...rule.args, ...(rule.when === undefined ? [] : comparisonsIn(rule.when))]
}

/** Every comparison of every rule with conditions that may decide a call, ABI by ABI. */
export function compared({ on: abis, widths }: WarningSubject): readonly RuleComparison[] {
  const all: RuleComparison[] = []
  for (const on of abis) {
    const { abi, calls, policy } = on
    for (const call of calls.values()) {
      if (call.sometimes.length === 0 || numberOf(abi, call.name) === undefined) continue
      for (const entry of call.sometimes) {
        const place = {
          call: call.name,
          abi,
          // This is a getter, because only errors need the name, and a policy may have thousands of rules.
          get rule(): string {
            return ruleLabel(policy, entry.index)
          },
          place: entry.place,
          widths,
        }
        for (const condition of comparisonsOf(entry)) {
          const argument =
            'kind' in condition
              ? abi.signatures?.get(call.name)?.args.find(({ name }) => name === condition.argument)
              : argumentAt(abi, call.name, condition.index)
          all.push({ on, abi, call, entry, condition, argument, predicate: predicateOf(condition, place) })
        }
      }
    }
  }
  return all
}

/** The whole condition of the rule that contains the comparison. */
export function wholeOf({ on, call, entry }: RuleComparison, { widths }: WarningSubject): Predicate {
  return all([conditionOf(entry, { policy: on.policy, call, abi: on.abi, widths })])
}

/** The comparison as text. */
export const comparisonText = ({ condition }: RuleComparison): string => printCondition(condition)
