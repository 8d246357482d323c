/*
 * Writes rules for the multiplexers `socketcall` and `ipc` into a profile.
 *
 * Where an ABI has `socketcall`, libseccomp applies a rule for `socket` to `socketcall` too. A profile can give
 * `socketcall` another verdict only by a rule without conditions, which then decides alone. So the rules for the
 * calls behind a multiplexer are read back as runc reads them. Where they give the multiplexer the meaning of the
 * filter, it gets no rules of its own. Otherwise the profile loses this meaning, and a rule without conditions
 * refuses the multiplexer.
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

const actionFor = (verdict: Verdict): Action => ({ action: actionOf(verdict)!, data: dataOf(verdict) }) // a verdict of a profile has an action

/** The rules of a profile for `calls`. */
function policyOf(calls: readonly ExpressedCall[], otherwise: Verdict): Policy {
  const rules = calls.flatMap(({ name, answers }) =>
    answers.flatMap(({ clauses, verdict }) =>
      clauses.map((args): PolicyRule => ({ names: [{ name }], action: actionFor(verdict), args })),
    ),
  )
  return { defaultAction: actionFor(otherwise), overlaps: 'libseccomp', rules }
}

/** The verdicts that runc gives the call `name` by the rules of `policy`; `undefined` where runc refuses the rules. */
function readByRunc(policy: Policy, name: string, abis: readonly AbiTable[]): NamedCall | undefined {
  try {
    const { rules } = resolve(policy, { abis, multiplexers: 'runc' })
    return namedCalls(rules, abis).calls.find((call) => call.name === name)
  } catch (error) {
    if ((error as { readonly name?: unknown }).name !== 'PolicyError') throw error
    return undefined
  }
}

/** Whether both give the call the same outcome on each ABI. */
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

/**
 * The weakest refusal that is as strict as every meant verdict. It is not the default, since runc would skip the
 * rule.
 */
function refusal({ on }: NamedCall, otherwise: Verdict, hasVerdict: Vocabulary['hasVerdict']): Verdict {
  const strictest = Math.min(
    ...on.flatMap(({ answers }) => answers.map(({ verdict }) => strictnessOf(verdict))),
  )
  const all = [verdictOf('ERRNO', 1), SECCOMP_RET.KILL_THREAD, SECCOMP_RET.KILL_PROCESS]
  const others = all.filter((verdict) => verdict !== otherwise && hasVerdict(verdict))
  return others.find((verdict) => strictnessOf(verdict) <= strictest) ?? others.at(-1)! // at least two of the three differ from the default
}

/** `expressed` with the rules that multiplexers need, and the losses about multiplexers. */
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
    const meant = namedCalls(rules, having).calls.find((call) => call.name === name)! // some of the ABIs have the multiplexer
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
