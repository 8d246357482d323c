/*
 * Finds how many pieces of a line fit into one filter, by compiling. The length of a program grows almost in
 * proportion along the line, so a guess from the known lengths is close after two or three compilations.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { RuleSet } from '@seccompile/rules'
import { runOnce } from '../compile/compile-rules.ts'
import type { Attempt, TooLong } from '../compile/compile-rules.ts'
import type { CompileRulesOptions } from '../compile/options.ts'
import { partOf } from './split.ts'
import type { EntryPiece } from './split.ts'

/** The most compilations for one filter. Three or four are usual. */
const MAX_GUESSES = 14

/** A guess is far off where its program has this many times the instructions that a filter holds. */
const FAR_OFF = 1.25

/** A filter with fewer free instructions counts as full: no further compilation tries to fill them. */
const SLACK = BPF_MAXINSNS / 32

/** The length that a guess aims at: a little less than a filter holds, since a program that is too long is of no use. */
const FULL = BPF_MAXINSNS - SLACK / 2

/** A filter, its rules, and the pieces that it holds. */
export type StackMember = Extract<Attempt, { kind: 'fits' }> & {
  readonly insns: number
  readonly rules: RuleSet
  readonly pieces: readonly EntryPiece[]
}

/** A function that compiles pieces of `rules` to one filter, and keeps the steps of the run if `isKept`. */
export function filler(
  rules: RuleSet,
  how: CompileRulesOptions,
  isKept: boolean,
): (pieces: readonly EntryPiece[]) => StackMember | TooLong {
  // An instrument that leaves passes out changes how much a filter holds, so it watches every guess. The other
  // instruments watch only the filters of the result.
  const { instruments = [] } = how
  const unwatched = { ...how, instruments: instruments.filter(({ skip }) => skip !== undefined) }
  return (pieces) => {
    const part = partOf(rules, pieces)
    try {
      const tried = runOnce(part, unwatched, isKept)
      return tried.kind === 'fits' ? { ...tried, insns: tried.program.length, rules: part, pieces } : tried
    } catch (error) {
      runOnce(part, how, false) // this run fails in the same way, and the instruments see the failure
      throw error
    }
  }
}

/**
 * The filter with `fixed` and as many pieces from the beginning of `line` as fit, up to the slack.
 * @param fixed - pieces that fit into one filter
 */
export function fill(
  attemptAt: (pieces: readonly EntryPiece[]) => StackMember | TooLong,
  fixed: readonly EntryPiece[],
  line: readonly EntryPiece[],
  insnsPerWeight: number,
): StackMember | TooLong {
  const weights = [0]
  for (const { weight } of line) weights.push(weights.at(-1)! + weight)
  const upTo = (count: number): number => weights[count]!
  const tryWith = (count: number): StackMember | TooLong => attemptAt([...fixed, ...line.slice(0, count)])
  const least = fixed.length === 0 ? 1 : 0
  let best: StackMember | undefined
  let leastTooLong: TooLong | undefined
  /**
   * The largest count of pieces that is known to fit, and the smallest that is known not to fit, with their lengths.
   */
  let low = { count: least - 1, insns: 0 }
  let high = { count: line.length + 1, insns: Number.POSITIVE_INFINITY }
  for (let guess = 0; guess < MAX_GUESSES && high.count - low.count > 1; guess += 1) {
    const from = upTo(Math.max(low.count, 0))
    // The slope comes from the lengths on both sides; else from the length that fits; else from `insnsPerWeight`.
    const slope = Number.isFinite(high.insns)
      ? (high.insns - low.insns) / (upTo(high.count) - from)
      : from > 0
        ? low.insns / from
        : insnsPerWeight
    const aim = from + (FULL - low.insns) / slope
    // Guesses may approach from one side only, in small steps. Halving ends that.
    const found =
      guess % 3 === 2 && Number.isFinite(high.insns)
        ? (low.count + high.count) >> 1
        : weights.findLastIndex((weight) => weight <= aim)
    // The program is far too long: a single piece may have most of its length. So the next guess is one piece more
    // than is known to fit.
    const isFarOff = best === undefined && Number.isFinite(high.insns) && high.insns > FAR_OFF * BPF_MAXINSNS
    const count = isFarOff ? low.count + 1 : Math.min(Math.max(found, low.count + 1), high.count - 1)
    const tried = tryWith(count)
    if (tried.kind === 'fits') {
      best = tried
      if (BPF_MAXINSNS - tried.insns < SLACK) break
      low = { count, insns: tried.insns }
    } else {
      high = { count, insns: tried.insns }
      if (count === least) leastTooLong = tried
    }
  }
  return best ?? leastTooLong ?? tryWith(least)
}
