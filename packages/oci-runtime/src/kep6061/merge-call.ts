/*
 * The merge of the rules that two profiles have for one call.
 *
 * First, the result of each rule with conditions is lowered to the strictest result that the other profile has in the
 * region of the rule. The other profile has its default or unconditional rule there, unless one of its rules covers
 * the whole region, and each of its rules that may overlap. Second, each pair of rules adds the rule that holds where
 * both do, with the stricter result. Among the rules that hold for a call, the least strict one decides. So the pairs
 * give back what lowering took, wherever a rule can express it.
 *
 *   ALLOW if a0 == 1, else ERRNO    and    ALLOW if a1 == 2, else ERRNO
 *   ERRNO if a0 == 1;  ERRNO if a1 == 2;  ALLOW if a0 == 1 and a1 == 2;  else ERRNO
 *   ALLOW if a0 == 1 and a1 == 2;  else ERRNO
 *
 * The result is brought into a safe shape, or becomes one rule without conditions.
 * @see opencontainers/runtime-spec issue 1317; security-profiles-merger seccomp/doc.go, Intersection
 */
import { strengthOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { NO_RULES, sameStrength, settled, stricter, strictestOf, unconditional } from './call-rules.ts'
import type { CallRules, RuleClause } from './call-rules.ts'
import { areDisjoint, complement, conjunction, isPartOf, keyOf } from './conditions.ts'

/** The most pairs of rules of a call. Above this number, the call gets one rule. */
const MAX_PAIRS = 4096

/** The rules of a call in one profile, and the default of that profile. */
export interface MergeSide {
  readonly rules: CallRules
  readonly otherwise: Verdict
}

/** The verdict where no rule with conditions holds. */
const fallbackOf = ({ rules, otherwise }: MergeSide): Verdict => rules.always ?? otherwise

/** Chooses the stricter of two verdicts, one of each side. Where the actions are equal, that of the earlier profile. */
type Pick = (own: Verdict, other: Verdict) => Verdict

/** The rules of `own`, each with the strictest result that either side has in the region of the rule. */
function lowered(own: MergeSide, other: MergeSide, pick: Pick): readonly RuleClause[] {
  return own.rules.clauses.map(({ tests, verdict }) => {
    const near = other.rules.clauses.filter((each) => !areDisjoint(tests, each.tests))
    const inside = near.reduce((found, each) => pick(found, each.verdict), verdict)
    const isCovered = near.some((each) => isPartOf(each.tests, tests))
    return { tests, verdict: isCovered ? inside : pick(inside, fallbackOf(other)) }
  })
}

/** For each pair of rules, the rule that holds where both do, if there is such a rule. */
function pairs(first: MergeSide, second: MergeSide): readonly RuleClause[] {
  return first.rules.clauses.flatMap((one) =>
    second.rules.clauses.flatMap((other) => {
      const tests = conjunction(one.tests, other.tests)
      return tests === undefined ? [] : [{ tests, verdict: stricter(one.verdict, other.verdict) }]
    }),
  )
}

/** `clauses` without those that never decide a call. Calls without a rule get `otherwise`. */
function deciding(clauses: readonly RuleClause[], otherwise: Verdict): readonly RuleClause[] {
  const byTests = new Map<string, RuleClause>()
  for (const clause of clauses) {
    const key = keyOf(clause.tests)
    const known = byTests.get(key)
    if (known === undefined || strengthOf(clause.verdict) > strengthOf(known.verdict))
      byTests.set(key, clause)
  }
  const kept = [...byTests]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, clause]) => clause)
    .filter(({ verdict }) => verdict !== otherwise)
  // A rule decides nothing where a wider rule has the same result, or a less strict one.
  return kept.filter(
    ({ tests, verdict }) =>
      !kept.some(
        (other) =>
          other.tests.length < tests.length &&
          isPartOf(other.tests, tests) &&
          (other.verdict === verdict || strengthOf(verdict) < strengthOf(other.verdict)),
      ),
  )
}

/** The rules for `clauses` and a fallback. libseccomp would obey a fallback alone, so the two cannot both stay. */
function beside(fallback: Verdict, clauses: readonly RuleClause[], otherwise: Verdict): CallRules {
  const kept = clauses.filter(({ verdict }) => !sameStrength(verdict, fallback))
  const [only] = kept
  if (only === undefined) return unconditional(fallback, otherwise)
  const rest = kept.length === 1 && only.tests.length === 1 ? complement(only.tests[0]!) : undefined
  if (rest !== undefined) return settled([only, { tests: [rest], verdict: fallback }], otherwise)
  return unconditional(strictestOf(fallback, kept), otherwise)
}

/** Rules under which no call does more than either side lets it do. `otherwise` is the default of the result. */
export function mergeCall(first: MergeSide, second: MergeSide, otherwise: Verdict): CallRules {
  const fallback = stricter(fallbackOf(first), fallbackOf(second))
  const own = [...first.rules.clauses, ...second.rules.clauses]
  if (first.rules.clauses.length * second.rules.clauses.length > MAX_PAIRS)
    return unconditional(strictestOf(fallback, own), otherwise)
  const clauses = [
    ...lowered(first, second, stricter),
    ...lowered(second, first, (mine, other) => stricter(other, mine)),
    ...pairs(first, second),
  ]
  if (fallback === otherwise) {
    const kept = deciding(clauses, otherwise)
    return kept.length === 0 ? NO_RULES : settled(kept, otherwise)
  }
  const kept = deciding(clauses, fallback)
  const isOnlyErrno = sameStrength(fallback, otherwise)
  // The errno of the fallback is given up in favour of rules with another action.
  return isOnlyErrno && kept.some(({ verdict }) => !sameStrength(verdict, fallback))
    ? settled(deciding(kept, otherwise), otherwise)
    : beside(fallback, kept, otherwise)
}
