import { BPF_MAXINSNS } from '@seccompile/abi'
import type { IrError, Problem } from '@seccompile/abi'
import { PolicyError } from '@seccompile/policy'
import type { Policy, PolicyRule, Source } from '@seccompile/policy'
import { argumentTests } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { callName } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

/** How many calls a message names. */
const SHOWN = 3

/** The problem of a program that is too long (P1), from its `error`; `undefined` for every other error. */
function lengthProblem(error: unknown): Problem | undefined {
  const cause = error instanceof Error && error.name === 'PassError' ? error.cause : error
  if (!(cause instanceof Error) || cause.name !== 'IrError') return undefined
  return (cause as IrError).problems.find(({ invariant }) => invariant === 'P1')
}

/**
 * The number of instructions that a program would have, from an `error` for a program that is too long (P1). It is
 * `undefined` for every other error.
 */
export function insnsNeeded(error: unknown): number | undefined {
  const { count } = lengthProblem(error) ?? {}
  return count !== undefined && count > BPF_MAXINSNS ? count : undefined
}

/** The calls whose rules test the most values of arguments, with the number of values; the largest first. */
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

/** Where `policy` first tests an argument of the call `name`, if its rules have places. */
function firstTestOf(policy: Policy, name: string | undefined): Source | undefined {
  return policy.rules.find((rule) => isTestOf(rule, name))?.source
}

/** A policy that is too large, and the error that shows it. */
export interface TooLarge {
  readonly policy: Policy
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
  readonly cause: unknown
  /** Whether the message counts the rules too, and not only the values. */
  readonly tellsRules?: boolean
}

/**
 * The error for a policy that is too large. `what` is its message. Its place is the first test of the call with the
 * most values.
 */
export function tooLarge(
  what: string,
  { policy, rules, abis, cause, tellsRules = false }: TooLarge,
): PolicyError {
  const dearest = dearestCalls(rules, abis)
  const named = dearest.map(([name, values]) => {
    const count = tellsRules ? rulesFor(policy, name) : 0
    return `${name} (${count > 1 ? `${count} rules, ` : ''}${values} values)`
  })
  const most = named.length === 0 ? '' : `; most values are tested for ${named.join(', ')}`
  return new PolicyError('E_LIMIT', `${what}${most}`, firstTestOf(policy, dearest[0]?.[0]), { cause })
}

/** `insns` in a message, with "about" where it is an estimate. @param cause - the error that has the length */
export function insnsText(insns: number, cause: unknown): string {
  return lengthProblem(cause)?.isEstimate === true ? `about ${insns}` : String(insns)
}

/** The message for a filter that would have `insns` instructions, or about so many. @param cause - the error that says so */
export function passesLimit(insns: number, cause: unknown): string {
  return `the filter would exceed ${BPF_MAXINSNS} instructions by ${insnsText(insns - BPF_MAXINSNS, cause)}`
}
