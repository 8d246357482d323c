/*
 * Objectives that are a mean of executed instructions over calls, by the weights of the calls.
 *
 * An aim says which calls count in the mean. The other calls have a small weight too: of two layouts with the same
 * mean, the layout that is better for the other calls wins.
 */
import { dataWords, seccompData } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { isConstAllow, numberRuns, runWords } from '@seccompile/interpreter'
import type { Fate } from '@seccompile/pass'
import type { Node } from '@seccompile/diagram'
import { lowerBound } from '@seccompile/lower-bound'
import type { BoundOptions, WeightedArguments } from '@seccompile/lower-bound'
import type { AbiTable } from '@seccompile/syscalls'
import { hasBitmap, tableSize } from './bitmap-tables.ts'
import { weighBy } from './call-weights.ts'
import type { Measures, ObjectiveBasis } from './measures.ts'
import { hasIdleTests, ruledCalls } from './ruled-calls.ts'
import type { RuledAbi, RuledCall } from './ruled-calls.ts'
import { ZEROS } from './argument-lists.ts'

/** The calls of a mean. */
export interface Aim {
  /** Whether the rules alone make the call count in the mean. */
  readonly counts: (abi: AbiTable, call: RuledCall) => boolean
  /** The weight of a call with that fate, relative to a call that counts. `deniedWeight` is that of a refused call. */
  readonly factor: (fate: Fate, abi: AbiTable, call: RuledCall, deniedWeight: number) => number
  /** Whether the kernel never runs `programs` for the call. The rules alone do not show this. */
  readonly isFree: (programs: readonly Program[], abi: AbiTable, call: RuledCall) => boolean
}

/** The weight of a call in the allow bitmap, relative to a call outside it. */
const CACHED = 1e-5

/** Whether the number is in a table from which the kernel fills an allow bitmap. */
const isInTable = (abi: AbiTable, nr: number): boolean => hasBitmap(abi) && nr < tableSize(abi)

/** The aim at allowed calls. */
export const allowedCalls: Aim = {
  counts: (_, { isAllowed }) => isAllowed,
  factor: (fate, _abi, _call, deniedWeight) => (fate === 'deny' ? deniedWeight : 1),
  isFree: () => false,
}

/**
 * The aim at calls that are not in the allow bitmap (Linux >= 5.11): calls with tests of arguments, allowed calls of
 * ABIs without a bitmap, and calls that the policy names in order to refuse them. Programs do make calls of the last
 * kind, and go on after the refusal.
 */
export const uncachedCalls: Aim = {
  counts: (abi, { nr, isAllowed, asks, isNamed }) => {
    const isCached = isAllowed && !asks && isInTable(abi, nr)
    return !isCached && (isNamed || isAllowed)
  },
  factor: (fate, abi, { nr, isNamed }, deniedWeight) => {
    switch (fate) {
      case 'allow':
        return isInTable(abi, nr) ? CACHED : 1
      case 'deny':
        return isNamed ? 1 : deniedWeight
      case 'ask':
        return 1
    }
  },
  isFree: (programs, abi, { nr, isAllowed }) =>
    isAllowed && isInTable(abi, nr) && programs.every((program) => isConstAllow(program, nr, abi.auditArch)),
}

/**
 * Weights are multiples of this number. So their sums are exact in every order of addition, and two layouts with the
 * same cost compare as equal.
 */
const QUANTUM = 2 ** -40

const exact = (weight: number): number => Math.round(weight / QUANTUM) * QUANTUM

const total = (calls: readonly RuledCall[]): number => calls.reduce((sum, { weight }) => sum + weight, 0)

/** The words of `seccomp_data` with one argument list of a call, and its share in the call. */
interface CountedWords {
  readonly words: Uint32Array
  readonly share: number
}

/** The calls of an ABI that count in a mean, and the words of those whose arguments are not 0. */
interface CountedAbi extends RuledAbi {
  readonly words: ReadonlyMap<RuledCall, readonly CountedWords[]>
}

/** The words of the argument lists of `call`. */
function wordsOf({ auditArch }: AbiTable, { nr, counted }: RuledCall): readonly CountedWords[] {
  return counted.map(({ args, share }) => ({
    words: dataWords(seccompData({ nr, arch: auditArch, args })),
    share,
  }))
}

