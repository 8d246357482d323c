/*
 * Divides pieces among filters, and fills one filter after the other. A policy that no stack holds is refused as
 * early as possible (ADR 0019). Three signs show it: the length of one filter for the whole policy, the share of the
 * rules that stays in every piece (divisible.ts), and the small part of the policy that full filters hold.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import { MAX_INSNS_PER_PATH, pathLength } from '@seccompile/cbpf'
import type { ProgramLength } from '@seccompile/pass'
import type { PolicyError } from '@seccompile/policy'
import type { TooLong } from '../compile/compile-rules.ts'
import { insnsText, tooLarge } from '../compile/too-large.ts'
import type { TooLarge } from '../compile/too-large.ts'
import { cutToFit, whyNot } from './divisible.ts'
import type { Outlook } from './divisible.ts'
import { fill } from './fill.ts'
import type { StackMember } from './fill.ts'
import { valuesIn } from './split.ts'
import type { EntryPiece } from './split.ts'

/**
 * How many times longer one filter for all pieces may be than several filters together. One filter may test rules in a
 * row where several filters have search trees, and a row is at most twice as long.
 *
 * The estimate of a long row is higher (`row-length.ts` in `@seccompile/layout`): 8 instructions for a value of 64 bits, where
 * a search tree takes about 3. It exceeds this room from 8192 such values on, and all filters of a task hold about 7000.
 */
const ROOM = 2

/** Where all pieces are of one entry, the pieces to come may be shorter than the placed pieces by this factor. */
const ROOM_ALIKE = 1 + 1 / 32

/** Where two estimates agree, filters count as too long only if they exceed the limit by this factor. */
const ROOM_OF_BOTH = 1.1

/** An estimate from the length of one filter for all pieces may exceed the length of a piece by this factor. */
const ROOM_OF_A_GUESS = 1.25

const weightOf = (pieces: readonly EntryPiece[]): number =>
  pieces.reduce((sum, { weight }) => sum + weight, 0)

/** The outcome of a division at one price of an instruction. */
export type DivisionOutcome =
  | { readonly kind: 'divided'; readonly filters: readonly StackMember[] }
  /** The filters are too long together. At another price of an instruction they may be shorter. */
  | TooLongTogether

/** A division that ends before all pieces are placed, and the error for a person if no other price helps. */
interface TooLongTogether {
  readonly kind: 'too-long-together'
  readonly refusal: PolicyError
}

/** The pieces that are still to be placed, in their order. */
type PieceLine = readonly EntryPiece[]

/** Whether a step of the division ended with pieces to place, perhaps none. */
const isLine = (step: PieceLine | TooLongTogether): step is PieceLine => !('kind' in step)

/**
 * Divides `pieces` among filters. The filters are in the order in which they were filled: the filter that is attached last is
 * the first.
 * @throws PolicyError where no price of an instruction helps
 */
export function divide(
  attempt: (pieces: readonly EntryPiece[]) => StackMember | TooLong,
  pieces: readonly EntryPiece[],
  asked: DivisionRequest,
): DivisionOutcome {
  return new Division(attempt, pieces, asked).divide()
}

/** The policy for errors, the length of one filter for all of it, and how many filters may be filled. */
type DivisionRequest = TooLarge & ProgramLength & { readonly maxFilters: number }

/** A division under way: the filters that are filled so far. */
class Division {
  readonly #filters: StackMember[] = []
  readonly #attempt: (pieces: readonly EntryPiece[]) => StackMember | TooLong
  readonly #pieces: readonly EntryPiece[]
  readonly #asked: DivisionRequest
  readonly #insnsPerWeight: number
  readonly #weight: number

  constructor(
    attempt: (pieces: readonly EntryPiece[]) => StackMember | TooLong,
    pieces: readonly EntryPiece[],
    asked: DivisionRequest,
  ) {
    this.#attempt = attempt
    this.#pieces = pieces
    this.#asked = asked
    this.#weight = weightOf(pieces)
    this.#insnsPerWeight = asked.insns / this.#weight
  }

  divide(): DivisionOutcome {
    if (this.#asked.insns > ROOM * MAX_INSNS_PER_PATH)
      throw this.#refusal(`one filter for all of it would take ${insnsText(this.#asked)} instructions`)
    const against = whyNot(this.#pieces, this.#insnsPerWeight / ROOM_OF_A_GUESS)
    if (against !== undefined) throw this.#undividable(against)
    const isBound = ({ isLast, notifies }: EntryPiece): boolean => isLast || notifies
    const step = this.#fillBound(
      this.#pieces.filter(isBound),
      this.#pieces.filter((piece) => !isBound(piece)),
    )
    const left = isLine(step) ? this.#fillAll(step) : step
    return isLine(left) ? { kind: 'divided', filters: this.#filters } : left
  }

  /** Fills filters until `line` is empty. */
  #fillAll(line: PieceLine): PieceLine | TooLongTogether {
    let left: PieceLine | TooLongTogether = line
    while (isLine(left) && left.length > 0) left = this.#fillNext([], left)
    return left
  }

  /** Places the pieces that are bound to one filter into the filter that is attached last, if they fit, and some of `line`. */
  #fillBound(bound: readonly EntryPiece[], line: PieceLine): PieceLine | TooLongTogether {
    if (bound.length === 0) return line
    if (this.#attempt(bound).kind === 'fits') return this.#fillNext(bound, line)
    const notifying = bound.filter(({ notifies }) => notifies)
    const tried = notifying.length === 0 ? undefined : this.#attempt(notifying)
    if (tried?.kind === 'too-long')
      throw tooLarge(
        `the calls for the listener take ${tried.insns} instructions; a task has one listener, so one filter of at most ${BPF_MAXINSNS} has to decide them`,
        this.#asked,
      )
    const left = this.#fillLast(
      bound.filter(({ notifies }) => !notifies),
      line,
    )
    return isLine(left) && notifying.length > 0 ? this.#fillNext(notifying, left) : left
  }

