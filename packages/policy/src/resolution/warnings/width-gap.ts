/*
 * Calls that run only because a condition tests bits that the kernel ignores.
 *
 * `deny('socket', arg(0).in(2, 10))` refuses 2 and lets 0x1_0000_0002 run, which the kernel reads as 2. The search
 * tries the ends of each range of a test, with ignored bits set. Such a call is a gap under three conditions. The
 * rules let it run. The rules refuse it if conditions compare only the bits that the kernel reads. And the rules
 * refuse the same call without the ignored bits. The opposite, a call that is refused without need, is no gap:
 * `allow(…, arg(0).eq(1))` refuses 0x1_0000_0001.
 *
 * Weakness: of many ranges only the first are tried. An argument that is not tested together with the argument with
 * ignored bits has the least value that its rule takes.
 */
import { argumentTests, holds } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import { letsRun } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import type { ArgCondition } from '../../data/condition.ts'
import { printCondition } from '../../data/print-condition.ts'
import { cut, warning, ofRule } from '../../data/warning.ts'
import type { ShownCall, Warning } from '../../data/warning.ts'
import { argumentAt, rawPredicate, widthAt } from '../calls/argument-width.ts'
import type { CallRule, PolicyCall } from '../calls/call-rules.ts'
import { conditionalRules, conditionOf } from '../calls/conditional.ts'
import { commonValues } from '../calls/overlap.ts'
import { termsOf } from '../calls/terms.ts'
import { comparisonsOf } from './comparisons.ts'
import { callText, grouped, shownCall, verdictOn } from './warning-subject.ts'
import type { PolicyOnAbi, WarningSubject } from './warning-subject.ts'

/** Most alternatives of a rule, and most values of an argument in an alternative, that the search tries. */
const MAX_TERMS = 16
const MAX_VALUES = 64
/** Most rules of one call that the search tries. */
const MAX_RULES = 64

/** A call that runs, and a call that the kernel reads in the same way, which is refused. */
interface WidthGap {
  readonly on: PolicyOnAbi
  readonly call: string
  readonly entry: CallRule
  readonly condition: ArgCondition
  readonly runs: ShownCall
  readonly refused: ShownCall
}

/** The conditions of a rule that test bits above those that the kernel reads. */
function tooWide(call: PolicyCall, entry: CallRule, { abi }: PolicyOnAbi): readonly ArgCondition[] {
  return comparisonsOf(entry).filter((condition): condition is ArgCondition => {
    if ('kind' in condition) return false
    const width = BigInt(widthAt(abi, call.name, condition.index))
    return argumentTests(rawPredicate(condition, abi, call.name, 'profile')).some(
      ({ mask }) => mask >> width !== 0n,
    )
  })
}

/** Values with ignored bits set, each with the same value without them. */
function* forms(value: bigint, width: bigint, signed: boolean): Generator<readonly [bigint, bigint]> {
  const ones = ((1n << 64n) - 1n) ^ ((1n << width) - 1n)
  const isNegative = signed && value >> (width - 1n) === 1n
  yield [value | (1n << width), value]
  yield [value | ones, value]
  if (isNegative) yield [value, value | ones]
}

/** Arguments at the edges of a rule, as the kernel reads them, in pairs: with ignored bits, and without. */
function* pairs(
  call: PolicyCall,
  entry: CallRule,
  condition: ArgCondition,
  { policy, abi }: PolicyOnAbi,
): Generator<readonly [readonly bigint[], readonly bigint[]]> {
  const { index } = condition
  const width = BigInt(widthAt(abi, call.name, index))
  const signed = argumentAt(abi, call.name, index)?.signed ?? false
  const whole = (1n << width) - 1n
  const terms = termsOf(conditionOf(entry, { policy, call, abi, widths: 'profile' }))
  for (const term of terms === 'many' ? [] : terms.slice(0, MAX_TERMS)) {
    const common = commonValues(term)
    if (common === undefined || common === 'unknown') continue
    const base = [0, 1, 2, 3, 4, 5].map((i) => common.get(i) ?? 0n)
    const edges = term
      .filter((test) => test.index === index)
      .flatMap(({ values }) =>
        values.slice(0, MAX_VALUES).flatMap(({ lo, hi }) => [lo, hi, lo - 1n, hi + 1n]),
      )
    const both = (dirty: bigint, clean: bigint) => [base.with(index, dirty), base.with(index, clean)] as const
    for (const value of new Set(edges.map((edge) => edge & whole)))
      for (const [dirty, clean] of forms(value, width, signed)) yield both(dirty, clean)
    // Of a test that compares ignored bits, the edge itself may be the only value that runs.
    for (const edge of new Set(edges.map((each) => BigInt.asUintN(64, each))))
      if (edge > whole) yield both(edge, edge & whole)
  }
}

