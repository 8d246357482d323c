/*
 * Many questions about one filter.
 *
 * The diagram of a filter is made once, and each question walks it. A question about one number first walks down the
 * bits of `arch` and the number. Below them is the diagram of that number over the arguments, which is small. So some
 * hundred questions about a filter cost little more than its diagram.
 *
 * Each call in an answer has first run through the filter.
 */
import {
  argHigh,
  argLow,
  SECCOMP_DATA_ARGS,
  seccompData,
  WORD_ARCH,
  WORD_COUNT,
  WORD_NR,
} from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { bitAt, differingWords, mapLeaves, TERMINAL, WORD_BITS, wordEquals } from '@seccompile/diagram'
import type { Node } from '@seccompile/diagram'
import { contains, U32 } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { numbersPredicate, predicateDiagram } from './from-rules.ts'
import { decided, question } from './question.ts'
import type { ProveOptions, Question, UndecidedAnswer } from './question.ts'
import { sectionReader } from './read-sections.ts'
import { meaningOf, subject } from './subject.ts'
import type { Subject } from './subject.ts'
import type { MaskedSet } from './value-set.ts'
import { dataInOrder, placeOf } from './word-order.ts'

/** The calls that a question of an {@link Inquiry} is about. A field that is left out allows any value. */
export interface CallsWhere {
  /** An `AUDIT_ARCH_*` value, u32. */
  readonly arch?: number
  /** u32. */
  readonly nr?: number
  /** Canonical. Where `nr` is given too, it has to be one of these. */
  readonly numbers?: RangeSet<number>
  /** A condition on the arguments. */
  readonly args?: Predicate
}

/** Whether a verdict is one that the question looks for. */
export type VerdictGoal = (verdict: Verdict) => boolean

/** A call, and the verdict that the filter gives to it. */
export interface AnsweredCall {
  readonly data: SeccompData
  readonly verdict: Verdict
}

/** Calls with one verdict that meets a goal. */
export interface GoalCalls {
  /** Canonical; mostly one value. */
  readonly arches: RangeSet<number>
  /** Canonical. */
  readonly numbers: RangeSet<number>
  /** The condition on the arguments. */
  readonly when: Predicate
  /** The condition on the instruction pointer; absent where any value satisfies it. Few filters have one. */
  readonly pointer?: MaskedSet
  readonly verdict: Verdict
}

/** A call, and the same call with another value of one argument. */
export interface CallPair {
  readonly one: AnsweredCall
  readonly other: AnsweredCall
}

/** The part of an argument that the kernel reads. */
export interface ReadArgument {
  /** 0 to 5. */
  readonly index: number
  /** The number of bits that the kernel reads, 1 to 64. */
  readonly width: number
  readonly signed: boolean
}

/** A filter for many questions. Every method may throw `DiagramLimitError`, and `ways` may throw `UndecidedError`. */
export interface Inquiry {
  readonly kind: 'inquiry'
  /** The verdict of one call. */
  readonly verdict: (data: SeccompData) => Verdict
  /** The verdicts that calls may get, ascending. */
  readonly verdicts: (where?: CallsWhere) => readonly Verdict[]
  /** A call whose verdict meets `goal`, the easiest to read; `undefined` where there is none. */
  readonly call: (goal: VerdictGoal, where?: CallsWhere) => AnsweredCall | undefined
  /**
   * All calls whose verdicts meet `goal`. The ways are disjoint, in the order of their first arch value, then of
   * their first number.
   */
  readonly ways: (goal: VerdictGoal, where?: CallsWhere) => readonly GoalCalls[]
  /**
   * A call that meets `goal` only because of bits of an argument that the kernel does not read. To the kernel, the
   * other call of the pair is the same, but its ignored bits are as a program of C sets them, and it does not meet
   * `goal`. A program of C clears the ignored bits, or sets them to the sign of a signed argument. A call with other
   * bits meets `goal`, so the filter does not name the value that meets it.
   */
  readonly byIgnoredBits: (
    goal: VerdictGoal,
    argument: ReadArgument,
    where?: CallsWhere,
  ) => CallPair | undefined
  /** A call whose verdict would differ if argument `index` were `value`. The other call of the pair has that value. */
  readonly otherThan: (index: number, value: bigint, where?: CallsWhere) => CallPair | undefined
}

/** The leaf of calls that do not meet a goal. */
const NOT_MET = 0

/**
 * The bits of an argument, from the least significant on. `bit` is the bit of the diagram, and its weight is 2 to the
 * power of `exponent`.
 */
type ArgumentBits = readonly { readonly bit: number; readonly exponent: number }[]

/** The bits of argument `index`. @throws RangeError where there is none */
const argumentBits = (index: number): ArgumentBits =>
  Array.from({ length: 2 * WORD_BITS }, (_, exponent) => ({
    bit:
      exponent < WORD_BITS
        ? bitAt(placeOf(argLow(index)), exponent)
        : bitAt(placeOf(argHigh(index)), exponent - WORD_BITS),
    exponent,
  }))

