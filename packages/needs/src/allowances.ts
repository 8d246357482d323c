/* Calls that are allowed beside those that were seen, and why. */
import { actionOf } from '@seccompile/abi'
import { clausesOf, MAX_CLAUSES, namedCalls } from '@seccompile/notation'
import { PolicyError } from '@seccompile/policy'
import type { ArgCondition } from '@seccompile/policy'
import { VITAL_CALLS } from '@seccompile/policy/toolkit'
import { all, any, not } from '@seccompile/rules'
import type { ConditionalVerdict, Predicate, RuleSet } from '@seccompile/rules'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** A call that is allowed on an ABI although no recording has it. */
export interface Allowance {
  readonly abi: AbiToken
  readonly call: string
  /** Lists of comparisons, of which one must hold. An empty list always holds. */
  readonly clauses: readonly (readonly ArgCondition[])[]
  /** Why, in a few words; absent where the place of the rule says it. */
  readonly reason?: string
}

/** What a base allows. */
export interface Base {
  /** The name of the base in comments. */
  readonly name: string
  readonly allowances: readonly Allowance[]
}

/** Whether `allowance` allows its call with any arguments. */
export const isWhole = ({ clauses }: Allowance): boolean => clauses.some((clause) => clause.length === 0)

/**
 * The comparisons in which `when` holds.
 * @throws PolicyError E_LIMIT where there are too many
 */
export function comparisonsOf(when: Predicate, abi: AbiTable, what: string): Allowance['clauses'] {
  const clauses = clausesOf(when, abi.wordSize)
  if (clauses === undefined)
    throw new PolicyError(
      'E_LIMIT',
      `${what}: its condition is more than ${MAX_CLAUSES} lists of comparisons`,
    )
  return clauses
}

const isOpen = ({ verdict }: ConditionalVerdict): boolean =>
  actionOf(verdict) === 'ALLOW' || actionOf(verdict) === 'LOG'

/** The condition under which the first of `answers` that holds lets the call run. */
function runsWhere(answers: readonly ConditionalVerdict[]): Predicate {
  return any(
    answers.flatMap((answer, i) => {
      if (!isOpen(answer)) return []
      const before = answers.slice(0, i).filter((each) => !isOpen(each))
      return [all([answer.when, ...before.map((each) => not(each.when))])]
    }),
  )
}

/**
 * What the allow-list `rules` lets run on `abis`.
 * @throws PolicyError E_CONFLICT where it lets calls run that it does not name
 */
export function baseOf(name: string, rules: RuleSet, abis: readonly AbiTable[]): Base {
  expectText(name, 'name')
  expectList(abis, 'abis', 'token', 'auditArch')
  const { calls, unnamed } = namedCalls(rules, abis)
  const open = unnamed.find(({ answers }) => answers.some(isOpen))
  if (open !== undefined)
    throw new PolicyError(
      'E_CONFLICT',
      `${name}: lets calls run that it does not name, on ${open.abi.token}; a base is an allow-list, and of a deny-list "seccompile intersect" makes the stricter of both`,
    )
  const allowances = calls.flatMap(({ name: call, on }) =>
    on.flatMap(({ abi, answers }) => {
      const clauses = comparisonsOf(runsWhere(answers), abi, `${name}: ${call} of ${abi.token}`)
      return clauses.length === 0 ? [] : [{ abi: abi.token, call, clauses }]
    }),
  )
  return { name, allowances }
}

/** The calls without which no program lives, on the ABIs that have them. */
export function livingCalls(abis: readonly AbiToken[]): readonly Allowance[] {
  expectObject(abis, 'abis')
  // Handlers of 32-bit programs may return by the older call. Sources see neither.
  const vital = [...VITAL_CALLS, ['sigreturn', VITAL_CALLS.get('rt_sigreturn') ?? ''] as const]
  return abis.flatMap((abi) =>
    vital
      .filter(([call]) => signedAbiTable(abi).numbers.has(call))
      .map(([call, lost]) => ({ abi, call, clauses: [[]], reason: `needed to ${lost}` })),
  )
}