/**
 * The gap that `entry` leaves; `undefined` if the search finds none. `refusesAtWidth` judges by the bits that the
 * kernel reads.
 */
function gapOf(
  looked: WarningSubject,
  on: PolicyOnAbi,
  call: PolicyCall,
  entry: CallRule,
  refusesAtWidth: (args: readonly bigint[]) => boolean,
): WidthGap | undefined {
  const { policy, abi } = on
  const [byProfile, byKernel] = (['profile', 'kernel'] as const).map((widths) =>
    conditionOf(entry, { policy, call, abi, widths }),
  )
  for (const condition of tooWide(call, entry, on))
    for (const [dirty, clean] of pairs(call, entry, condition, on)) {
      // The gap belongs to the rule whose condition gives another answer when it compares only the bits that the
      // kernel reads. `refusesAtWidth` asks all rules of the call, so it comes last.
      if (holds(byProfile!, dirty) === holds(byKernel!, dirty) || !refusesAtWidth(dirty)) continue
      const runs = shownCall(abi, call.name, dirty)
      if (!letsRun(verdictOn(looked.rules, runs))) continue
      const refused = shownCall(abi, call.name, clean)
      if (!letsRun(verdictOn(looked.rules, refused)))
        return { on, call: call.name, entry, condition, runs, refused }
    }
  return undefined
}

/**
 * Tells whether a call is refused if conditions compare only the bits that the kernel reads; `undefined` if rules
 * then overlap.
 */
function judge(
  { policy, abi, otherwise }: PolicyOnAbi,
  call: PolicyCall,
): ((args: readonly bigint[]) => boolean) | undefined {
  try {
    const { rules } = conditionalRules({ policy, call, abi, widths: 'kernel' }, new Set())
    return (args) =>
      !letsRun(rules.find(({ when }) => holds(when, args))?.verdict ?? call.always?.verdict ?? otherwise)
  } catch (error) {
    if ((error as { readonly name?: unknown }).name === 'PolicyError') return undefined
    throw error
  }
}

function gapsOn(looked: WarningSubject, on: PolicyOnAbi): readonly WidthGap[] {
  const gaps: WidthGap[] = []
  for (const call of on.calls.values()) {
    if (call.sometimes.length === 0 || on.abi.signatures === undefined) continue
    if (numberOf(on.abi, call.name) === undefined) continue
    const suspects = call.sometimes.slice(0, MAX_RULES).filter((entry) => tooWide(call, entry, on).length > 0)
    const refusesAtWidth = suspects.length === 0 ? undefined : judge(on, call)
    if (refusesAtWidth === undefined) continue
    for (const entry of suspects) {
      const gap = gapOf(looked, on, call, entry, refusesAtWidth)
      if (gap !== undefined) gaps.push(gap)
    }
  }
  return gaps
}

/** One warning for each rule that leaves a gap. */
export function widthGaps(looked: WarningSubject): readonly Warning[] {
  if (looked.widths === 'kernel') return []
  const gaps = looked.on.flatMap((on) => gapsOn(looked, on))
  return grouped(gaps, ({ entry }) => entry.index).map((group) => {
    const [{ on, call, entry, condition, runs, refused }] = group
    const { abi } = on
    const width = widthAt(abi, call, condition.index)
    const name = argumentAt(abi, call, condition.index)?.name ?? `args[${condition.index}]`
    const more = new Set(group.map((gap) => gap.call)).size - 1
    const open = callText(abi, call, runs.data.args)
    const brief = `${open} runs past ${cut(printCondition(condition))}`
    const full =
      `${printCondition(condition)} tests more than the ${width} bits that the ` +
      `kernel reads of ${name}: ${open} on ${abi.token} gets ` +
      `${verdictText(verdictOn(looked.rules, runs), [abi.token])}, and ${callText(abi, call, refused.data.args)}, which is the same to ` +
      `the kernel, ${verdictText(verdictOn(looked.rules, refused), [abi.token])}${more > 0 ? `; ${more} more of its calls do so too` : ''}; compile with widths kernel`
    return warning('width-gap', ofRule(looked.policy, entry, { brief, full }), entry.place, runs)
  })
}
