/*
 * Several filters for a policy that one does not hold.
 *
 * What the rules decide stands on a line (split.ts), and each filter takes as much of what is left as fits: with parts
 * that are stretches of one line, filling one after the other takes the fewest. How much fits is found by compiling
 * it. The size grows nearly evenly along the line, so guesses from the sizes known so far come close after two or three.
 * What no stack holds is refused as soon as that shows (ADR 0019): by how long one filter would be, by how much of the
 * rules stays in every piece (divisible.ts), and by how little the filters hold that are full.
 *
 * Three things are bound to one filter. What attaching a filter and starting a program takes (seccomp, prctl, execve,
 * execveat) is decided by the filter that is attached last: one before it could forbid attaching the next. A task can
 * have one listener, so all that is handed to it is decided by one filter. And the calls of other architectures are one
 * piece.
 */
import { actionOf, BPF, BPF_MAXINSNS } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode, MAX_INSNS_PER_PATH, pathLength } from '@seccompile/cbpf'
import type { Policy } from '@seccompile/policy'
import type { ObjectiveValue } from './objective/objective.ts'
import type { RuleSet } from '@seccompile/rules'
import { numberOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import {
  attempt,
  certify,
  checkPaths,
  compilationOf,
  compileRules,
  prepare,
  runKept,
  tooLong,
  tryCompile,
} from './compile.ts'
import type {
  Attempt,
  Certificate,
  Compilation,
  CompileOptions,
  CompileRulesOptions,
  Prepared,
  Run,
} from './compile.ts'
import { compileStackOptions } from './options.ts'
import { cutToFit, whyNot } from './divisible.ts'
import type { Outlook } from './divisible.ts'
import { partOf, piecesOf, valuesIn, withoutAllowData } from './split.ts'
import type { Piece } from './split.ts'
import { blame } from './step-keeper.ts'
import { tooLarge } from './too-large.ts'
import type { TooLarge } from './too-large.ts'

/** What a policy is compiled for, and how many filters it may become. */
export interface CompileStackOptions extends CompileOptions {
  /** As many as the kernel lets a task have, unless told; 1 for what `compile()` does. */
  readonly maxFilters?: number | undefined
}

/** One of the filters that mean a policy together. */
export interface StackedFilter {
  readonly program: Program
  /** The program as the kernel takes it. */
  readonly bytes: Uint8Array
  /** Whether it hands calls to a listener (USER_NOTIF), so that it is the one to be attached with one. */
  readonly notifies: boolean
}

/** A compiled policy that may have become several filters. All have to be attached; each alone allows too much. */
export interface StackCompilation extends Omit<Compilation, 'program' | 'bytes' | 'objective'> {
  /** What was minimised, and how well all filters together do. */
  readonly objective?: ObjectiveValue
  /** In the order in which they are to be attached. */
  readonly filters: readonly StackedFilter[]
}

/** What attaching the next filter, and starting a program under all of them, takes. */
const LAST = ['seccomp', 'prctl', 'execve', 'execveat'] as const

/** Most compilations to find out how much a filter holds. Three or four do most often. */
const MAX_GUESSES = 14

/**
 * How many times as long as its parts a filter for all may come out: rules that one filter tests in a row may have search
 * trees in several, and a row is at most twice as long.
 */
const ROOM = 2

/** A guess at how much fits is far off where it takes this many times the instructions of a filter. */
const FAR_OFF = 1.25

/** A factor for the estimate: pieces still to place may be this much cheaper than the pieces that filters hold. */
const ROOM_ALIKE = 1 + 1 / 32

/** The same where two guesses agree. */
const ROOM_OF_BOTH = 1.1

/** The same for how much a piece takes, guessed by what one filter for all would. */
const ROOM_OF_A_GUESS = 1.25

/** Instructions that may be left free in a filter, rather than compile once more to fill them. */
const SLACK = 64
/** What a guess aims at: a little less than a filter holds, since one that is too long is for nothing. */
const FULL = BPF_MAXINSNS - SLACK / 2

function lastNumbers({ sections }: RuleSet, abis: readonly AbiTable[]): readonly (readonly number[])[] {
  return sections.map(({ arch }) =>
    abis
      .filter(({ auditArch }) => auditArch === arch)
      .flatMap((abi) => LAST.map((name) => numberOf(abi, name)))
      .filter((nr) => nr !== undefined)
      .sort((a, b) => a - b),
  )
}

type TooLong = Extract<Attempt, { kind: 'too-long' }>

/** A filter, the rules that it is for, and the pieces of them that it took. */
type Filled = Extract<Attempt, { kind: 'fits' }> & {
  readonly insns: number
  readonly rules: RuleSet
  readonly pieces: readonly Piece[]
}

/** Compiles pieces of `rules`, and keeps the steps where `isKept`: they go with the filter. */
function filler(
  rules: RuleSet,
  how: CompileRulesOptions,
  isKept: boolean,
): (pieces: readonly Piece[]) => Filled | TooLong {
  // What leaves passes out has a say in how much fits. What else watches them is told of the filters that come of it,
  // not of every guess.
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
function fill(
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

const weightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { weight }) => sum + weight, 0)

/** Pieces divided among filters. @throws PolicyError where the kernel would not take so many */
class Division {
  /** The newest first. */
  readonly filters: Filled[] = []
  readonly #attempt: (pieces: readonly Piece[]) => Filled | TooLong
  readonly #asked: TooLarge & { readonly insns: number }
  readonly #maxFilters: number
  readonly #insnsPerWeight: number
  readonly #weight: number
  #rest: readonly Piece[] = []

  constructor(
    attemptAt: (pieces: readonly Piece[]) => Filled | TooLong,
    pieces: readonly Piece[],
    asked: TooLarge & { readonly insns: number; readonly maxFilters: number },
  ) {
    this.#attempt = attemptAt
    this.#asked = asked
    this.#maxFilters = asked.maxFilters
    this.#weight = weightOf(pieces)
    this.#insnsPerWeight = asked.insns / this.#weight
    if (asked.insns > ROOM * MAX_INSNS_PER_PATH)
      throw this.#refusal(`one filter for all of it would take ${asked.insns} instructions`)
    const against = whyNot(pieces, this.#insnsPerWeight / ROOM_OF_A_GUESS)
    if (against !== undefined) throw this.#undividable(against)
    this.#rest = pieces.filter(({ isLast, notifies }) => !isLast && !notifies)
    this.#fillBound(pieces.filter(({ isLast, notifies }) => isLast || notifies))
    while (this.#rest.length > 0) this.#fillFrom([], this.#rest)
  }

  /** Fills what is bound to one filter, the last one if it can be. */
  #fillBound(bound: readonly Piece[]): void {
    if (bound.length === 0) return
    if (this.#attempt(bound).kind === 'fits') {
      this.#fillFrom(bound, this.#rest)
      return
    }
    const notifying = bound.filter(({ notifies }) => notifies)
    const tried = notifying.length === 0 ? undefined : this.#attempt(notifying)
    if (tried?.kind === 'too-long')
      throw tooLarge(
        `what is handed to a listener takes ${tried.insns} instructions; a task has one listener, so that has to be one filter of at most ${BPF_MAXINSNS}`,
        this.#asked,
      )
    this.#fillLast(bound.filter(({ notifies }) => !notifies))
    if (notifying.length > 0) this.#fillFrom(notifying, this.#rest)
  }

  /** Fills what is for the last filter, and does not fit with what else is bound to one; it may take several. */
  #fillLast(lasts: readonly Piece[]): void {
    for (let left = lasts; left.length > 0;) {
      if (this.#attempt(left).kind === 'fits') {
        this.#fillFrom(left, this.#rest)
        return
      }
      left = this.#take([], left)
    }
  }

  #fillFrom(fixed: readonly Piece[], line: readonly Piece[]): void {
    this.#rest = this.#take(fixed, line)
  }

  /** Makes the next filter of `fixed` and the beginning of `line`, and yields what is left of that. */
  #take(fixed: readonly Piece[], line: readonly Piece[]): readonly Piece[] {
    if (this.filters.length === this.#maxFilters) throw this.#unfit(`${this.#maxFilters} filters`)
    const filled = fill(this.#attempt, fixed, line, this.#slopeOf(line))
    if (filled.kind === 'too-long') {
      const [first, ...others] = line
      const outlook: Outlook =
        first === undefined
          ? { kind: 'undivided', insns: filled.insns }
          : cutToFit(first, filled.insns / Math.max(1, valuesIn(first)))
      if (outlook.kind !== 'cut') throw this.#undividable(outlook, filled.insns)
      return this.#take(fixed, [...outlook.pieces, ...others])
    }
    this.filters.push(filled)
    const rest = line.slice(filled.pieces.length - fixed.length)
    this.#checkLength(rest)
    return rest
  }

  /** Instructions that a weight of `line` takes: as in the newest filter, where that holds more of the same condition. */
  #slopeOf([first]: readonly Piece[]): number {
    const newest = this.filters.at(-1)
    return newest?.pieces.every(({ entry }) => entry === first?.entry) === true
      ? newest.insns / weightOf(newest.pieces)
      : this.#insnsPerWeight
  }

  /** @throws PolicyError where the filters together pass the limit of a task, or will with the pieces still to place */
  #checkLength(rest: readonly Piece[]): void {
    const length = pathLength(this.filters.map(({ program }) => program))
    const held = this.#held()
    const last = this.filters.at(-1)!.pieces.at(-1)!
    const isAlike = rest.every(({ entry }) => entry === last.entry)
    const expected = length + (length / held) * ((this.#weight - held) / (isAlike ? ROOM_ALIKE : ROOM))
    // By what filters hold, and by what one filter for all would take: where both say the same, it is so.
    const insns = this.filters.reduce((sum, { program }) => sum + program.length, 0)
    const twice = Math.min(this.#weight / held, this.#asked.insns / insns) * length
    const isTooLong = expected > MAX_INSNS_PER_PATH || twice > ROOM_OF_BOTH * MAX_INSNS_PER_PATH
    if (length > MAX_INSNS_PER_PATH || (rest.length > 0 && isTooLong))
      throw this.#unfit('the filters of a task')
  }

  /** The weight of what the filters hold so far. */
  #held(): number {
    return this.filters.reduce((sum, { pieces }) => sum + weightOf(pieces), 0)
  }

  #unfit(bound: string): Error {
    const programs = this.filters.map(({ program }) => program)
    const share = Math.floor((100 * this.#held()) / this.#weight)
    return tooLarge(
      `the policy does not fit ${bound}: ${programs.length} of up to ${BPF_MAXINSNS} instructions hold ${share} % of it, and ${pathLength(programs)} of the ${MAX_INSNS_PER_PATH} converted instructions that the kernel lets a task have`,
      this.#asked,
    )
  }

  /** @param known - what the pieces were seen to take, where that is known */
  #undividable(outlook: Exclude<Outlook, { kind: 'cut' }>, known?: number): Error {
    const { kind, insns } = outlook
    if (kind === 'undivided')
      return tooLarge(
        `a condition on one call takes ${known ?? `about ${insns}`} instructions, more than the ${BPF_MAXINSNS} of a filter, and is not one that can be divided among filters`,
        this.#asked,
      )
    return this.#refusal(
      `a condition on one call falls into ${outlook.pieces} parts of about ${insns} instructions or more, a filter has at most ${BPF_MAXINSNS}`,
    )
  }

  #refusal(why: string): Error {
    return tooLarge(
      `the policy does not fit the filters of a task: ${why}, and a task at most ${MAX_INSNS_PER_PATH}`,
      this.#asked,
    )
  }
}

