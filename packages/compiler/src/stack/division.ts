/*
 * Divides pieces among filters, and fills one filter after the other. A policy that no stack holds is refused as
 * early as possible (ADR 0019). Three signs show it: the length of one filter for the whole policy, the share of the
 * rules that stays in every piece (divisible.ts), and the small part of the policy that full filters hold.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { MAX_INSNS_PER_PATH, pathLength } from '@seccompile/cbpf'
import type { ProgramLength } from '@seccompile/pass'
import type { TooLong } from '../compile/compile-rules.ts'
import { insnsText, tooLarge } from '../compile/too-large.ts'
import type { TooLarge } from '../compile/too-large.ts'
import { cutToFit, whyNot } from './divisible.ts'
import type { Outlook } from './divisible.ts'
import { fill } from './fill.ts'
import type { Filled } from './fill.ts'
import { valuesIn } from './split.ts'
import type { Piece } from './split.ts'

/**
 * How many times longer one filter for all pieces may be than several filters together. One filter may test rules in a
 * row where several filters have search trees, and a row is at most twice as long.
 *
 * The estimate of a long row is higher (`row-length.ts` in `@seccompile/layout`): 8 instructions for a value of 64 bits, where
 * a search tree takes about 3. It exceeds this room from 8192 such values on, and all filters of a task hold about 7000.
 */
const ROOM = 2

/** By this factor, the pieces to come may be shorter than the placed pieces, where all are of one entry. */
const ROOM_ALIKE = 1 + 1 / 32

/** By this factor, the filters must be too long where two estimates agree. */
const ROOM_OF_BOTH = 1.1

/**
 * By this factor, the length of a piece may be overestimated, where the estimate comes from the length of one filter
 * for all.
 */
const ROOM_OF_A_GUESS = 1.25

const weightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { weight }) => sum + weight, 0)

/**
 * The reason why filters that are too long together were given up. At another price of an instruction they may be
 * shorter.
 */
export class Unfit extends Error {
  override readonly name = 'Unfit'
  /** The error for a person. */
  readonly refusal: Error

  constructor(refusal: Error) {
    super(refusal.message, { cause: refusal })
    this.refusal = refusal
  }
}

/** Whether `error` is an {@link Unfit}. */
export function isUnfit(error: unknown): error is Unfit {
  return error instanceof Error && error.name === 'Unfit'
}

/**
 * Pieces divided among filters.
 * @throws Unfit where the filters are too long together; PolicyError where no price of an instruction helps
 */
export class Division {
  /** The filters, in the order in which they were filled: the filter that is attached last is the first. */
  readonly filters: Filled[] = []
  readonly #attempt: (pieces: readonly Piece[]) => Filled | TooLong
  readonly #asked: TooLarge & ProgramLength
  readonly #maxFilters: number
  readonly #insnsPerWeight: number
  readonly #weight: number
  #rest: readonly Piece[] = []

  constructor(
    attemptAt: (pieces: readonly Piece[]) => Filled | TooLong,
    pieces: readonly Piece[],
    asked: TooLarge & ProgramLength & { readonly maxFilters: number },
  ) {
    this.#attempt = attemptAt
    this.#asked = asked
    this.#maxFilters = asked.maxFilters
    this.#weight = weightOf(pieces)
    this.#insnsPerWeight = asked.insns / this.#weight
    if (asked.insns > ROOM * MAX_INSNS_PER_PATH)
      throw this.#refusal(`one filter for all of it would take ${insnsText(asked)} instructions`)
    const against = whyNot(pieces, this.#insnsPerWeight / ROOM_OF_A_GUESS)
    if (against !== undefined) throw this.#undividable(against)
    this.#rest = pieces.filter(({ isLast, notifies }) => !isLast && !notifies)
    this.#fillBound(pieces.filter(({ isLast, notifies }) => isLast || notifies))
    while (this.#rest.length > 0) this.#fillFrom([], this.#rest)
  }

  /** Places the pieces that are bound to one filter: into the filter that is attached last, if they fit. */
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
        `the calls for the listener take ${tried.insns} instructions; a task has one listener, so one filter of at most ${BPF_MAXINSNS} has to decide them`,
        this.#asked,
      )
    this.#fillLast(bound.filter(({ notifies }) => !notifies))
    if (notifying.length > 0) this.#fillFrom(notifying, this.#rest)
  }

  /**
   * Places the pieces for the last filter where they do not fit into one filter with the pieces for the listener.
   * Uses several filters if needed.
   */
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

  /** Fills the next filter with `fixed` and the beginning of `line`, and yields the rest of `line`. */
  #take(fixed: readonly Piece[], line: readonly Piece[]): readonly Piece[] {
    if (this.filters.length === this.#maxFilters) throw this.#unfit(`${this.#maxFilters} filters`)
    const filled = fill(this.#attempt, fixed, line, this.#slope())
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

  /**
   * The instructions for each unit of weight of the line, by the filter that was filled last, whose pieces come
   * before it.
   */
  #slope(): number {
    const newest = this.filters.at(-1)
    return newest === undefined ? this.#insnsPerWeight : newest.insns / weightOf(newest.pieces)
  }

  /**
   * Checks the filters against the limit of a task.
   * @throws PolicyError where the filters together exceed the limit, or will do so with `rest`
   */
  #checkLength(rest: readonly Piece[]): void {
    const length = pathLength(this.filters.map(({ program }) => program))
    const held = this.#held()
    const last = this.filters.at(-1)!.pieces.at(-1)!
    const isAlike = rest.every(({ entry }) => entry === last.entry)
    const expected = length + (length / held) * ((this.#weight - held) / (isAlike ? ROOM_ALIKE : ROOM))
    // Two estimates: from the weight that the filters hold, and from the length of one filter for all. The smaller one
    // counts.
    const insns = this.filters.reduce((sum, { program }) => sum + program.length, 0)
    const twice = Math.min(this.#weight / held, this.#asked.insns / insns) * length
    const isTooLong = expected > MAX_INSNS_PER_PATH || twice > ROOM_OF_BOTH * MAX_INSNS_PER_PATH
    if (length > MAX_INSNS_PER_PATH || (rest.length > 0 && isTooLong))
      throw this.#unfit('the filters of a task')
  }

  /** The weight of the pieces that the filters hold so far. */
  #held(): number {
    return this.filters.reduce((sum, { pieces }) => sum + weightOf(pieces), 0)
  }

  #unfit(bound: string): Error {
    const programs = this.filters.map(({ program }) => program)
    const share = Math.floor((100 * this.#held()) / this.#weight)
    const refusal = tooLarge(
      `the policy does not fit ${bound}: ${programs.length} of up to ${BPF_MAXINSNS} instructions hold ${share} % of it, and take ${pathLength(programs)} of the ${MAX_INSNS_PER_PATH} converted instructions that the kernel allows a task`,
      this.#asked,
    )
    return new Unfit(refusal)
  }

  /**
   * The error for an entry that cannot be divided.
   * @param known - the number of instructions of the pieces, where they have been compiled
   */
  #undividable(outlook: Exclude<Outlook, { kind: 'cut' }>, known?: number): Error {
    const { kind, insns } = outlook
    if (kind === 'undivided')
      return tooLarge(
        `a condition on one call takes ${known ?? `about ${insns}`} instructions, more than the ${BPF_MAXINSNS} of a filter, and cannot be divided among filters`,
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
