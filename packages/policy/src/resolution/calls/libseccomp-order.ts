/*
 * The order of overlapping rules in libseccomp: it obeys one of two rules where both match.
 *
 * libseccomp keeps no list of the rules of a call. It keeps a tree of comparisons, and sorts the comparisons of
 * a level, whatever the order of the rules. The first rule of the sorted tree that holds decides. For rules of
 * one comparison each, the order is:
 *
 * 1. a test of a higher argument before one of a lower argument;
 * 2. `EQ`, `NE` and `MASKED_EQ` before `LT` and `LE`, and these before `GT` and `GE`;
 * 3. in the first and the last of these groups the greater value (after the mask) before the lesser; among `LT`
 * and `LE`
 *    the lesser value before the greater.
 *
 * A rule of several comparisons is sorted by the comparison of its lowest argument, then by the next. A rule
 * whose masks are all 0 is a rule without conditions. So the narrower of two rules mostly wins, but not always:
 * `NE 16` wins over `EQ 10` and loses against `EQ 40`.
 *
 * Where two rules tie, or the order of their comparisons is not certain, `obeys` yields no answer. It is
 * careful: it yields no answer either where other rules of the call may change the order of the two.
 *
 * The order was found by experiment with libseccomp 2.6.0, at both of its optimize levels and for both orders
 * of rules. A test compares it with libseccomp where that is installed; docs/adr/0015-overlapping-conditions.md
 * has the cases.
 * @see libseccomp src/db.c: _db_chain_lt(), _db_chain_eq(), _db_tree_add()
 */
import type { ArgCondition } from '../../data/condition.ts'

/** A comparison, as the facts by which libseccomp sorts it. */
interface Step {
  readonly index: number
  readonly op: Exclude<ArgCondition['op'], 'IN' | 'NOT_IN'>
  /** A comparison of a higher family comes earlier. */
  readonly family: 1 | 2 | 3
  readonly mask: bigint
  /** The value under the mask, no wider than the ABI's arguments. */
  readonly value: bigint
}

/** The comparisons of a rule, by ascending argument. */
export type Chain = readonly Step[]

const LOW = 0xffff_ffffn

const high = (value: bigint): bigint => value >> 32n

function familyOf(op: Step['op']): Step['family'] {
  if (op === 'LT' || op === 'LE') return 2
  return op === 'GT' || op === 'GE' ? 1 : 3
}

/**
 * The comparisons that libseccomp makes of `conditions` on ABIs whose arguments have `wordSize` bits.
 * `undefined` where a profile cannot express them (a set, or an argument twice), or a value without mask does
 * not fit the ABI's arguments.
 */
export function chainOf(conditions: readonly ArgCondition[], wordSize: 32 | 64): Chain | undefined {
  const width = wordSize === 64 ? (LOW << 32n) | LOW : LOW
  const steps: Step[] = []
  for (const condition of conditions) {
    if ('values' in condition) return undefined
    const { index, op } = condition
    if (steps.some((step) => step.index === index)) return undefined
    const [given, wanted] =
      condition.op === 'MASKED_EQ' ? [condition.value, condition.valueTwo] : [width, condition.value]
    if (condition.op !== 'MASKED_EQ' && wanted > width) return undefined
    const mask = given & width
    const value = wanted & mask
    if (mask !== 0n) steps.push({ index, op, family: familyOf(op), mask, value })
  }
  return steps.sort((a, b) => a.index - b.index)
}

function compareSteps(a: Step, b: Step): number {
  if (a.index !== b.index) return b.index - a.index
  if (a.family !== b.family) return b.family - a.family
  if (a.value === b.value) return 0
  return a.value > b.value === (a.family !== 2) ? -1 : 1
}

