/*
 * A rule that refuses one value of an argument of flags: `deny('mprotect', ({ prot }) => prot.eq(7))`, or lets all
 * values but one run: `allow('mprotect', ({ prot }) => prot.ne(7))`. A call with one more flag has another value. So
 * it runs, and has the effect of the refused call.
 *
 * The search tries the values of the comparison with one more flag of the family. It finds a call that runs although
 * the rules refuse it without the flag. A comparison under a mask selects some flags on purpose, so it gets no
 * warning; a mask of all 32 bits of an `int`, as profiles write it, leaves out no flag. 0 gets no warning either: it
 * is no flag.
 */
import { letsRun } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import type { FamilyFacts } from '@seccompile/constants/all'
import { argumentTests, LOW_WORD, not } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import type { AbiToken } from '@seccompile/syscalls'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { ShownCall, Warning } from '../../data/warning.ts'
import { commonValues } from '../calls/overlap.ts'
import { termsOf } from '../calls/terms.ts'
import { comparisonText, wholeOf } from './comparisons.ts'
import type { RuleComparison } from './comparisons.ts'
import { callText, grouped, shownCall, verdictOn } from './warning-subject.ts'
import type { WarningSubject } from './warning-subject.ts'

/** Most values of a comparison, and most alternatives of a rule, that the search tries. */
const MAX_VALUES = 16
const MAX_TERMS = 16

/** Comparisons with single values. */
const EQUAL: readonly string[] = ['eq', 'in', 'EQ', 'IN', 'MASKED_EQ']
const UNEQUAL: readonly string[] = ['ne', 'notIn', 'NE', 'NOT_IN']

/** Whether a comparison tests the whole argument, or the low word of an `int`. */
function isOfWhole({ condition, predicate }: RuleComparison): boolean {
  const isMasked = 'kind' in condition ? condition.mask !== undefined : condition.op === 'MASKED_EQ'
  return !isMasked || argumentTests(predicate).every(({ mask }) => (mask & LOW_WORD) === LOW_WORD)
}

/**
 * The condition on the values that a comparison refuses, if it tests single values of the whole argument; else
 * `undefined`.
 */
function refusedIn(compared: RuleComparison): Predicate | undefined {
  const { condition, entry, predicate } = compared
  if (!isOfWhole(compared)) return undefined
  if (letsRun(entry.verdict)) return UNEQUAL.includes(condition.op) ? not(predicate) : undefined
  return EQUAL.includes(condition.op) ? predicate : undefined
}

/** The first values of a range. Neighbouring values of a comparison form one range. */
function firstOf({ lo, hi }: { readonly lo: bigint; readonly hi: bigint }): readonly bigint[] {
  const count = hi - lo < MAX_VALUES ? Number(hi - lo) + 1 : MAX_VALUES
  return Array.from({ length: count }, (_, i) => lo + BigInt(i))
}

const isBit = (value: bigint): boolean => value > 0n && (value & (value - 1n)) === 0n

/** The flags of the family as numbers of the ABI: its single bits outside of fields. */
function flagsOf({ constants, masks }: FamilyFacts, token: AbiToken): readonly bigint[] {
  const numberOf = (value: number | Constant): bigint =>
    BigInt((typeof value === 'number' ? value : valueOn(value, token)) ?? 0)
  const fields = masks.reduce<bigint>((sum, mask) => sum | numberOf(mask), 0n)
  return [...new Set(constants.map(numberOf))].filter((value) => isBit(value) && (value & fields) === 0n)
}

/** A call that runs although the same call without one of its flags is refused. */
interface FlagGap extends RuleComparison {
  readonly runs: ShownCall
  readonly refused: ShownCall
}

function gapOf(each: RuleComparison, looked: WarningSubject): FlagGap | undefined {
  const { abi, argument, call } = each
  const refusing = refusedIn(each)
  if (refusing === undefined) return undefined
  const facts = looked.families.find(({ family }) => family === argument?.family)
  if (facts === undefined || (facts.kind !== 'flags' && facts.kind !== 'fields')) return undefined
  const flags = flagsOf(facts, abi.token)
  const { index } = argument! // it has a family
  const values = argumentTests(refusing)
    .flatMap((test) => test.values)
    .flatMap(firstOf)
    .filter((value) => value !== 0n)
  const terms = termsOf(wholeOf(each, looked))
  for (const term of terms === 'many' ? [] : terms.slice(0, MAX_TERMS)) {
    const common = commonValues(term)
    if (common === undefined || common === 'unknown') continue
    const base = [0, 1, 2, 3, 4, 5].map((i) => common.get(i) ?? 0n)
    for (const value of values.slice(0, MAX_VALUES)) {
      const refused = shownCall(abi, call.name, base.with(index, value))
      if (letsRun(verdictOn(looked.rules, refused))) continue
      for (const flag of flags) {
        const runs = shownCall(abi, call.name, base.with(index, value | flag))
        if ((value & flag) === 0n && letsRun(verdictOn(looked.whole, runs))) return { ...each, runs, refused }
      }
    }
  }
  return undefined
}

/** One warning for each rule with such a comparison. */
export function flagsCompared(
  looked: WarningSubject,
  comparisons: readonly RuleComparison[],
): readonly Warning[] {
  const found = comparisons.flatMap((each) => gapOf(each, looked) ?? [])
  return grouped(found, ({ entry }) => entry.index).map(([first]) => {
    const { abi, argument, call, entry, runs, refused } = first
    const does = letsRun(entry.verdict) ? 'leaves out' : 'refuses'
    const open = callText(abi, call.name, runs.data.args)
    const brief = `${open} runs past ${cut(comparisonText(first))}`
    const full =
      `${comparisonText(first)} ${does} one value of ${argument!.name}, which holds flags: ` +
      `${callText(abi, call.name, refused.data.args)} on ${abi.token} gets ${verdictText(verdictOn(looked.rules, refused), [abi.token])}, and ` +
      `${open}, with one flag more, ${verdictText(verdictOn(looked.whole, runs), [abi.token])}`
    return warning('flags-compared', ofRule(looked.policy, entry, { brief, full }), entry.place, runs)
  })
}
