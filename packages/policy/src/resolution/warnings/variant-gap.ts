/*
 * Variants of a call that a policy forgets: see `variants.ts`.
 *
 * There are two such mistakes. `allow('access')` for aarch64, which has only `faccessat`, has no effect there, and
 * the default decides the call that programs use instead. `deny('open')` leaves `openat` open, and a program opens
 * files by `openat`. A rule that answers ENOSYS is no mistake: it makes programs use another variant, as Docker's
 * rule for clone3 does. A policy that names the other variant in a rule is no mistake either.
 */
import { letsRun, verdictOf } from '@seccompile/abi'
import { errnoOn, verdictText } from '@seccompile/constants/errno'
import type { RuleSet } from '@seccompile/rules'
import { quote } from '@seccompile/shape'
import { variantsOf } from '../../data/variants.ts'
import { warning, ofRule } from '../../data/warning.ts'
import type { Warning } from '../../data/warning.ts'
import type { CallRule } from '../calls/call-rules.ts'
import {
  callText,
  grouped,
  isRefused,
  listed,
  rulesOf,
  shownCall,
  tokensOf,
  verdictOn,
} from './warning-subject.ts'
import type { PolicyOnAbi, WarningSubject } from './warning-subject.ts'

/** Variants without the arguments that conditions on the other variants test. */
const WITHOUT_FLAGS: readonly string[] = ['fork', 'vfork']

const allNames = (names: readonly string[]): string => listed(names.map(quote))

/** For each ABI, the names in the rules that take part. */
type NamesOf = ReadonlyMap<PolicyOnAbi, ReadonlySet<string>>

/** The names in the rules that take part. */
function namesIn({ taking, policy }: PolicyOnAbi): ReadonlySet<string> {
  return new Set(taking.flatMap((index) => policy.rules[index]!.names.map(({ name }) => name)))
}

/** The warnings about a name that an ABI lacks, while it has variants that no rule names. */
function lacking(looked: WarningSubject, names: NamesOf): readonly Warning[] {
  const found = looked.on.flatMap((each) => {
    const { abi, calls } = each
    const { numbers } = abi
    const named = names.get(each)!
    return [...named].flatMap((name) => {
      if (numbers.has(name) || !calls.has(name)) return []
      const instead = variantsOf(name).flatMap((names) => names.filter((other) => numbers.has(other)))
      if (instead.length === 0 || instead.some((other) => named.has(other))) return []
      const entry = rulesOf(calls.get(name)).find(({ rule }) => rule.names.some((one) => one.name === name))
      return entry === undefined ? [] : [{ abi, name, instead, entry, otherwise: each.otherwise }]
    })
  })
  // For each rule and ABI, the names without effect; then the ABIs that share these names.
  const byAbi = grouped(found, ({ abi, entry }) => `${abi.token} ${entry.index}`).map((group) => {
    const pairs = group.map(({ name, instead }) => `${quote(name)} (there ${instead.join(', ')})`)
    return { ...group[0], pairs: listed(pairs) }
  })
  return grouped(byAbi, ({ entry, pairs, otherwise }) => `${entry.index} ${otherwise} ${pairs}`).map(
    (group) => {
      const [{ abi, name, entry, otherwise, instead, pairs }] = group
      const brief = `${abi.token} lacks ${quote(name)}; no rule names ${quote(instead[0]!)}`
      const full =
        `${tokensOf(group)} lacks ${pairs}: no rule names what programs use ` +
        `there instead, which gets ${verdictText(
          otherwise,
          group.map((each) => each.abi.token),
        )}; name it too`
      return warning(
        'variant-gap',
        ofRule(looked.policy, entry, { brief, full }),
        entry.place,
        shownCall(abi, instead[0]!),
      )
    },
  )
}

/** The value of ENOSYS on most ABIs. Docker's profile has this number for every ABI. */
const COMMON_ENOSYS = 38

/** A call that a rule refuses, and its variants that run. */
interface OpenVariants {
  readonly abi: PolicyOnAbi['abi']
  readonly name: string
  readonly open: readonly string[]
  readonly entry: CallRule
}

/**
 * The variants that run by the default of the ABI, while a rule refuses the call with another errno than ENOSYS.
 * `whole` may still refuse a variant: another policy holds as well, or the kernel lacks the variant.
 */
function openOn(each: PolicyOnAbi, named: ReadonlySet<string>, whole: RuleSet): readonly OpenVariants[] {
  const { abi, calls, otherwise } = each
  if (!letsRun(otherwise)) return []
  const elsewhere = [COMMON_ENOSYS, errnoOn('ENOSYS', abi.token) ?? COMMON_ENOSYS].map((errno) =>
    verdictOf('ERRNO', errno),
  )
  return [...calls.values()].flatMap((call) => {
    if (!isRefused(call)) return []
    const entry = rulesOf(call).find(({ verdict }) => !letsRun(verdict) && !elsewhere.includes(verdict))
    if (entry === undefined || !abi.numbers.has(call.name)) return []
    const isConditional = call.always === undefined || letsRun(call.always.verdict)
    const open = variantsOf(call.name)
      .flat()
      .filter(
        (name) =>
          abi.numbers.has(name) &&
          !named.has(name) &&
          !(isConditional && WITHOUT_FLAGS.includes(name)) &&
          letsRun(verdictOn(whole, shownCall(abi, name))),
      )
    return open.length === 0 ? [] : [{ abi, name: call.name, open, entry }]
  })
}

/** The warnings about variants that run while a rule refuses the named call. */
function leftOpen(looked: WarningSubject, names: NamesOf): readonly Warning[] {
  const found = looked.on.flatMap((each) => openOn(each, names.get(each)!, looked.whole))
  return grouped(found, ({ entry }) => entry.index).map((group) => {
    const [first] = group
    const { abi, entry, open } = first
    const ofAbi = group.filter((each) => each.abi === abi)
    const names = ofAbi.map(({ name }) => name)
    const left = [...new Set(ofAbi.flatMap((each) => each.open))]
    const shown = open[0]!
    const call = callText(abi, shown, [])
    const brief = `${call} runs on ${abi.token}, ${quote(first.name)} is refused`
    const full =
      `the rule refuses ${allNames(names)}, and ${allNames(left)} ` +
      `may run on ${tokensOf(group)} and can do the same: ${call} on ${abi.token} runs; name these calls too`
    return warning(
      'variant-gap',
      ofRule(looked.policy, entry, { brief, full }),
      entry.place,
      shownCall(abi, shown),
    )
  })
}

/** One warning for each rule and ABI that lacks its variant, and one for each rule that leaves a variant open. */
export function variantGaps(looked: WarningSubject): readonly Warning[] {
  const names: NamesOf = new Map(looked.on.map((each) => [each, namesIn(each)]))
  return [...lacking(looked, names), ...leftOpen(looked, names)]
}