/** An inquiry about the subject of a question. Its methods are closures over one store. It does not look at `within`. */
export function inquiryOf(about: Subject, { store, endianness, diagramOf }: Question): Inquiry {
  const root = diagramOf(about)
  const bitsOfEach = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => argumentBits(index))
  const bitsOf = (index: number): ArgumentBits => bitsOfEach[index] ?? argumentBits(index) // which throws

  /** `node`, restricted to the calls in which each bit of `fixed` has its value. */
  const fixBits = (node: Node, fixed: ReadonlyMap<number, boolean>): Node => {
    const known = new Map<Node, Node>()
    const walk = (at: Node): Node => {
      const bit = store.bitOf(at)
      if (bit === TERMINAL) return at
      const memo = known.get(at)
      if (memo !== undefined) return memo
      store.take(1)
      const value = fixed.get(bit)
      const made =
        value === undefined
          ? store.node(bit, walk(store.zeroOf(at)), walk(store.oneOf(at)))
          : walk(value ? store.oneOf(at) : store.zeroOf(at))
      known.set(at, made)
      return made
    }
    return walk(node)
  }

  /** The continuation of `node` for one value of the word at `place`. No node may ask an earlier word. */
  const below = (node: Node, place: number, value: number): Node => {
    let at = node
    for (let exponent = WORD_BITS - 1; exponent >= 0; exponent -= 1)
      if (store.bitOf(at) === bitAt(place, exponent))
        at = ((value >>> exponent) & 1) === 1 ? store.oneOf(at) : store.zeroOf(at)
    return at
  }

  const both = (set: Node, node: Node): Node => store.ite(set, node, store.never)
  const unless = (set: Node, node: Node): Node => store.ite(set, store.never, node)
  const isSet = (bit: number): Node => store.node(bit, store.never, store.always)
  const isArch = (arch: number): Node => wordEquals(store, placeOf(WORD_ARCH), U32.max, arch)
  const isNumber = (nr: number): Node => wordEquals(store, placeOf(WORD_NR), U32.max, nr)
  const areIn = (numbers: RangeSet<number> | undefined): Node =>
    numbers === undefined ? store.always : numbersPredicate(store, numbers)

  /** The diagram of the calls of `where`, and the conditions of `where` that the diagram does not include yet. */
  const narrowed = ({
    arch,
    nr,
    numbers,
    args,
  }: CallsWhere): { readonly node: Node; readonly inside: Node } => {
    const condition = args === undefined ? store.always : predicateDiagram(store, args)
    if (nr !== undefined && numbers !== undefined && !contains(numbers, nr))
      return { node: root, inside: store.never }
    if (arch === undefined)
      return { node: root, inside: both(nr === undefined ? areIn(numbers) : isNumber(nr), condition) }
    const ofArch = below(root, placeOf(WORD_ARCH), arch)
    if (nr === undefined) return { node: ofArch, inside: both(areIn(numbers), condition) }
    return { node: below(ofArch, placeOf(WORD_NR), nr), inside: condition }
  }

  /** The diagram with the leaves `leafOf(verdict)` for the calls of `where`, and 0 for all other calls. */
  const reachedCalls = (where: CallsWhere, leafOf: (verdict: Verdict) => number): Node => {
    const { node, inside } = narrowed(where)
    const leaves = both(inside, mapLeaves(store, node, leafOf))
    const ofNumber =
      where.arch === undefined || where.nr === undefined ? leaves : both(isNumber(where.nr), leaves)
    return where.arch === undefined ? ofNumber : both(isArch(where.arch), ofNumber)
  }

  const asCall = (words: readonly number[], { arch, nr }: CallsWhere): SeccompData => {
    const whole = [...words]
    if (arch !== undefined) whole[placeOf(WORD_ARCH)] = arch
    if (nr !== undefined) whole[placeOf(WORD_NR)] = nr
    return dataInOrder(whole)
  }

  const verdict = (data: SeccompData): Verdict => meaningOf(about, data, endianness)
  const withArgument = (data: SeccompData, index: number, value: bigint): SeccompData =>
    seccompData({ ...data, args: data.args.map((old, i) => (i === index ? value : old)) })
  const answered = (data: SeccompData): AnsweredCall => ({ data, verdict: verdict(data) })
  const wordsIn = (set: Node): readonly number[] | undefined =>
    differingWords(store, set, store.never, WORD_COUNT)
  const reached = (node: Node, goal: VerdictGoal): Node =>
    mapLeaves(store, node, (leaf) => (goal(leaf) ? 1 : 0))
  const unconfirmed = (): Error => new Error('a call was found that running it does not confirm')

  return {
    kind: 'inquiry',
    verdict,
    verdicts: (where = {}) => {
      const { node, inside } = narrowed(where)
      const found = new Set<number>()
      const seen = new Set<Node>()
      // Leaves of `node` that some call of `inside` reaches.
      const walk = (at: Node): void => {
        if (seen.has(at)) return
        seen.add(at)
        if (store.bitOf(at) === TERMINAL) {
          found.add(store.valueOf(at))
          return
        }
        walk(store.zeroOf(at))
        walk(store.oneOf(at))
      }
      walk(node)
      return [...found]
        .filter(
          (each) =>
            inside === store.always ||
            store.ite(
              inside,
              reached(node, (leaf) => leaf === each),
              store.never,
            ) !== store.never,
        )
        .sort((a, b) => a - b)
    },
    call: (goal, where = {}) => {
      const { node, inside } = narrowed(where)
      const words = wordsIn(store.ite(inside, reached(node, goal), store.never))
      if (words === undefined) return undefined
      const found = answered(asCall(words, where))
      if (!goal(found.verdict)) throw unconfirmed()
      return found
    },
    ways: (goal, where = {}) => {
      const verdicts: Verdict[] = []
      const leaves = new Map<Verdict, number>()
      const leafOf = (verdictOfLeaf: Verdict): number => {
        if (!goal(verdictOfLeaf)) return NOT_MET
        const leaf = leaves.get(verdictOfLeaf) ?? verdicts.push(verdictOfLeaf) // leaves count from 1
        leaves.set(verdictOfLeaf, leaf)
        return leaf
      }
      const set = reachedCalls(where, leafOf)
      const { arch, nr, numbers = nr === undefined ? undefined : [{ lo: nr, hi: nr }] } = where
      const clip = arch === undefined ? undefined : { arch, ...(numbers === undefined ? {} : { numbers }) }
      const reader = sectionReader(store)
      return reader.sections(set, clip).flatMap(({ arches, groups }) =>
        groups.flatMap((group) =>
          reader.casesOf(group.node, NOT_MET).map(({ value, ...condition }): GoalCalls => ({
            arches,
            numbers: group.numbers,
            ...condition,
            verdict: verdicts[value - 1]!,
          })),
        ),
      )
    },
    byIgnoredBits: (goal, { index, width, signed }, where = {}) => {
      const { node, inside } = narrowed(where)
      const meets = reached(node, goal)
      const bits = bitsOf(index)
      const ignored = bits.filter(({ exponent }) => exponent >= width).map(({ bit }) => bit)
      /** The diagram of `meets` with all ignored bits set to `value`. */
      const filled = (value: boolean): Node => fixBits(meets, new Map(ignored.map((bit) => [bit, value])))
      const zeroed = filled(false)
      if (zeroed === meets) return undefined // most calls: no test reads the ignored bits
      const ones = filled(true)
      const areClear = ignored.reduce<Node>((rest, bit) => unless(isSet(bit), rest), store.always)
      const areSet = ignored.reduce<Node>((rest, bit) => both(isSet(bit), rest), store.always)
      const isNegative = signed ? isSet(bits[width - 1]!.bit) : store.never
      // A program of C writes a value in one form, or in two. In a gap, one of these forms misses the goal, and a
      // third form meets it.
      const meetInC = both(zeroed, store.ite(isNegative, ones, store.always))
      const inC = store.ite(isNegative, store.ite(areSet, store.always, areClear), areClear)
      const words = wordsIn(both(inside, unless(inC, unless(meetInC, meets))))
      if (words === undefined) return undefined
      const data = asCall(words, where)
      const low = BigInt.asUintN(width, data.args[index]!)
      const forms = signed ? [low, BigInt.asUintN(64, BigInt.asIntN(width, low))] : [low]
      const [third, ...ofC] = [data, ...forms.map((value) => withArgument(data, index, value))].map(answered)
      const other = ofC.find((each) => !goal(each.verdict))
      if (third === undefined || !goal(third.verdict) || other === undefined) throw unconfirmed()
      return { one: ofC.find((each) => goal(each.verdict)) ?? third, other }
    },
    otherThan: (index, value, where = {}) => {
      const { node, inside } = narrowed(where)
      const fixed = new Map(
        bitsOf(index).map(({ bit, exponent }) => [bit, ((value >> BigInt(exponent)) & 1n) === 1n]),
      )
      const there = fixBits(node, fixed)
      if (there === node) return undefined
      const words = differingWords(
        store,
        store.ite(inside, node, store.never),
        store.ite(inside, there, store.never),
        WORD_COUNT,
      )
      if (words === undefined) return undefined
      const data = asCall(words, where)
      const one = answered(data)
      const other = answered(withArgument(data, index, value))
      if (one.verdict === other.verdict) throw unconfirmed()
      return { one, other }
    },
  }
}

/**
 * An inquiry about `given`, or `undecided` with the reason, where its diagram is too large.
 * @throws IrError, TypeError, RangeError as `equal` does
 */
export function inquire(
  given: Subject,
  options: Omit<ProveOptions, 'within'> = {},
): Inquiry | UndecidedAnswer {
  const about = subject(given)
  return decided<Inquiry>(() => inquiryOf(about, question(options)))
}
