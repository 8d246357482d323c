import { BPF_MAXINSNS } from '@seccompile/abi'
import type { PassError, ProgramLength } from '@seccompile/pass'
import { PolicyError } from '@seccompile/policy'
import type { Policy, PolicyRule, Source } from '@seccompile/policy'
import { argumentTests } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** The most calls that a message names. */
const SHOWN = 3

/**
 * The calls whose rules test the most values of arguments, each with the number of these values; the largest number
 * first.
 */
function dearestCalls(rules: RuleSet, abis: readonly AbiTable[]): readonly (readonly [string, number])[] {
  const tested = new Map<string, number>()
  for (const { arch, rules: list } of rules.sections)
    for (const { numbers, when } of list) {
      const values = argumentTests(when).reduce((sum, test) => sum + test.values.length, 0)
      const nr = numbers[0]?.lo ?? 0
      const name = callName(abis, arch, nr) ?? String(nr)
      if (values > 0) tested.set(name, (tested.get(name) ?? 0) + values)
    }
  return [...tested].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, SHOWN)
}

/** Whether `rule` tests arguments of the call `name`. */
const isTestOf = ({ args, when, names }: PolicyRule, name: string | undefined): boolean =>
  (args.length > 0 || when !== undefined) && names.some((named) => named.name === name)

/** How many rules of `policy` test arguments of the call `name`. */
function rulesFor(policy: Policy, name: string): number {
  return policy.rules.filter((rule) => isTestOf(rule, name)).length
}

/** The place at which `policy` first tests an argument of the call `name`, if its rules have places. */
function firstTestOf(policy: Policy, name: string | undefined): Source | undefined {
  return policy.rules.find((rule) => isTestOf(rule, name))?.source
}

/** A policy that is too large, and the error of the pass that shows it. */
export interface TooLarge {
  readonly policy: Policy
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
  readonly error: PassError
  /** Whether the message counts the rules too, and not only the values. */
  readonly tellsRules?: boolean
}

/**
 * The error for a policy that is too large. `what` is its message. Its place is the first test of the call with the
 * most values.
 */
export function tooLarge(
  what: string,
  { policy, rules, abis, error, tellsRules = false }: TooLarge,
): PolicyError {
  const dearest = dearestCalls(rules, abis)
  const named = dearest.map(([name, values]) => {
    const count = tellsRules ? rulesFor(policy, name) : 0
    return `${name} (${count > 1 ? `${count} rules, ` : ''}${values} values)`
  })
  const most = named.length === 0 ? '' : `; most values are tested for ${named.join(', ')}`
  return new PolicyError('E_LIMIT', `${what}${most}`, firstTestOf(policy, dearest[0]?.[0]), { cause: error })
}

/** The length `insns` as text, with "about" where it is an estimate. */
export function insnsText({ insns, isEstimate }: ProgramLength): string {
  return isEstimate ? `about ${insns}` : String(insns)
}

/** The message for a filter that would have so many instructions. */
export function passesLimit({ insns, isEstimate }: ProgramLength): string {
  return `the filter would exceed ${BPF_MAXINSNS} instructions by ${insnsText({ insns: insns - BPF_MAXINSNS, isEstimate })}`
}