/**
 * The filters that together mean what `policy` means for the target, and a proof that they do: one where one holds it,
 * and as few as the kernel's limit of 4096 instructions allows where not.
 *
 * Attach all of them, in their order. Each alone allows what another decides.
 * @throws PolicyError where the policy is wrong for the target, or passes the limits of the kernel or `maxFilters`
 * @throws PassError where a pass fails, or the proof finds a call on which the filters are wrong, with the pass that is to
 * blame; our fault
 * @throws RangeError where `maxFilters` is below 1
 */
export function compileStack(policy: Policy, options: CompileStackOptions = {}): StackCompilation {
  const { maxFilters = Number.POSITIVE_INFINITY, ...single } = compileStackOptions(options)
  if (!(maxFilters >= 1)) throw new RangeError(`maxFilters is ${maxFilters}; it takes one filter at least`)
  const prepared = prepare(policy, single)
  const tried = tryCompile(prepared, single.prove)
  if (tried.kind === 'fits') {
    const { program, bytes, ...facts } = compilationOf(prepared, single, tried)
    return { ...facts, filters: [{ program, bytes, notifies: notifies(program) }] }
  }
  if (maxFilters < 2) throw tooLong(policy, prepared, tried)
  return divided(policy, prepared, single, { ...tried, maxFilters })
}

