/* What a policy allows on an ABI, call by call. */
import { actionOf, dataOf, letsRun, refuses } from '@seccompile/abi'
import { errnoOn } from '@seccompile/constants/errno'
import { namedCalls } from '@seccompile/notation'
import { resolve } from '@seccompile/policy'
import type { Action, Policy, Target } from '@seccompile/policy'
import { inquire } from '@seccompile/prover'
import type { Inquiry, UndecidedAnswer } from '@seccompile/prover'
import { all, any, NEVER, not } from '@seccompile/rules'
import type { ConditionalVerdict, Predicate, RuleSet } from '@seccompile/rules'
import type { Verdict } from '@seccompile/abi'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** The condition under which the first of `answers` that holds lets the call run. */
function runsWhere(answers: readonly ConditionalVerdict[]): Predicate {
  return any(
    answers.flatMap((answer, i) => {
      if (!letsRun(answer.verdict)) return []
      const before = answers.slice(0, i).filter((each) => !letsRun(each.verdict))
      return [all([answer.when, ...before.map((each) => not(each.when))])]
    }),
  )
}

const RUNNING: readonly Action['action'][] = ['ALLOW', 'LOG', 'USER_NOTIF', 'TRACE']

/** Whether calls may run that get `action`. */
export const mayRun = ({ action }: Action): boolean => RUNNING.includes(action)

/** A policy on one ABI. */
export interface PolicyInquiry {
  readonly abi: AbiTable
  readonly policy: Policy
  /** The condition under which a call runs. */
  readonly runsWhere: (call: string) => Predicate
  /** The verdicts that refuse calls with such arguments, ascending. */
  readonly refusals: (call: string, where: Predicate) => readonly Verdict[]
  /** Whether a call with such arguments runs. */
  readonly runs: (call: string, where?: Predicate) => boolean
  readonly inquiry: Inquiry
}

/** The condition under which each call runs in `rules` on `abi`. */
function conditionsIn(rules: RuleSet, abi: AbiTable): (call: string) => Predicate {
  const named = new Map(namedCalls(rules, [abi]).calls.map(({ name, on: [first] }) => [name, first]))
  return (call) => {
    const found = named.get(call)
    return found === undefined ? NEVER : runsWhere(found.answers)
  }
}

/**
 * The condition under which `policy` lets each call of `token` run.
 * @throws PolicyError where the policy is wrong for the target
 */
export function allowedWhere(
  policy: Policy,
  token: AbiToken,
  rest: Omit<Target, 'abis'>,
): (call: string) => Predicate {
  const abi = signedAbiTable(token)
  return conditionsIn(resolve(policy, { ...rest, abis: [abi] }).rules, abi)
}

/**
 * `policy` on `abi`, or why a question about it is undecided.
 * @throws PolicyError where the policy is wrong for the target
 */
export function policyOnAbi(
  policy: Policy,
  token: AbiToken,
  rest: Omit<Target, 'abis'>,
): PolicyInquiry | UndecidedAnswer {
  const abi = signedAbiTable(token)
  const { rules } = resolve(policy, { ...rest, abis: [abi] })
  const inquiry = inquire({ level: 'rules', ir: rules }, { endianness: abi.endianness })
  if (inquiry.kind === 'undecided') return inquiry
  const whereOf = (call: string, args?: Predicate) => {
    const nr = numberOf(abi, call)
    return nr === undefined ? undefined : { arch: abi.auditArch, nr, ...(args === undefined ? {} : { args }) }
  }
  return {
    abi,
    policy,
    inquiry,
    runsWhere: conditionsIn(rules, abi),
    refusals: (call, args) => {
      const where = whereOf(call, args)
      return where === undefined ? [] : inquiry.verdicts(where).filter(refuses)
    },
    runs: (call, args) => {
      const where = whereOf(call, args)
      return where !== undefined && inquiry.call(letsRun, where) !== undefined
    },
  }
}

/** Whether the verdict is ENOSYS, after which libraries go on with older calls. */
export const isEnosysVerdict = ({ abi }: PolicyInquiry, verdict: Verdict): boolean =>
  actionOf(verdict) === 'ERRNO' && dataOf(verdict) === errnoOn('ENOSYS', abi.token)

/** Whether all refusals of `call` with such arguments are ENOSYS. */
export const isEnosys = (on: PolicyInquiry, call: string, where: Predicate): boolean =>
  on.refusals(call, where).every((verdict) => isEnosysVerdict(on, verdict))
