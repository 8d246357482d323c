/*
 * What runc makes of a profile for the multiplexers `socketcall` and `ipc`.
 *
 * libseccomp takes a rule for `socket` for one of `socketcall` too, where an ABI has that. A profile cannot say that `socket` runs
 * and `socketcall` does not, unless a rule without conditions says so of `socketcall`: that one decides alone. So the rules for
 * the calls behind a multiplexer are read as runc reads them. Where they come to what the filter does, the multiplexer has no
 * rules of its own. Where they do not, it is a loss, and refused by a rule without conditions.
 * @see libseccomp src/syscalls.c: abi_rule_add()
 */
import { actionOf, dataOf, SECCOMP_RET, strictnessOf, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { namedCalls } from '@seccompile/notation'
import type { ExpressedCall, Loss, NamedCall, NotationRules, Vocabulary } from '@seccompile/notation'
import { createOutcomes } from '@seccompile/outcomes'
import { resolve } from '@seccompile/policy'
import type { Action, Policy, PolicyRule } from '@seccompile/policy'
import type { Rule, RuleSet } from '@seccompile/rules'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'

const actionFor = (verdict: Verdict): Action => ({ action: actionOf(verdict)!, data: dataOf(verdict) }) // one of a profile

/** The rules of a profile for `calls`. */
function policyOf(calls: readonly ExpressedCall[], otherwise: Verdict): Policy {
  const rules = calls.flatMap(({ name, answers }) =>
    answers.flatMap(({ clauses, verdict }) =>
      clauses.map((args): PolicyRule => ({ names: [{ name }], action: actionFor(verdict), args })),
    ),
  )
  return { defaultAction: actionFor(otherwise), overlaps: 'libseccomp', rules }
}

/** What runc gives the call `name` by the rules for `calls`; `undefined` where it refuses them. */
function readByRunc(policy: Policy, name: string, abis: readonly AbiTable[]): NamedCall | undefined {
  try {
    const { rules } = resolve(policy, { abis, multiplexers: 'runc' })
    return namedCalls(rules, abis).calls.find((call) => call.name === name)
  } catch (error) {
    if ((error as { readonly name?: unknown }).name !== 'PolicyError') throw error
    return undefined
  }
}

/** Whether both give the call the same on each ABI. */
function areSame(read: NamedCall | undefined, meant: NamedCall, otherwise: Verdict): boolean {
  const outcomes = createOutcomes()
  const nodeOf = ({ answers }: NamedCall['on'][number]): unknown => {
    const node = outcomes.of(
      answers.map((answer): Rule => ({ numbers: [{ lo: 0, hi: 0 }], ...answer })),
      otherwise,
    )
    return outcomes.isTooLarge(node) ? undefined : node
  }
  return meant.on.every((each) => {
    const other = read?.on.find(({ abi }) => abi.token === each.abi.token)
    const node = nodeOf(each)
    return other !== undefined && node !== undefined && nodeOf(other) === node
  })
}

/** A verdict that refuses and is not the default, which runc would skip: the weakest that is as strict as all that is meant. */
function refusal({ on }: NamedCall, otherwise: Verdict, hasVerdict: Vocabulary['hasVerdict']): Verdict {
  const strictest = Math.min(
    ...on.flatMap(({ answers }) => answers.map(({ verdict }) => strictnessOf(verdict))),
  )
  const all = [verdictOf('ERRNO', 1), SECCOMP_RET.KILL_THREAD, SECCOMP_RET.KILL_PROCESS]
  const others = all.filter((verdict) => verdict !== otherwise && hasVerdict(verdict))
  return others.find((verdict) => strictnessOf(verdict) <= strictest) ?? others.at(-1)! // one of three is not the default
}

/** `expressed` with what has to be said of multiplexers, and the losses about them. */
export function withMultiplexers(
  rules: RuleSet,
  abis: readonly AbiTable[],
  expressed: NotationRules,
  hasVerdict: Vocabulary['hasVerdict'],
): NotationRules {
  const { otherwise } = expressed
  let { calls, losses } = expressed
  for (const { name, calls: behind } of MULTIPLEXERS) {
    const having = abis.filter(({ numbers }) => numbers.has(name))
    const isBehind = (call: ExpressedCall): boolean => behind.some((each) => each.name === call.name)
    if (having.length === 0 || !calls.some(isBehind)) continue
    const meant = namedCalls(rules, having).calls.find((call) => call.name === name)! // the ABIs have it
    const comesOut = (list: readonly ExpressedCall[]): boolean =>
      areSame(readByRunc(policyOf(list, otherwise), name, having), meant, otherwise)
    const others = calls.filter((call) => call.name !== name)
    const isLost = losses.some((loss) => 'name' in loss && loss.name === name)
    const isImplied = comesOut(others.filter(isBehind))
    if (!isImplied && !isLost && comesOut(calls.filter((call) => isBehind(call) || call.name === name)))
      continue
    losses = losses.filter((loss) => !('name' in loss && loss.name === name))
    if (isImplied) {
      calls = others
      continue
    }
    const verdict = refusal(meant, otherwise, hasVerdict)
    calls = [...others, { name, answers: [{ clauses: [[]], verdict }] }]
    const loss: Loss = { kind: 'multiplexer', name, abi: having[0]!.token }
    losses = [...losses, loss]
  }
  return { ...expressed, calls, losses }
}
