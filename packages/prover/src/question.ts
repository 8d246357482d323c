/*
 * The parts that all questions share: a store with bounds, the diagrams of the subjects, the calls that the question
 * is about, and the answer `undecided` where a bound is reached.
 */
import { SECCOMP_RET, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Endianness } from '@seccompile/abi'
import { combine, createStore, wordAtLeast, wordEquals } from '@seccompile/diagram'
import type { Node, Store, StoreLimits } from '@seccompile/diagram'
import { rangesReader, U32 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import {
  endianness as endiannessReader,
  expectFunction,
  optional,
  read,
  record,
  u32,
  whole,
} from '@seccompile/shape'
import { fromDecision } from './from-decision.ts'
import { fromProgram } from './from-program.ts'
import { fromRules } from './from-rules.ts'
import { strictest } from './strength.ts'
import type { Subject } from './subject.ts'
import { isUndecided } from './undecided.ts'
import { placeOf } from './word-order.ts'

/** The calls that a question is about: all calls of one `arch`, or those whose number is in a set. */
export interface Within {
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch: number
  /** Canonical, not empty. Default: all numbers. */
  readonly numbers?: RangeSet<number>
}

/**
 * The bounds of a proof, the byte order in which programs are read, and the calls that the question is about.
 */
export interface ProveOptions extends ProveLimits {
  /** Default: `little`. */
  readonly endianness?: Endianness | undefined
  /** Default: all calls. */
  readonly within?: Within | undefined
}

/** The answer where a diagram or a search exceeded a bound. */
export interface UndecidedAnswer {
  readonly kind: 'undecided'
  /** Names the bound, and the part of the IR that exceeded it. */
  readonly reason: string
}

/** Bounds of a question. Above them the answer is `undecided`. */
export interface ProveLimits extends StoreLimits {
  /**
   * The most steps of the search that follows where a diagram exceeds its bounds. A step is a literal that the search looks
   * at. Default: 200,000,000, a second or two.
   */
  readonly maxSearchSteps?: number
}

/** The default bounds: about 100 MiB of nodes, and some seconds of work. */
export const LIMITS: Required<ProveLimits> = {
  maxNodes: 2_000_000,
  maxSteps: 20_000_000,
  maxSearchSteps: 200_000_000,
}

/**
 * Bounds for questions about stacks, which may be as long as eight filters, and for the proof of a compilation: about 200
 * MiB of nodes, and some seconds of work.
 */
export const STACK_LIMITS: Required<ProveLimits> = Object.freeze({
  maxNodes: 4_000_000,
  maxSteps: 60_000_000,
  maxSearchSteps: 1_000_000_000,
})

const WHOLE = U32.max

/** A question about IRs, with the store in which it is answered. */
export interface Question {
  readonly store: Store
  readonly endianness: Endianness
  readonly within: Within | undefined
  /** The diagram of an IR, or of a stack of them, for all calls. */
  readonly diagramOf: (subject: Subject) => Node
  /** `node` for the calls that the question is about, and `elsewhere` for all other calls. */
  readonly confine: (node: Node, elsewhere: Node) => Node
}

/** All numbers: the default of a question. */
export const ALL_NUMBERS: RangeSet<number> = Object.freeze([Object.freeze({ lo: U32.min, hi: U32.max })])

function withinPredicate(store: Store, { arch, numbers = ALL_NUMBERS }: Within): Node {
  const fromOn = (nr: number): Node =>
    nr > U32.max ? store.never : wordAtLeast(store, placeOf(WORD_NR), WHOLE, nr)
  const inside = numbers.reduce<Node>(
    (others, { lo, hi }) => store.ite(fromOn(hi + 1), others, store.ite(fromOn(lo), store.always, others)),
    store.never,
  )
  return store.ite(wordEquals(store, placeOf(WORD_ARCH), WHOLE, arch), inside, store.never)
}

/** A store has fewer nodes than this. */
const MOST = 2 ** 31 - 1

const proveOptionsReader = record<ProveOptions>({
  endianness: optional(endiannessReader),
  within: optional(record<Within>({ arch: u32, numbers: optional(rangesReader(U32, u32)) })),
  maxNodes: optional(whole(MOST, 1)),
  maxSteps: optional(whole(Number.MAX_SAFE_INTEGER)),
  maxSearchSteps: optional(whole(Number.MAX_SAFE_INTEGER)),
})

/** `options`, checked. @throws TypeError, RangeError where an option is wrong or unknown */
export function proveOptions(options: ProveOptions): ProveOptions {
  return read(proveOptionsReader, options, 'options')
}

/**
 * A question with a store of its own.
 * @throws TypeError, RangeError where an option is wrong or unknown
 */
export function question(options: ProveOptions): Question {
  const { endianness = 'little', within, maxNodes, maxSteps } = { ...LIMITS, ...proveOptions(options) }
  const store = createStore({ maxNodes, maxSteps })
  const inside = within === undefined ? store.always : withinPredicate(store, within)
  const diagramOf = ({ level, ir }: Subject): Node => {
    switch (level) {
      case 'rules':
        return fromRules(store, ir)
      case 'decision':
        return fromDecision(store, ir)
      case 'program':
        return fromProgram(store, ir, endianness)
      case 'stack':
        // Like stackVerdict(), the newest filter first.
        return ir.reduceRight<Node>(
          (newer, older) => combine(store, diagramOf(older), newer, strictest),
          store.terminal(SECCOMP_RET.ALLOW),
        )
    }
  }
  return {
    store,
    endianness,
    within,
    diagramOf,
    confine: (node, elsewhere) => store.ite(inside, node, elsewhere),
  }
}

/**
 * The result of `answer`, or `undecided` where `answer` reaches a bound.
 * @throws every other error of `answer`
 */
export function decided<T>(answer: () => T): T | UndecidedAnswer {
  expectFunction(answer, 'answer')
  try {
    return answer()
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { kind: 'undecided', reason: error.message }
  }
}
