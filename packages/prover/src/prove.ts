/*
 * Exact answers about all inputs, from canonical diagrams. Two IRs mean the same exactly where their diagrams are one
 * node of one store. Where they are two nodes, a path to the place where the diagrams differ is a call with two
 * verdicts. Both IRs run on that call before it is returned, so a wrong diagram cannot produce a false difference.
 */
import { WORD_COUNT } from '@seccompile/abi'
import type { Program, SeccompData, Verdict } from '@seccompile/abi'
import { differingWords } from '@seccompile/diagram'
import type { Node } from '@seccompile/diagram'
import { fingerprintOf } from './digest.ts'
import { edgeCalls } from './sampled.ts'
import { decided, proveOptions, question } from './question.ts'
import type { ProveOptions, Question, UndecidedAnswer } from './question.ts'
import { meaningOf, subject } from './subject.ts'
import type { Subject } from './subject.ts'
import { dataInOrder } from './word-order.ts'

/** A call to which two IRs give different verdicts. */
export interface Different {
  readonly kind: 'different'
  /**
   * Confirmed by running both. Among all calls that show the difference, this one has the fewest words other than 0,
   * and is the smallest of those. That holds unless a diagram, or the search in it, exceeded its bounds.
   */
  readonly data: SeccompData
  readonly left: Verdict
  readonly right: Verdict
}

/** The answer to whether two IRs mean the same for every input. */
export type Equality =
  | {
      readonly kind: 'equal'
      /** The result of `digest`; with `within`, the digest of the meaning there. */
      readonly digest: string
      /** The number of nodes of the diagram, which both share. */
      readonly nodes: number
    }
  | {
      /** Both are one IR, so no proof is needed. The diagram exceeds the bounds, so there is no digest. */
      readonly kind: 'same'
      /** The reason that there is no digest. */
      readonly reason: string
    }
  | Different
  | UndecidedAnswer

/** Whether both are one IR: one object, or programs with the same instructions. Then they mean the same. */
function isSame(left: Subject, right: Subject): boolean {
  if (left.level === 'stack')
    return (
      right.level === 'stack' &&
      left.ir.length === right.ir.length &&
      left.ir.every((filter, i) => isSame(filter, right.ir[i]!))
    )
  if (left.level !== right.level) return false
  if (left.ir === right.ir) return true
  if (left.level !== 'program') return false
  const [a, b] = [left.ir, right.ir] as readonly [Program, Program] // the level says so
  return (
    a.length === b.length &&
    a.every(({ code, jt, jf, k }, pc) => {
      const other = b[pc]!
      return code === other.code && jt === other.jt && jf === other.jf && k === other.k
    })
  )
}

/** The two diagrams, made equal outside the calls that the question is about. */
function bothWithin(asked: Question, left: Subject, right: Subject): readonly [Node, Node] {
  const a = asked.diagramOf(left)
  const b = isSame(left, right) ? a : asked.diagramOf(right)
  return [asked.confine(a, asked.store.never), asked.confine(b, asked.store.never)]
}

function differenceOf(
  { store, endianness }: Question,
  left: Subject,
  right: Subject,
  [a, b]: readonly [Node, Node],
): Different | undefined {
  const words = differingWords(store, a, b, WORD_COUNT)
  if (words === undefined) return undefined
  const data = dataInOrder(words)
  const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
  if (verdicts.left === verdicts.right)
    throw new Error('a difference was found that running both does not confirm')
  return { kind: 'different', data, ...verdicts }
}

/** The answer for a question that is not decided: a tried call that shows a difference, or `undecided` itself. */
function seenDifferent(
  undecided: UndecidedAnswer,
  left: Subject,
  right: Subject,
  options: ProveOptions,
): Different | UndecidedAnswer {
  const { endianness = 'little', within } = proveOptions(options)
  for (const data of edgeCalls([left, right], endianness, within)) {
    const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
    if (verdicts.left !== verdicts.right) return { kind: 'different', data, ...verdicts }
  }
  return undecided
}

/**
 * Whether `one` and `other` give every call the same verdict; in the answer, `one` is `left` and `other` is `right`.
 * Where both are one IR, the answer is never `undecided`, however large the diagram is.
 *
 * @throws IrError where an IR is none of its level, or a program that the kernel would refuse; TypeError, RangeError where
 * an option is wrong or unknown
 * @throws Error where running both does not confirm a difference; our fault
 */
export function equal(one: Subject, other: Subject, options: ProveOptions = {}): Equality {
  const [left, right] = [subject(one), subject(other)]
  const answer = decided<Equality>(() => {
    const asked = question(options)
    const diagrams = bothWithin(asked, left, right)
    const [node] = diagrams
    return (
      differenceOf(asked, left, right, diagrams) ?? { kind: 'equal', ...fingerprintOf(asked.store, node) }
    )
  })
  if (answer.kind !== 'undecided') return answer
  if (isSame(left, right)) return { kind: 'same', reason: answer.reason }
  return seenDifferent(answer, left, right, options)
}

/**
 * The easiest call to read to which `one` and `other` give different verdicts; `undefined` where there is none. This
 * is the answer of `equal`, without the digest.
 * @throws Error as {@link equal} does
 */
export function difference(
  one: Subject,
  other: Subject,
  options: ProveOptions = {},
): Different | UndecidedAnswer | undefined {
  const [left, right] = [subject(one), subject(other)]
  const asked = question(options)
  if (isSame(left, right)) return undefined
  const answer = decided(() => differenceOf(asked, left, right, bothWithin(asked, left, right)))
  return answer?.kind === 'undecided' ? seenDifferent(answer, left, right, options) : answer
}

/**
 * A fingerprint of the meaning of `leveled`: SHA-256 of the diagram, in hexadecimal. Any two IRs that give every call
 * the same verdict have the same fingerprint. With `within`, so do any two IRs that agree there.
 * @throws UndecidedError, DiagramLimitError where the diagram exceeds its bounds
 * @throws IrError, TypeError, RangeError as {@link equal} does
 */
export function digest(leveled: Subject, options: ProveOptions = {}): string {
  const asked = question(options)
  return fingerprintOf(asked.store, asked.confine(asked.diagramOf(subject(leveled)), asked.store.never))
    .digest
}
