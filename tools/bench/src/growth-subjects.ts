/*
 * Policies that grow in one dimension, for us and for libseccomp. The calls that they allow are those for which
 * executed instructions are counted. The policies are artificial, and the same in every run: a small generator makes
 * gaps and values.
 */
import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { ALWAYS, argument } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import type { ResolvedPolicy, ResolvedRule } from '@seccompile/vectors'

/**
 * The dimension that grows: numbers allowed whatever the arguments, calls with a condition each, or the values of one
 * argument.
 */
export type Dimension = 'numbers' | 'argument rules' | 'values of an argument'

/** A policy of some size. */
export interface GrowthSubject {
  readonly dimension: Dimension
  readonly size: number
  readonly rules: RuleSet
  /** The policy in the form that libseccomp takes. */
  readonly resolved: Pick<ResolvedPolicy, 'default' | 'rules'>
  /** One allowed call for each rule or value. */
  readonly allowed: readonly SeccompData[]
}

/** The average length of a run of numbers without a gap, as in Docker's profile. */
const RUN = 10
const WIDEST_GAP = 4
/** The number of the call whose argument is tested. */
const CALL = 16
const ARGUMENT = 1

/** Numbers below `bound`, the same in every run. @see Numerical Recipes, "An Even Quicker Generator" */
function generator(): (bound: number) => number {
  let state = 1
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** `count` numbers from 0, in order, with gaps. */
function numbersWithGaps(count: number): readonly number[] {
  const random = generator()
  let next = 0
  return Array.from({ length: count }, () => {
    const number = next
    next += 1 + (random(RUN) === 0 ? 1 + random(WIDEST_GAP) : 0)
    return number
  })
}

/** `count` values below 2^32, all different, far apart in all bits: multiples of 2^32 over the golden ratio. */
const valuesOf = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.imul(i + 1, 0x9e37_79b9) >>> 0)

/** An allowed call: its number, and the values of `ARGUMENT` for which it is allowed; any value where absent. */
interface GrowthCall {
  readonly nr: number
  readonly values?: readonly number[]
}

function subjectOf(dimension: Dimension, size: number, allowed: readonly GrowthCall[]): GrowthSubject {
  const [allow, deny] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
  const rules = allowed.map(({ nr, values }) => ({
    numbers: [{ lo: nr, hi: nr }],
    when:
      values === undefined
        ? ALWAYS
        : argument(
            ARGUMENT,
            values
              .map((value) => ({ lo: BigInt(value), hi: BigInt(value) }))
              .sort((a, b) => (a.lo < b.lo ? -1 : 1)),
          ),
    verdict: allow,
  }))
  const resolved = allowed.map(({ nr, values = [] }): ResolvedRule => ({
    nr,
    name: String(nr),
    action: { action: 'ALLOW' },
    conds: values.map((val) => [{ arg: ARGUMENT, op: 'EQ', val }]),
  }))
  return {
    dimension,
    size,
    rules: {
      sections: [{ arch: AUDIT_ARCH.X86_64, rules, otherwise: deny }],
      badArch: verdictOf('KILL_THREAD'),
    },
    resolved: { default: { action: 'ERRNO', errno: 1 }, rules: resolved },
    allowed: allowed.flatMap(({ nr, values = [0] }) =>
      values.map((value) =>
        seccompData({
          nr,
          arch: AUDIT_ARCH.X86_64,
          args: Array.from({ length: ARGUMENT + 1 }, () => BigInt(value)),
        }),
      ),
    ),
  }
}

/** Numbers allowed whatever their arguments. */
export function numbersSubject(size: number): GrowthSubject {
  return subjectOf(
    'numbers',
    size,
    numbersWithGaps(size).map((nr) => ({ nr })),
  )
}

/** Calls, each of them allowed for one value. */
export function argumentRulesSubject(size: number): GrowthSubject {
  const values = valuesOf(size)
  return subjectOf(
    'argument rules',
    size,
    numbersWithGaps(size).map((nr, i) => ({ nr, values: [values[i]!] })),
  )
}

/** One call that is allowed for many values of an argument. */
export function valuesSubject(size: number): GrowthSubject {
  return subjectOf('values of an argument', size, [{ nr: CALL, values: valuesOf(size) }])
}

/** The subjects, by dimension and size. */
export function growthSubjects(): readonly GrowthSubject[] {
  return [
    ...[10, 100, 1000, 10_000].map(numbersSubject),
    ...[10, 100, 1000, 10_000].map(argumentRulesSubject),
    ...[10, 100, 1000].map(valuesSubject),
  ]
}
