import type { Policy, PolicyRule, Target } from '@seccompile/policy'
import { decided } from '@seccompile/prover'
import type { UndecidedAnswer } from '@seccompile/prover'
import { expectFunction, expectList, expectObject } from '@seccompile/shape'
import { signedAbiTable } from '@seccompile/signatures'
import { assembled } from './edit/assemble.ts'
import type { EditStep } from './edit/assemble.ts'
import { editedPolicy } from './edit/edit.ts'
import type { PolicyEdit } from './edit/edit.ts'
import { fails } from './edit/effect.ts'
import { findSteps } from './edit/find-steps.ts'
import type { RefusedSeenCall, RefusedValues } from './edit/find-steps.ts'
import type { PolicyForm } from './edit/policy-form.ts'
import { comparedArguments, examined, isAsked, isRefused, outcomeOf, testsArguments } from './examine.ts'
import type { ExaminedPolicy } from './examine.ts'
import { selectedValues, selectingArguments } from './seen/selecting.ts'
import type { HealableCall, SeenValues } from './seen/seen-calls.ts'
import { valuesOf } from './seen/seen-calls.ts'

/** Seen calls of one name that an edit lets run. */
export interface HealedCall extends RefusedSeenCall {
  readonly steps: readonly EditStep[]
}

/** Seen calls that no edit of this policy lets run. */
export interface UnhealedCall {
  /** `call 467` for a number that no table has. */
  readonly name: string
  readonly why:
    | { readonly kind: 'number' }
    | { readonly kind: 'unnamed' }
    | { readonly kind: 'abi'; readonly abi: string }
    | { readonly kind: 'rules'; readonly rules: readonly PolicyRule[] }
}

/** What to do about the seen calls that a policy refuses. */
export interface Healing {
  readonly kind: 'healing'
  readonly healed: readonly HealedCall[]
  readonly unhealed: readonly UnhealedCall[]
  /** The names of seen calls about which another process decides, by USER_NOTIF or TRACE. */
  readonly asked: readonly string[]
}

/** A seen call that a table has. */
type NamedSeen = HealableCall & { readonly nr: number; readonly name: string }

/** The values of a seen call that matter to the policy: of the arguments that it compares, or of those that select. */
function seenValues(policy: ExaminedPolicy, call: NamedSeen): SeenValues {
  const { abi, nr, name } = call
  const compared = comparedArguments(policy, signedAbiTable(abi).auditArch, nr)
  const selecting = selectingArguments({ abi, name })
  return compared.length > 0
    ? valuesOf(call, compared)
    : selectedValues(
        valuesOf(
          call,
          selecting.map(({ index }) => index),
        ),
        selecting,
      )
}

/** The values of `call` that the policy refuses, and whether another process decides about others. */
function judgedValues(
  policy: ExaminedPolicy,
  call: NamedSeen,
): { readonly refused: readonly RefusedValues[]; readonly asks: boolean } {
  const { abi, nr, name } = call
  const { lists, isTold } = seenValues(policy, call)
  return {
    refused: lists
      .filter((values) => isRefused(policy, call, values))
      .map((values) => ({ abi, name, nr, values, isTold })),
    asks: lists.some((values) => isAsked(policy, call, values)),
  }
}

/** All rules of `policy` and of the policies that hold together with it. */
const allRules = ({ rules, and = [] }: Policy): readonly PolicyRule[] => [...rules, ...and.flatMap(allRules)]

/** The rules that may refuse calls of `name`. */
const refusingRules = (policy: Policy, name: string): readonly PolicyRule[] =>
  allRules(policy).filter((rule) => rule.names.some((each) => each.name === name) && fails(rule.action))

/** Sorts what is refused: calls by name, and those that no rule can be about. */
function refusedCalls(
  policy: ExaminedPolicy,
  seen: readonly HealableCall[],
  { abis }: Target,
): Pick<Healing, 'unhealed' | 'asked'> & { readonly calls: readonly RefusedSeenCall[] } {
  const calls = new Map<string, RefusedValues[]>()
  const asked = new Set<string>()
  const unhealed: UnhealedCall[] = []
  for (const call of seen) {
    const { abi, nr, name } = call
    if (nr === undefined || name === undefined) {
      const isKnown = nr !== undefined && !isRefused(policy, { abi, name: '', nr }, new Map())
      if (!isKnown)
        unhealed.push(
          nr === undefined
            ? { name: 'some calls', why: { kind: 'unnamed' } }
            : { name: `call ${nr}`, why: { kind: 'number' } },
        )
      continue
    }
    const { refused, asks } = judgedValues(policy, { ...call, nr, name })
    if (asks) asked.add(name)
    if (refused.length === 0) continue
    if (abis.some(({ token }) => token === abi)) calls.set(name, [...(calls.get(name) ?? []), ...refused])
    else unhealed.push({ name, why: { kind: 'abi', abi } })
  }
  return { calls: [...calls].map(([name, refused]) => ({ name, refused })), unhealed, asked: [...asked] }
}

/** {@link heal} of a checked question. */
function healingOf(
  policy: Policy,
  target: Target,
  seen: readonly HealableCall[],
  form: PolicyForm,
): Healing | UndecidedAnswer {
  const looked = examined(policy, target)
  if (!('rules' in looked)) return looked
  const { calls, unhealed, asked } = refusedCalls(looked, seen, target)
  const tried = calls.map((call) => ({
    call,
    steps: findSteps(policy, call, form, {
      outcome: (edited, refused) => outcomeOf(edited, target, refused),
      tests: (rule, one) => testsArguments(policy, rule, target, one),
    }),
  }))
  return {
    kind: 'healing',
    healed: tried.flatMap(({ call, steps }) => (steps === undefined ? [] : [{ ...call, steps }])),
    unhealed: [
      ...unhealed,
      ...tried.flatMap(({ call: { name }, steps }): readonly UnhealedCall[] =>
        steps === undefined ? [{ name, why: { kind: 'rules', rules: refusingRules(policy, name) } }] : [],
      ),
    ],
    asked,
  }
}

/**
 * The steps that let the `seen` calls run which `policy` refuses on `target`, call by call; or why it is undecided.
 * @throws PolicyError where the policy is wrong for the target
 */
export function heal(
  policy: Policy,
  target: Target,
  seen: readonly HealableCall[],
  form: PolicyForm,
): Healing | UndecidedAnswer {
  expectObject(policy, 'policy', 'rules')
  expectObject(target, 'target', 'abis')
  expectList(seen, 'seen', 'abi', 'projections')
  expectForm(form)
  return decided(() => healingOf(policy, target, seen, form))
}

function expectForm(form: PolicyForm): void {
  expectObject(form, 'form', 'style')
  expectFunction(form.entryOf, 'form.entryOf')
  expectFunction(form.canJoin, 'form.canJoin')
}

/** The edit that lets `healed` run. */
export function editOf(policy: Policy, healed: readonly HealedCall[], form: PolicyForm): PolicyEdit {
  expectObject(policy, 'policy', 'rules')
  expectList(healed, 'healed', 'steps')
  expectForm(form)
  return assembled(
    policy,
    healed.flatMap(({ steps }) => steps),
    form,
  )
}

/** `policy` with the edit that lets `healed` run. */
export function healedPolicy(policy: Policy, healed: readonly HealedCall[], form: PolicyForm): Policy {
  expectForm(form)
  return editedPolicy(policy, editOf(policy, healed, form), form.entryOf)
}
