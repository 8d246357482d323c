/* Asks the prover which seen calls a policy refuses. */
import { letsRun, refuses } from '@seccompile/abi'
import { resolve } from '@seccompile/policy'
import type { Policy, PolicyError, PolicyRule, Target, Warning } from '@seccompile/policy'
import { inquire } from '@seccompile/prover'
import type { Inquiry, UndecidedAnswer } from '@seccompile/prover'
import { contains } from '@seccompile/rules'
import { argumentTests } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import type { RefusedValues } from './edit/find-steps.ts'
import type { EditOutcome } from './edit/outcome.ts'
import { seenPredicate } from './seen/registers.ts'
import type { CallOfAbi } from './seen/registers.ts'
import type { KnownValues } from './seen/seen-calls.ts'

/** A policy that is resolved for a target, ready for questions. */
export interface ExaminedPolicy {
  readonly rules: RuleSet
  readonly inquiry: Inquiry
  readonly warnings: readonly Warning[]
}

const orderOf = ({ abis: [main] }: Target): 'little' | 'big' => main?.endianness ?? 'little'

/**
 * `policy` on `target`, or why a question about it is undecided.
 * @throws PolicyError where the policy is wrong for the target
 */
export function examined(policy: Policy, target: Target): ExaminedPolicy | UndecidedAnswer {
  const resolution = resolve(policy, target)
  const { rules } = resolution
  const inquiry = inquire({ level: 'rules', ir: rules }, { endianness: orderOf(target) })
  return inquiry.kind === 'undecided'
    ? inquiry
    : {
        rules,
        inquiry,
        get warnings() {
          return resolution.warnings // computed when they are first read
        },
      }
}

type ExaminedCall = CallOfAbi & { readonly nr: number }

/** Whether a call of this number with these values, as far as they are known, may get a verdict that `is` takes. */
function mayGet(
  { inquiry }: ExaminedPolicy,
  is: (verdict: number) => boolean,
  call: ExaminedCall,
  values: KnownValues,
): boolean {
  const arch = signedAbiTable(call.abi).auditArch
  return inquiry.call(is, { arch, nr: call.nr, args: seenPredicate(call, values) }) !== undefined
}

/** Whether the policy refuses a call of this number with these values, as far as they are known. */
export const isRefused = (policy: ExaminedPolicy, call: ExaminedCall, values: KnownValues): boolean =>
  mayGet(policy, refuses, call, values)

/** Whether another process decides about such a call. */
export const isAsked = (policy: ExaminedPolicy, call: ExaminedCall, values: KnownValues): boolean =>
  mayGet(policy, (verdict) => !letsRun(verdict) && !refuses(verdict), call, values)

/** The arguments that the rules compare for call `nr` of `arch`. */
export function comparedArguments({ rules }: ExaminedPolicy, arch: number, nr: number): readonly number[] {
  const own = rules.sections.find((section) => section.arch === arch)?.rules ?? []
  const tests = own
    .filter(({ numbers }) => contains(numbers, nr))
    .flatMap(({ when }) => argumentTests(when).map(({ index }) => index))
  return [...new Set(tests)].sort((a, b) => a - b)
}

/**
 * Whether `rule` of `policy` tests arguments of `call`: a rule for another ABI, for capabilities that the target lacks, or for
 * another kernel does not.
 */
export function testsArguments(
  policy: Policy,
  rule: PolicyRule,
  target: Target,
  call: ExaminedCall,
): boolean {
  const { and: _others, ...own } = policy
  const alone = examined({ ...own, rules: [rule] }, target)
  return 'rules' in alone && comparedArguments(alone, signedAbiTable(call.abi).auditArch, call.nr).length > 0
}

/** `policy` with only the rules about `name`. */
function rulesAbout(policy: Policy, name: string): Policy {
  const rules = policy.rules.flatMap((rule) =>
    rule.names.some((each) => each.name === name)
      ? [{ ...rule, names: rule.names.filter((each) => each.name === name) }]
      : [],
  )
  const { and } = policy
  return {
    ...policy,
    rules,
    ...(and === undefined ? {} : { and: and.map((part) => rulesAbout(part, name)) }),
  }
}

const isPolicyError = (error: unknown): error is PolicyError =>
  error instanceof Error && error.name === 'PolicyError'

/**
 * What becomes of `refused`, calls of one name, under `policy`. A policy that cannot be resolved refuses them.
 * @throws whatever is no fault of the policy
 */
export function outcomeOf(policy: Policy, target: Target, refused: readonly RefusedValues[]): EditOutcome {
  // libseccomp reads a rule for socket as one for socketcall too, so the rules of other names matter as well.
  const name = refused[0]?.name
  const about = target.multiplexers === 'runc' || name === undefined ? policy : rulesAbout(policy, name)
  try {
    const looked = examined(about, target)
    if (!('rules' in looked) || refused.some((one) => isRefused(looked, one, one.values))) return 'refused'
    return looked.warnings.some((warning) => warning.name === 'lost-refusal') ? 'rule-lost' : 'allowed'
  } catch (error) {
    if (isPolicyError(error)) return 'refused' // such as two rules that contradict each other
    throw error
  }
}
