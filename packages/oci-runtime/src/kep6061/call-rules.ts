/*
 * The rules of a call, in the forms that the proposal relies on.
 *
 * libseccomp compiles the conditional rules of a call to a tree, and obeys the first rule in an order of its own. So
 * the proposal trusts a list of rules only if at most one result applies to each call. It names five safe shapes:
 *
 *   (a) a rule without conditions
 *   (b) a single rule
 *   (c) rules with one `==` each, on one argument, whose values differ in their low words
 *   (d) rules with one condition each and one result, without an order on a value above 32 bits where they share an argument
 *   (e) two rules with one condition each, of which one holds where the other one does not
 *
 * Any other list counts as one rule without conditions. Its verdict is the strictest of the results and the default.
 * @see opencontainers/runtime-spec issue 1317; security-profiles-merger seccomp/doc.go, Evaluation model
 */
import { actionOf, strengthOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { areComplements, isByOrder, isWide, keyOf } from './conditions.ts'
import type { Tests } from './conditions.ts'

/** A rule with at least one condition, and its result. */
export interface RuleClause {
  readonly tests: Tests
  readonly verdict: Verdict
}

/** The rules of a call: either one rule without conditions, or rules with conditions. */
export interface CallRules {
  readonly always?: Verdict
  /** Empty where there is an `always`. */
  readonly clauses: readonly RuleClause[]
}

/** Whether both verdicts have one action, whatever their data. */
export const sameStrength = (a: Verdict, b: Verdict): boolean => strengthOf(a) === strengthOf(b)

/** The stricter verdict. Where one action has different data, the first verdict. */
export const stricter = (a: Verdict, b: Verdict): Verdict => (strengthOf(b) < strengthOf(a) ? b : a)

/** The strictest verdict of `first` and of all `clauses`. */
export function strictestOf(first: Verdict, clauses: readonly RuleClause[]): Verdict {
  return clauses.reduce((verdict, clause) => stricter(verdict, clause.verdict), first)
}

const LOW_WORD = 0xffff_ffffn

/** Whether at most one result of `clauses` applies to each call, and libseccomp compiles them in this way. */
export function isSafe(clauses: readonly RuleClause[]): boolean {
  if (clauses.length <= 1) return true
  if (clauses.some(({ tests }) => tests.length !== 1)) return false
  const tests = clauses.map((clause) => clause.tests[0]!) // each clause has a test
  const isSame = clauses.every(({ verdict }) => verdict === clauses[0]!.verdict)
  if (tests.every(({ op, index }) => op === 'EQ' && index === tests[0]!.index)) {
    const low = new Set(tests.map(({ value }) => value & LOW_WORD))
    if (low.size === tests.length) return true
  }
  if (clauses.length === 2 && areComplements(tests[0]!, tests[1]!)) return true
  const isShared = (index: number): boolean => tests.filter((test) => test.index === index).length > 1
  return isSame && !tests.some((test) => isByOrder(test) && isWide(test) && isShared(test.index))
}

/**
 * `clauses`, all with the errno of the first one, where that makes them safe: they are `==` on one argument each, and
 * one action with different errnos. Some callers then get another errno, but no further call runs.
 */
function withOneErrno(clauses: readonly RuleClause[]): readonly RuleClause[] {
  const [first] = clauses
  if (first === undefined || isSafe(clauses) || !['ERRNO', 'TRACE'].includes(actionOf(first.verdict) ?? ''))
    return clauses
  const isAlike = clauses.every(
    ({ verdict, tests }) =>
      sameStrength(verdict, first.verdict) && tests.length === 1 && tests[0]!.op === 'EQ',
  )
  const keys = new Set(clauses.map(({ tests }) => keyOf(tests)))
  if (!isAlike || keys.size < clauses.length) return clauses
  return clauses.map((clause) => ({ ...clause, verdict: first.verdict }))
}

/** No rules: every call gets the default. */
export const NO_RULES: CallRules = Object.freeze({ clauses: [] })

/** One rule without conditions, or no rule where `verdict` is the default. */
export function unconditional(verdict: Verdict, otherwise: Verdict): CallRules {
  return verdict === otherwise ? NO_RULES : { always: verdict, clauses: [] }
}

/** `clauses` where their shape is safe; otherwise one rule with the strictest of their results and the default. */
export function settled(clauses: readonly RuleClause[], otherwise: Verdict): CallRules {
  const own = withOneErrno(clauses)
  return isSafe(own) ? { clauses: own } : unconditional(strictestOf(otherwise, own), otherwise)
}
