/*
 * Variants of a call that a policy forgets: see `variants.ts`.
 *
 * Two mistakes are alike. `allow('access')` for aarch64, which has only `faccessat`: the rule has no effect there, and the
 * default decides what programs use instead. And `deny('open')` while `openat` runs: a program opens files by `openat`.
 * A rule that answers ENOSYS is no mistake. It sends programs to another variant, as Docker's rule for clone3 does.
 */
import { quote, verdictName, verdictOf } from '@seccompile/abi'
import { errnoOn } from '@seccompile/constants/errno'
import type { Call } from '../call-rules.ts'
import { variantsOf } from '../variants.ts'
import { warning, whoseRule } from '../warning.ts'
import type { Warning } from '../warning.ts'
import { callText, grouped, letsRun, listed, rulesOf, shownCall, tokensOf, verdictsOn } from './looked-at.ts'
import type { LookedAt, OnAbi } from './looked-at.ts'

/** Variants without the arguments that a condition on the others tests. */
const WITHOUT_FLAGS: readonly string[] = ['fork', 'vfork']

const allNames = (names: readonly string[]): string => listed(names.map(quote))

/** The warnings about names that an ABI lacks while it has other variants, which no rule names. */
function lacking(looked: LookedAt): readonly Warning[] {
  const found = looked.on.flatMap((each) => {
    const { abi, calls, taking, policy } = each
    const named = new Set(taking.flatMap((index) => policy.rules[index]!.names.map(({ name }) => name)))
    return [...named].flatMap((name) => {
      if (abi.numbers.has(name) || !calls.has(name)) return []
      const instead = variantsOf(name).flatMap((names) => names.filter((other) => abi.numbers.has(other)))
      if (instead.length === 0 || instead.some((other) => named.has(other))) return []
      const entry = rulesOf(calls.get(name)).find(({ rule }) => rule.names.some((one) => one.name === name))
      return entry === undefined ? [] : [{ abi, name, instead, entry, otherwise: each.otherwise }]
    })
  })
  // The names that a rule has in vain on one ABI, and then the ABIs on which they are the same.
  const byAbi = grouped(found, ({ abi, entry }) => `${abi.token} ${entry.index}`).map((group) => {
    const pairs = group.map(({ name, instead }) => `${quote(name)} (there ${instead.join(', ')})`)
    return { ...group[0], pairs: listed(pairs) }
  })
  return grouped(byAbi, ({ entry, pairs, otherwise }) => `${entry.index} ${otherwise} ${pairs}`).map(
    (group) => {
      const [{ abi, entry, otherwise, instead, pairs }] = group
      const what =
        `${whoseRule(looked.policy, entry)}${tokensOf(group)} lacks ${pairs}: no rule names what programs use ` +
        `there instead, which gets ${verdictName(otherwise)}; name all by variants()`
      return warning('variant-gap', what, entry.place, shownCall(abi, instead[0]!))
    },
  )
}

/** Whether a rule, with or without conditions, refuses the call, and not by ENOSYS. */
function isRefusedByRule(call: Call, enosys: number): boolean {
  return rulesOf(call).some(({ verdict }) => !letsRun(verdict) && verdict !== enosys)
}

/** The warnings about variants that run while a rule refuses the others. */
function leftOpen(looked: LookedAt): readonly Warning[] {
  const openOn = (each: OnAbi) => {
    const { abi, calls } = each
    const enosys = verdictOf('ERRNO', errnoOn('ENOSYS', abi.token) ?? 0)
    return [...calls.values()].flatMap((call) => {
      const entry = rulesOf(call).find(({ verdict }) => !letsRun(verdict) && verdict !== enosys)
      if (entry === undefined || !abi.numbers.has(call.name) || !isRefusedByRule(call, enosys)) return []
      const isConditional = call.always === undefined || letsRun(call.always.verdict)
      const open = variantsOf(call.name)
        .flat()
        .filter(
          (name) =>
            name !== call.name &&
            abi.numbers.has(name) &&
            !(isConditional && WITHOUT_FLAGS.includes(name)) &&
            verdictsOn(each, name).every(letsRun),
        )
      return open.length === 0 ? [] : [{ abi, name: call.name, open, entry }]
    })
  }
  const found = looked.on.flatMap(openOn)
  return grouped(found, ({ entry }) => entry.index).map((group) => {
    const [{ abi, entry, open }] = group
    const ofAbi = group.filter((each) => each.abi === abi)
    const names = ofAbi.map(({ name }) => name)
    const left = [...new Set(ofAbi.flatMap((each) => each.open))].filter((name) => !names.includes(name))
    const shown = left[0] ?? open[0]!
    const what =
      `${whoseRule(looked.policy, entry)}the rule refuses ${allNames(names)}, and ${allNames(left)} ` +
      `may run on ${tokensOf(group)} and can do the same: ${callText(shown, [])} on ${abi.token} runs; name all by variants()`
    return warning('variant-gap', what, entry.place, shownCall(abi, shown))
  })
}

/** One warning for each rule and ABI that lacks its variant, and one for each rule that leaves a variant open. */
export function variantGaps(looked: LookedAt): readonly Warning[] {
  return [...lacking(looked), ...leftOpen(looked)]
}
