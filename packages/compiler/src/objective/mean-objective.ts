/*
 * Objectives that are a mean of executed instructions over calls, by the weights of the calls.
 *
 * An aim says which calls count in the mean. The other calls have a small weight too: of two layouts with the same
 * mean, the layout that is better for the other calls wins.
 */
import type { Endianness, Program } from '@seccompile/abi'
import { isConstAllow, numberRuns } from '@seccompile/interpreter'
import { DENIED_WEIGHT } from '@seccompile/pass'
import type { Fate, PassContext } from '@seccompile/pass'
import { lowerBound } from '@seccompile/lower-bound'
import type { AbiTable } from '@seccompile/syscalls'
import { hasBitmap, tableSize } from './bitmap-tables.ts'
import { weighBy } from './call-weights.ts'
import type { Measures, ObjectiveBasis } from './measures.ts'
import { ALLOW, hasIdleTests, ruledCalls } from './ruled-calls.ts'
import type { RuledAbi, RuledCall } from './ruled-calls.ts'

/** The calls of a mean. */
export interface Aim {
  /** Whether the rules alone make the call count in the mean. */
  readonly counts: (abi: AbiTable, call: RuledCall) => boolean
  /** The weight of a call with that fate, relative to a call that counts. */
  readonly factor: (fate: Fate, abi: AbiTable, call: RuledCall) => number
  /** Whether the kernel never runs `programs` for the call. The rules alone do not show this. */
  readonly isFree: (programs: readonly Program[], abi: AbiTable, call: RuledCall) => boolean
}

/** The weight of a call in the allow bitmap, relative to a call outside it. */
const CACHED = 1e-5

/** Whether the number is in a table from which the kernel fills an allow bitmap. */
const isInTable = (abi: AbiTable, nr: number): boolean => hasBitmap(abi) && nr < tableSize(abi)

/** The aim at allowed calls. */
export const allowedCalls: Aim = {
  counts: (_, { verdict }) => verdict === ALLOW,
  factor: (fate) => (fate === 'deny' ? DENIED_WEIGHT : 1),
  isFree: () => false,
}

/**
 * The aim at calls that are not in the allow bitmap (Linux >= 5.11): calls with tests of arguments, allowed calls of
 * ABIs without a bitmap, and calls that the policy names in order to refuse them. Programs do make calls of the last
 * kind, and go on after the refusal.
 */
export const uncachedCalls: Aim = {
  counts: (abi, { nr, verdict, asks, isNamed }) => {
    const isCached = verdict === ALLOW && !asks && isInTable(abi, nr)
    return !isCached && (isNamed || verdict === ALLOW)
  },
  factor: (fate, abi, { nr, isNamed }) => {
    switch (fate) {
      case 'allow':
        return isInTable(abi, nr) ? CACHED : 1
      case 'deny':
        return isNamed ? 1 : DENIED_WEIGHT
      case 'ask':
        return 1
    }
  },
  isFree: (programs, abi, { nr, verdict }) =>
    verdict === ALLOW &&
    isInTable(abi, nr) &&
    programs.every((program) => isConstAllow(program, nr, abi.auditArch)),
}

/**
 * Weights are multiples of this number. So their sums are exact in every order of addition, and two layouts with the
 * same cost compare as equal.
 */
const QUANTUM = 2 ** -40

const exact = (weight: number): number => Math.round(weight / QUANTUM) * QUANTUM

const total = (calls: readonly RuledCall[]): number => calls.reduce((sum, { weight }) => sum + weight, 0)

/**
 * The instructions that all of `programs` execute for the calls `counted` with all arguments 0: the sum over the
 * calls, each times its weight. The programs are interpreted: for the few hundred calls of an ABI, an evaluator would
 * take longer to build than the interpreter takes.
 */
function weighedSteps(
  programs: readonly Program[],
  arch: number,
  counted: readonly RuledCall[],
  endianness: Endianness,
): number {
  const numbers = counted.map(({ nr }) => nr)
  const steps = Array<number>(counted.length).fill(0)
  for (const program of programs)
    for (const run of numberRuns(program, arch, numbers, endianness))
      for (let at = run.first; at < run.first + run.count; at += 1) steps[at]! += run.steps
  return counted.reduce((sum, { weight }, at) => sum + weight * steps[at]!, 0)
}

/** The mean over `calls`: for each ABI, the calls that count by the rules. */
function meanSteps(
  aim: Aim,
  ruled: readonly RuledAbi[],
  programs: readonly Program[],
  endianness: Endianness,
): number {
  let [sum, weights] = [0, 0]
  for (const { abi, weight, calls } of ruled) {
    const counted = calls.filter((call) => !aim.isFree(programs, abi, call))
    const own = total(counted)
    if (own === 0) continue
    sum += (weight * weighedSteps(programs, abi.auditArch, counted, endianness)) / own
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** The weights, the value and the bound of the mean over the calls of `aim`. */
export function meanObjective(aim: Aim): (subject: ObjectiveBasis) => Measures {
  return ({ rules, abis, weightOf, abiWeights, memo }) => {
    const ruled = abis.map((abi, i) => ({
      abi,
      weight: abiWeights[i]!,
      calls: ruledCalls(rules, abi, weightOf, memo),
    }))
    const countedAlone = ruled.map((each): RuledAbi => ({
      ...each,
      calls: each.calls.filter((call) => aim.counts(each.abi, call)),
    }))
    /**
     * For each ABI, the total that the share of a call refers to: the weight of its counted calls, or of all its
     * calls where none counts.
     */
    const whole = new Map(
      ruled.map(({ abi, calls }, i) => [abi, total(countedAlone[i]!.calls) || total(calls) || 1] as const),
    )
    const weighedBy = (factor: Aim['factor']): PassContext['weigh'] =>
      weighBy(ruled, (fate, { abi, weight }) => {
        const share = weight / whole.get(abi)!
        return (call) => exact(share * call.weight * factor(fate, abi, call))
      })
    /** Whether the arguments of a call decide, and the call does not count. */
    const isBeside = (abi: AbiTable, call: RuledCall): boolean => call.asks && !aim.counts(abi, call)
    const factorOfCounted: Aim['factor'] = (fate, abi, call) =>
      fate === 'ask' && isBeside(abi, call) ? DENIED_WEIGHT : aim.factor(fate, abi, call)
    const hasBeside = ruled.some(({ abi, calls }) => calls.some((call) => isBeside(abi, call)))
    return {
      calls: 1,
      isEmpty: countedAlone.every(({ calls }) => calls.length === 0),
      weigh: weighedBy(aim.factor),
      weighCounted: hasBeside ? weighedBy(factorOfCounted) : undefined,
      valueOf: (programs, endianness) => meanSteps(aim, countedAlone, programs, endianness),
      boundOf: (value, effort, programs) => {
        const isIdle = hasIdleTests(rules, memo)
        // The calls that the value counts. Without programs, these are the calls that it counts for every program.
        const judged = countedAlone.map((each): RuledAbi => {
          const isFree = (call: RuledCall): boolean =>
            aim.isFree(programs ?? [], each.abi, call) && (programs !== undefined || isIdle(each.abi, call))
          return { ...each, calls: each.calls.filter((call) => !isFree(call)) }
        })
        const weigh = weighBy(judged, (_, { weight, calls }) => {
          const all = total(calls) || 1
          return (call) => (weight * call.weight) / all
        })
        return lowerBound(rules, { weigh, effort, memo }, { value })
      },
    }
  }
}