  /**
   * Places the pieces for the last filter where they do not fit into one filter with the pieces for the listener.
   * Uses several filters if needed. The filter that holds the last of the pieces takes some of `line` too.
   */
  #fillLast(lasts: readonly EntryPiece[], line: PieceLine): PieceLine | TooLongTogether {
    let left: PieceLine | TooLongTogether = lasts
    while (isLine(left) && left.length > 0) {
      if (this.#attempt(left).kind === 'fits') return this.#fillNext(left, line)
      left = this.#fillNext([], left)
    }
    return isLine(left) ? line : left
  }

  /** Fills the next filter with `fixed` and the beginning of `line`, and yields the rest of `line`. */
  #fillNext(fixed: readonly EntryPiece[], line: PieceLine): PieceLine | TooLongTogether {
    const { maxFilters } = this.#asked
    if (this.#filters.length === maxFilters) return this.#tooLongTogether(`${maxFilters} filters`)
    const filled = fill(this.#attempt, fixed, line, this.#slope())
    if (filled.kind === 'too-long') {
      const [first, ...others] = line
      const outlook: Outlook =
        first === undefined
          ? { kind: 'undivided', insns: filled.insns }
          : cutToFit(first, filled.insns / Math.max(1, valuesIn(first)))
      if (outlook.kind !== 'cut') throw this.#undividable(outlook, filled.insns)
      return this.#fillNext(fixed, [...outlook.pieces, ...others])
    }
    this.#filters.push(filled)
    const rest = line.slice(filled.pieces.length - fixed.length)
    return this.#isTooLong(rest) ? this.#tooLongTogether('the filters of a task') : rest
  }

  /**
   * The instructions for each unit of weight of the line, by the filter that was filled last, whose pieces come
   * before it.
   */
  #slope(): number {
    const newest = this.#filters.at(-1)
    return newest === undefined ? this.#insnsPerWeight : newest.insns / weightOf(newest.pieces)
  }

  /** Whether the filters together exceed the limit of a task, or will do so with `rest`. */
  #isTooLong(rest: PieceLine): boolean {
    const length = pathLength(this.#filters.map(({ program }) => program))
    const held = this.#held()
    const last = this.#filters.at(-1)!.pieces.at(-1)!
    const isAlike = rest.every(({ entry }) => entry === last.entry)
    const expected = length + (length / held) * ((this.#weight - held) / (isAlike ? ROOM_ALIKE : ROOM))
    // Two estimates: from the weight that the filters hold, and from the length of one filter for all. The smaller one
    // counts.
    const insns = this.#filters.reduce((sum, { program }) => sum + program.length, 0)
    const twice = Math.min(this.#weight / held, this.#asked.insns / insns) * length
    const willExceed = expected > MAX_INSNS_PER_PATH || twice > ROOM_OF_BOTH * MAX_INSNS_PER_PATH
    return length > MAX_INSNS_PER_PATH || (rest.length > 0 && willExceed)
  }

  /** The weight of the pieces that the filters hold so far. */
  #held(): number {
    return this.#filters.reduce((sum, { pieces }) => sum + weightOf(pieces), 0)
  }

  #tooLongTogether(bound: string): TooLongTogether {
    const programs = this.#filters.map(({ program }) => program)
    const share = Math.floor((100 * this.#held()) / this.#weight)
    const refusal = tooLarge(
      `the policy does not fit ${bound}: ${programs.length} of up to ${BPF_MAXINSNS} instructions hold ${share} % of it, and take ${pathLength(programs)} of the ${MAX_INSNS_PER_PATH} converted instructions that the kernel allows a task`,
      this.#asked,
    )
    return { kind: 'too-long-together', refusal }
  }

  /**
   * The error for an entry that cannot be divided.
   * @param known - the number of instructions of the pieces, where they have been compiled
   */
  #undividable(outlook: Exclude<Outlook, { kind: 'cut' }>, known?: number): PolicyError {
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

  #refusal(why: string): PolicyError {
    return tooLarge(
      `the policy does not fit the filters of a task: ${why}, and a task at most ${MAX_INSNS_PER_PATH}`,
      this.#asked,
    )
  }
}