/** `ruled`, with the words of the calls that count with other arguments than 0. */
function countedAbi(ruled: RuledAbi): CountedAbi {
  const withArguments = ruled.calls.filter(({ counted }) => counted.length > 1 || counted[0]!.args !== ZEROS)
  return { ...ruled, words: new Map(withArguments.map((call) => [call, wordsOf(ruled.abi, call)] as const)) }
}

/**
 * The instructions that all of `programs` execute for `calls`: the sum over the calls, each the mean over its argument
 * lists times its weight. The programs are interpreted: for the few hundred calls of an ABI, an evaluator would take
 * longer to build than the interpreter takes.
 */
function weighedSteps(
  programs: readonly Program[],
  { abi, words, calls }: CountedAbi,
  endianness: Endianness,
): number {
  const alike = calls.filter((call) => !words.has(call))
  const numbers = alike.map(({ nr }) => nr)
  let sum = 0
  for (const program of programs) {
    for (const run of numberRuns(program, abi.auditArch, numbers, endianness))
      for (const call of alike.slice(run.first, run.first + run.count)) sum += call.weight * run.steps
    for (const call of calls) {
      const own = words.get(call)
      if (own === undefined) continue
      const steps = own.reduce(
        (all, { words: data, share }) => all + share * runWords(program, data, endianness).steps,
        0,
      )
      sum += call.weight * steps
    }
  }
  return sum
}

/** The mean over `calls`: for each ABI, the calls that count by the rules. */
function meanSteps(
  aim: Aim,
  ruled: readonly CountedAbi[],
  programs: readonly Program[],
  endianness: Endianness,
): number {
  let [sum, weights] = [0, 0]
  for (const each of ruled) {
    const { abi, weight } = each
    const calls = each.calls.filter((call) => !aim.isFree(programs, abi, call))
    const own = total(calls)
    if (own === 0) continue
    sum += (weight * weighedSteps(programs, { ...each, calls }, endianness)) / own
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

/** A function from an outcome to the argument lists of the calls that have it, each with its weight. */
function listsByOutcome(judged: readonly RuledAbi[]): NonNullable<BoundOptions['argumentLists']> {
  const lists = new Map<Node, WeightedArguments[]>()
  for (const { weight, calls } of judged) {
    const all = total(calls) || 1
    for (const { to, counted, weight: own } of calls) {
      if (to === undefined) continue
      const known = lists.get(to) ?? []
      lists.set(to, known)
      for (const { args, share } of counted) known.push({ args, weight: (weight * own * share) / all })
    }
  }
  return (to) => lists.get(to) ?? []
}

/** The weights, the value and the bound of the mean over the calls of `aim`. */
export function meanObjective(aim: Aim): (subject: ObjectiveBasis) => Measures {
  return ({ rules, abis, weightOf, sharesOf, abiWeights, deniedWeight, memo }) => {
    const ruled = abis.map((abi, i) => ({
      abi,
      weight: abiWeights[i]!,
      calls: ruledCalls(rules, abi, { weightOf, sharesOf }, memo),
    }))
    const countedAlone = ruled.map((each) =>
      countedAbi({ ...each, calls: each.calls.filter((call) => aim.counts(each.abi, call)) }),
    )
    const cut = countedAlone.flatMap(({ calls }) => calls.filter(({ isCut }) => isCut))
    /**
     * For each ABI, the total that the share of a call refers to: the weight of its counted calls, or of all its
     * calls where none counts.
     */
    const whole = new Map(
      ruled.map(({ abi, calls }, i) => [abi, total(countedAlone[i]!.calls) || total(calls) || 1] as const),
    )
    return {
      calls: 1,
      mostLists: countedAlone.reduce(
        (most, { calls }) => calls.reduce((own, { counted }) => Math.max(own, counted.length), most),
        1,
      ),
      cutCalls: [...new Set(cut.map(({ name }) => name))].sort(),
      isEmpty: countedAlone.every(({ calls }) => calls.length === 0),
      weigh: weighBy(ruled, (fate, { abi, weight }) => {
        const share = weight / whole.get(abi)!
        return (call) => exact(share * call.weight * aim.factor(fate, abi, call, deniedWeight))
      }),
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
        return lowerBound(rules, { weigh, effort, memo }, { value, argumentLists: listsByOutcome(judged) })
      },
    }
  }
}
