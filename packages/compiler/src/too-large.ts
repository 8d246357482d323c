import { PolicyError } from '@seccompile/policy'
import type { Policy, Source } from '@seccompile/policy'
import { argumentTests } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import { callName } from './names.ts'

/** How many of the dearest calls to name. */
const SHOWN = 3

/** The calls with the most values tested on their arguments, dearest first, with that number. */
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

/** Where `policy` first tests an argument of the call `name`, if its rules have places. */
function firstTestOf(policy: Policy, name: string | undefined): Source | undefined {
  return policy.rules.find((rule) => rule.args.length > 0 && rule.names.some((named) => named.name === name))
    ?.source
}

/** The error for a policy whose program does not fit, at its dearest call; `cause` says how long it would be. */
export function tooLarge(
  policy: Policy,
  rules: RuleSet,
  abis: readonly AbiTable[],
  limit: number,
  cause: unknown,
): PolicyError {
  const text = cause instanceof Error ? cause.message : ''
  const needed = Number(/takes (\d+) instructions/.exec(text)?.[1] ?? Number.NaN) // the words of pass-lower
  const by = Number.isNaN(needed) ? '' : `, ${needed - limit} too many`
  const dearest = dearestCalls(rules, abis)
  const named = dearest.map(([name, values]) => `${name} (${values} values tested)`)
  const most = named.length === 0 ? '' : `; most goes to ${named.join(', ')}`
  const place = firstTestOf(policy, dearest[0]?.[0])
  return new PolicyError('E_LIMIT', `the filter would pass ${limit} instructions${by}${most}`, place, {
    cause,
  })
}
