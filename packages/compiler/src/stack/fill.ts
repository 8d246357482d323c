/*
 * How much of a line of pieces one filter holds. It is found by compiling: the size grows nearly evenly along the line, so
 * guesses from the sizes known so far come close after two or three.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { RuleSet } from '@seccompile/rules'
import { attempt, compileRules, runKept } from '../compile/compile-rules.ts'
import type { Attempt } from '../compile/compile-rules.ts'
import type { CompileRulesOptions } from '../compile/options.ts'
import { partOf } from './split.ts'
import type { Piece } from './split.ts'

/** Most compilations to find out how much a filter holds. Three or four do most often. */
const MAX_GUESSES = 14

/** A guess at how much fits is far off where it takes this many times the instructions of a filter. */
const FAR_OFF = 1.25

/** Instructions that may be left free in a filter, rather than compile once more to fill them. */
const SLACK = 64

/** What a guess aims at: a little less than a filter holds, since one that is too long is for nothing. */
const FULL = BPF_MAXINSNS - SLACK / 2

/** That pieces take more than a filter holds. */
export type TooLong = Extract<Attempt, { kind: 'too-long' }>

/** A filter, the rules that it is for, and the pieces of them that it took. */
export type Filled = Extract<Attempt, { kind: 'fits' }> & {
  readonly insns: number
  readonly rules: RuleSet
  readonly pieces: readonly Piece[]
}

/** A function that compiles pieces of `rules` to one filter, with its steps where `isKept`. */
export function filler(
  rules: RuleSet,
  how: CompileRulesOptions,
  isKept: boolean,
): (pieces: readonly Piece[]) => Filled | TooLong {
  // Instruments that leave passes out change how much a filter holds, so they see every guess. The other instruments see
  // only the filters that are taken.
  const { instruments = [] } = how
  const unwatched = { ...how, instruments: instruments.filter(({ skip }) => skip !== undefined) }
  return (pieces) => {
    const part = partOf(rules, pieces)
    try {
      const tried = attempt(() => runKept(part, unwatched, isKept))
      return tried.kind === 'fits' ? { ...tried, insns: tried.program.length, rules: part, pieces } : tried
    } catch (error) {
      compileRules(part, how) // fails too, and is watched
      throw error
    }
  }
}

/** The most of `line`, from its beginning, that fits one filter with `fixed`, which does alone. */
export function fill(
  attemptAt: (pieces: readonly Piece[]) => Filled | TooLong,
  fixed: readonly Piece[],
  line: readonly Piece[],
  insnsPerWeight: number,
): Filled | TooLong {
  const weights = [0]
  for (const { weight } of line) weights.push(weights.at(-1)! + weight)
  const upTo = (count: number): number => weights[count]!
  const tryWith = (count: number): Filled | TooLong => attemptAt([...fixed, ...line.slice(0, count)])
  const least = fixed.length === 0 ? 1 : 0
  let best: Filled | undefined
  let leastTooLong: TooLong | undefined
  /** How many fit, and how many do not, as far as is known; with what they take. */
  let low = { count: least - 1, insns: 0 }
  let high = { count: line.length + 1, insns: Number.POSITIVE_INFINITY }
  for (let guess = 0; guess < MAX_GUESSES && high.count - low.count > 1; guess += 1) {
    const from = upTo(Math.max(low.count, 0))
    // By what is known on both sides; else by what fits, and else by the guess.
    const slope = Number.isFinite(high.insns)
      ? (high.insns - low.insns) / (upTo(high.count) - from)
      : from > 0
        ? low.insns / from
        : insnsPerWeight
    const aim = from + (FULL - low.insns) / slope
    // Where the guess creeps up from one side, halving ends it.
    const found =
      guess % 3 === 2 && Number.isFinite(high.insns)
        ? (low.count + high.count) >> 1
        : weights.findLastIndex((weight) => weight <= aim)
    // Far too long: most of it may be in every piece, so whether one fits is asked next.
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