/** The filters for a policy of which `asked` says how long one would be. */
function divided(
  policy: Policy,
  prepared: Prepared,
  { prove = true, instruments = [], now }: CompileOptions,
  asked: TooLong & { readonly maxFilters: number },
): StackCompilation {
  const { resolution, abis, endianness, pipeline, how, objective } = prepared
  const rules = withoutAllowData(resolution.rules)
  const pieces = piecesOf(rules, lastNumbers(rules, abis))
  const isWatched = instruments.length > 0
  const attemptAt = filler(rules, how, prove && !isWatched)
  const division = new Division(attemptAt, pieces, { policy, rules, abis, tellsRules: true, ...asked })
  const runs = division.filters
    .toReversed()
    .map((filled): Run => (isWatched ? runKept(filled.rules, how, prove) : filled))
  const programs = runs.map(({ program }) => program)
  checkPaths(programs, how.maxPath)
  const stack = { level: 'stack', ir: programs.map((ir) => ({ level: 'program', ir }) as const) } as const
  const proved = (): Certificate => {
    try {
      return certify(rules, stack, prepared, now)
    } catch (error) {
      // Each filter means a part of the rules; a pass is held against what it was given of that.
      const kept = runs.map((run) => run.kept)
      throw blame(error, kept, instruments)
    }
  }
  return {
    ...resolution,
    filters: programs.map((program) => ({
      program,
      bytes: encode(program, endianness),
      notifies: notifies(program),
    })),
    endianness,
    pipeline,
    abis,
    certificate: prove ? proved() : { kind: 'skipped' },
    ...(objective === undefined ? {} : { objective: objective.valueOf(programs, endianness) }),
  }
}

/** Whether some return of `program` hands calls to a listener. */
function notifies(program: Program): boolean {
  return program.some(({ code, k }) => code === BPF.RET_K && actionOf(k) === 'USER_NOTIF')
}