/** Negative where libseccomp tests `a` before `b`, 0 where its order does not tell the two apart. */
export function compareChains(a: Chain, b: Chain): number {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = compareSteps(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  // A chain without comparisons is a rule without conditions, which wins. Other chains here are equal in order.
  return a.length === 0 || b.length === 0 ? a.length - b.length : 0
}

const sameStep = (a: Step, b: Step): boolean =>
  a.index === b.index && a.op === b.op && a.value === b.value && a.mask === b.mask

/** Whether `below` holds exactly where `above` does not: `LT 5` and `GE 5`. libseccomp merges the two. */
const opposed = (below: Step, above: Step): boolean =>
  below.value === above.value && (below.op === 'LT') === (above.op === 'GE')

/** The facts about all chains of a call that decide its overlaps. */
export interface Chains {
  readonly wordSize: 32 | 64
  /** The bounds of each argument: its comparisons by `LT`, `LE`, `GT` and `GE`. */
  readonly bounds: ReadonlyMap<number, readonly Step[]>
  /**
   * Whether the order of the rules of this call is unknown. It is unknown where bounds of one argument differ
   * in the high word; where a rule has another comparison after one that is not `EQ`; where a call has a
   * rule of several comparisons and also masks or bounds beyond 32 bits; and where a rule tests `NE` after another
   * comparison, and the same value by `EQ` is all that another rule tests.
   */
  readonly isTangled: boolean
}

/**
 * Whether a rule tests `NE` of a value after another comparison, and another rule is `EQ` of that value alone. Then the order in
 * which three rules are added decides which of them libseccomp obeys.
 */
function hasInverseBelow(all: readonly (Chain | undefined)[]): boolean {
  const inverses = all.flatMap((chain = []) => chain.slice(1).filter(({ op }) => op === 'NE'))
  return all.some(
    (chain) => chain?.length === 1 && inverses.some((step) => sameStep({ ...step, op: 'EQ' }, chain[0]!)),
  )
}

/** The facts that {@link obeys} needs of all rules of a call. */
export function chainsOf(all: readonly (Chain | undefined)[], wordSize: 32 | 64): Chains {
  const bounds = new Map<number, Step[]>()
  const isLong = all.some((chain) => chain !== undefined && chain.length > 1)
  let isTangled = hasInverseBelow(all)
  for (const chain of all) {
    if (chain === undefined) continue
    if (chain.slice(0, -1).some(({ op }) => op !== 'EQ')) isTangled = true
    for (const step of chain) {
      if (isLong && step.op === 'MASKED_EQ') isTangled = true
      if (step.family === 3) continue
      const known = bounds.get(step.index) ?? []
      bounds.set(step.index, known)
      if (!known.some((other) => sameStep(step, other))) known.push(step)
    }
  }
  for (const [first, ...others] of bounds.values()) {
    const word = high(first!.value) // no list is empty
    if ((isLong && word !== 0n) || others.some(({ value }) => high(value) !== word)) isTangled = true
  }
  return { wordSize, bounds, isTangled }
}

/** Whether the order of `a` and `b`, two bounds of one argument, does not depend on the order of the rules. */
function boundsAreSettled(a: Step, b: Step, { wordSize, bounds }: Chains): boolean {
  const all = bounds.get(a.index) ?? []
  const [below, above] = [all.filter(({ family }) => family === 2), all.filter(({ family }) => family === 1)]
  if (below.some((one) => above.some((other) => opposed(one, other)))) return false
  if (wordSize === 32 || a.family !== b.family) return true
  // All bounds share one comparison of the high word. Which bound it comes from depends on the order of the
  // rules.
  return a.family === 2 ? high(a.value) === 0n : all.length === 2
}

/**
 * Whether the order of `a` and `b`, two different steps of one argument, does not depend on the order of the
 * rules.
 */
function isSettled(a: Step, b: Step, chains: Chains): boolean {
  if (a.family !== b.family) return a.family === 3 || b.family === 3 || boundsAreSettled(a, b, chains)
  if (a.family !== 3) return a.value !== b.value && boundsAreSettled(a, b, chains)
  const masked = a.op === 'MASKED_EQ' || b.op === 'MASKED_EQ'
  if (chains.wordSize === 64) {
    const sameHigh = high(a.value) === high(b.value)
    if (a.op === 'NE' && b.op === 'NE') return !sameHigh
    // Comparisons of the high word come first. A comparison with a mask is never shared with one without.
    if (masked && sameHigh && (a.op !== b.op || high(a.mask) !== high(b.mask))) return false
  }
  return a.value !== b.value
}

/**
 * Negative where libseccomp obeys the rule of `a` when both hold, positive where it obeys that of `b`;
 * `undefined` where this may depend on the order of the rules.
 */
export function obeys(a: Chain | undefined, b: Chain | undefined, chains: Chains): number | undefined {
  if (a === undefined || b === undefined) return undefined
  if (a.length === 0 || b.length === 0) return a.length === b.length ? undefined : compareChains(a, b)
  if (chains.isTangled) return undefined
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const [one, other] = [a[i]!, b[i]!]
    if (sameStep(one, other)) continue
    if (one.index !== other.index || isSettled(one, other, chains)) return compareSteps(one, other)
    return undefined
  }
  return undefined
}
