/*
 * Proves that a watched program is what the map of verdicts makes of its policy.
 *
 * The proof does not look at how the watched program was made. It reads the policy as rules, replaces the verdicts of the rules, puts
 * the calls with an answer of their own first, and compares these rules with the watched program, for all calls.
 */
import { AUDIT_ARCH } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { asRules, equal } from '@seccompile/prover'
import type { Equality, ProveOptions } from '@seccompile/prover'
import { ALWAYS, contains, ruleSet } from '@seccompile/rules'
import type { Rule, RuleSet, Section } from '@seccompile/rules'
import { atLeast, endianness, optional, read, record } from '@seccompile/shape'
import { isEnding, NOTIFY, ownAnswers, readWatch, replacedVerdict } from './notified-verdict.ts'
import type { WatchPlan } from './notified-verdict.ts'

/**
 * The answer to whether a watched program is what it has to be. `equal-on-machine`: it is, for all calls of the machine. Such a policy
 * tests numbers whatever the `arch`, and no rules have its meaning for the arches of other machines. `inexpressible`: no rules have
 * the meaning of the policy, as where it tests the instruction pointer.
 */
export type WatchedProof =
  | Equality
  | { readonly kind: 'equal-on-machine' }
  | { readonly kind: 'inexpressible'; readonly reason: string }

/** The byte order, and the bounds of the proof. */
export type WatchedProofOptions = Pick<ProveOptions, 'endianness' | 'maxNodes' | 'maxSteps'>

const optionsReader = record<WatchedProofOptions>({
  endianness: optional(endianness),
  maxNodes: optional(atLeast(0)),
  maxSteps: optional(atLeast(0)),
})

/** The rules that a program with the meaning of `rules` has when it is watched. A verdict that has no place stays. */
function watchedRules(rules: RuleSet, watch: WatchPlan): RuleSet {
  const { verdict, calls, mayKill } = ownAnswers(watch)
  const replaced = (given: Verdict): Verdict => replacedVerdict(watch.use, given) ?? given
  const arches = new Set([...rules.sections.map(({ arch }) => arch), ...calls.map(({ arch }) => arch)])
  const sectionOf = (arch: number): Section => {
    const given = rules.sections.find((section) => section.arch === arch)
    const own = calls
      .filter((one) => one.arch === arch)
      .flatMap(({ numbers }) => numbers.map((nr) => ({ lo: nr, hi: nr })))
    const otherwise = given?.otherwise ?? rules.badArch
    const killing = own.filter(({ lo: nr }) => mayKill({ arch, nr }))
    const kept = (when: Rule['when'], numbers: Rule['numbers'], policy: Verdict): readonly Rule[] => {
      const within = killing.filter(({ lo }) => contains(numbers, lo))
      return within.length === 0
        ? []
        : [{ numbers: within, when, verdict: isEnding(policy) ? policy : verdict }]
    }
    return {
      arch,
      rules: [
        ...(given?.rules ?? []).flatMap((rule) => kept(rule.when, rule.numbers, rule.verdict)),
        ...kept(ALWAYS, killing, otherwise),
        ...(own.length === 0 ? [] : [{ numbers: own, when: ALWAYS, verdict }]),
        ...(given?.rules ?? []).map((rule) => ({ ...rule, verdict: replaced(rule.verdict) })),
      ],
      otherwise: replaced(otherwise),
    }
  }
  return ruleSet({
    sections: [...arches].sort((a, b) => a - b).map(sectionOf),
    badArch: replaced(rules.badArch),
  })
}

/** Rules for `record`, where the policy does not count: every call is notified. */
const notifyAll: RuleSet = ruleSet({
  sections: [{ arch: AUDIT_ARCH.X86_64, rules: [], otherwise: NOTIFY }],
  badArch: NOTIFY,
})

/** The proof for the calls within the options. */
function proofWithin(
  policy: Program,
  watched: Program,
  watch: WatchPlan,
  options: ProveOptions,
): Exclude<WatchedProof, { readonly kind: 'equal-on-machine' }> {
  const reading = asRules({ level: 'program', ir: policy }, options)
  if (reading.kind !== 'rules') return reading
  const expected = watchedRules(reading.rules, watch)
  return equal({ level: 'rules', ir: expected }, { level: 'program', ir: watched }, options)
}

const isProved = ({ kind }: WatchedProof): boolean =>
  kind === 'equal' || kind === 'same' || kind === 'no-difference'

/**
 * The proof that `watched` answers to every call as {@link notifiedVerdict} says, by what `policy` answers; or a call that shows a
 * difference, or why it is not known.
 * @throws TypeError where an option is wrong; IrError where the kernel would refuse a program
 */
export function proveWatched(
  policy: Program,
  watched: Program,
  watch: WatchPlan,
  options: WatchedProofOptions = {},
): WatchedProof {
  const given = readWatch(watch)
  const limits = read(optionsReader, options, 'options')
  if (given.use === 'record') {
    const expected = watchedRules(notifyAll, given)
    return equal({ level: 'rules', ir: expected }, { level: 'program', ir: watched }, limits)
  }
  const whole = proofWithin(policy, watched, given, limits)
  if (whole.kind !== 'inexpressible') return whole
  for (const { arch } of ownAnswers(given).calls) {
    const proof = proofWithin(policy, watched, given, { ...limits, within: { arch } })
    if (!isProved(proof)) return proof
  }
  return { kind: 'equal-on-machine' }
}
