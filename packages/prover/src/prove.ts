/*
 * Exact answers about all inputs, from canonical diagrams. Two IRs mean the same exactly where their diagrams are one
 * node of one store. Where they are two nodes, a path to the place where the diagrams differ is a call with two
 * verdicts. Where a diagram exceeds its bounds, a search looks for such a call (search-difference.ts): if there
 * is none, the two mean the same. Both IRs run on a call before it is returned, so a wrong diagram or search cannot
 * produce a false difference.
 */
import { dataFromWords, dataWords, WORD_ARCH, WORD_COUNT, WORD_NR } from '@seccompile/abi'
import type { Endianness, Program, SeccompData, Verdict } from '@seccompile/abi'
import { differingWords } from '@seccompile/diagram'
import type { Node } from '@seccompile/diagram'
import { fingerprintOf } from './digest.ts'
import type { Fingerprint } from './digest.ts'
import { edgeCalls } from './sampled.ts'
import { decided, LIMITS, proveOptions, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer } from './question.ts'
import { searchDifference } from './search-difference.ts'
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
      /**
       * `same`: both are one IR, so no proof is needed. `no-difference`: a search proves that no call has two verdicts. The
       * diagram exceeds the bounds, so there is no digest.
       */
      readonly kind: 'same' | 'no-difference'
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

/** Runs both on the call `data`; `undefined` where they agree. */
function differenceOn(
  left: Subject,
  right: Subject,
  data: SeccompData,
  endianness: Endianness,
): Different | undefined {
  const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
  return verdicts.left === verdicts.right ? undefined : { kind: 'different', data, ...verdicts }
}

/**
 * The call `data`, which shows a difference.
 * @throws Error where running both does not confirm it; our fault
 */
function confirmed(left: Subject, right: Subject, data: SeccompData, endianness: Endianness): Different {
  const found = differenceOn(left, right, data, endianness)
  if (found === undefined) throw new Error('a difference was found that running both does not confirm')
  return found
}

/** A fingerprint that is computed when it is needed. */
type LazyFingerprint = () => Fingerprint

/** The answer of diagrams, with the fingerprint of the left one where that is within the bounds. */
type DiagramAnswer =
  | { readonly kind: 'none'; readonly fingerprint: LazyFingerprint }
  | Different
  | (UndecidedAnswer & { readonly fingerprint: LazyFingerprint | undefined })

/** Compares the diagrams of both, made equal outside the calls that the question is about. */
function compared(left: Subject, right: Subject, options: ProveOptions): DiagramAnswer {
  let fingerprint: LazyFingerprint | undefined
  const answer = decided<DiagramAnswer>(() => {
    const { store, diagramOf, confine, endianness } = question(options)
    const within = (one: Subject): Node => confine(diagramOf(one), store.never)
    const node = within(left)
    const own = (): Fingerprint => fingerprintOf(store, node)
    fingerprint = own
    const words = isSame(left, right) ? undefined : differingWords(store, node, within(right), WORD_COUNT)
    return words === undefined
      ? { kind: 'none', fingerprint: own }
      : confirmed(left, right, dataInOrder(words), endianness)
  })
  return answer.kind === 'undecided' ? { ...answer, fingerprint } : answer
}

/** `found`, with 0 for each word of arguments and of the instruction pointer that the difference does not need. */
function withFewWords(left: Subject, right: Subject, found: Different, endianness: Endianness): Different {
  let fewest = found
  dataWords(found.data).forEach((_, word) => {
    if (word === WORD_ARCH || word === WORD_NR) return
    const words = dataWords(fewest.data)
    words[word] = 0
    fewest = differenceOn(left, right, dataFromWords(words), endianness) ?? fewest
  })
  return fewest
}

/**
 * The answer to a question whose diagrams are too large for the `reason`: that of a search, and where the search gives
 * up, that of some tried calls.
 */
function searched(
  reason: string,
  left: Subject,
  right: Subject,
  options: ProveOptions,
): { readonly kind: 'none' } | Different | UndecidedAnswer {
  const { endianness = 'little', within, maxSearchSteps } = { ...LIMITS, ...proveOptions(options) }
  const found = decided(() => searchDifference(left, right, { endianness, within, maxSteps: maxSearchSteps }))
  if (found.kind === 'none') return found
  if (found.kind === 'found')
    return withFewWords(left, right, confirmed(left, right, found.data, endianness), endianness)
  for (const data of edgeCalls([left, right], endianness, within)) {
    const seen = differenceOn(left, right, data, endianness)
    if (seen !== undefined) return seen
  }
  const gaveUp = found.kind === 'gave-up' ? `; a search gives up after ${found.steps} steps` : ''
  return { kind: 'undecided', reason: `${reason}${gaveUp}` }
}

/**
 * Whether `one` and `other` give every call the same verdict, by their diagrams, or by a search where these exceed their
 * bounds. In the answer, `one` is `left` and `other` is `right`.
 * Where both are one IR, the answer is never `undecided`, however large the diagram is.
 *
 * @throws IrError where an IR is none of its level, or a program that the kernel would refuse; TypeError, RangeError where
 * an option is wrong or unknown
 * @throws Error where running both does not confirm a difference; our fault
 */
export function equal(one: Subject, other: Subject, options: ProveOptions = {}): Equality {
  const [left, right] = [subject(one), subject(other)]
  const first = compared(left, right, options)
  if (first.kind === 'different') return first
  if (first.kind === 'none') return { kind: 'equal', ...first.fingerprint() }
  const { reason, fingerprint } = first
  if (isSame(left, right)) return { kind: 'same', reason }
  const answer = searched(reason, left, right, options)
  if (answer.kind !== 'none') return answer
  return fingerprint === undefined ? { kind: 'no-difference', reason } : { kind: 'equal', ...fingerprint() }
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
  if (isSame(left, right)) return void proveOptions(options)
  const first = compared(left, right, options)
  const answer = first.kind === 'undecided' ? searched(first.reason, left, right, options) : first
  return answer.kind === 'none' ? undefined : answer
}

/**
 * A fingerprint of the meaning of `given`: SHA-256 of the diagram, in hexadecimal. Any two IRs that give every call
 * the same verdict have the same fingerprint. With `within`, so do any two IRs that agree there.
 * @throws UndecidedError, DiagramLimitError where the diagram exceeds its bounds
 * @throws IrError, TypeError, RangeError as {@link equal} does
 */
export function digest(given: Subject, options: ProveOptions = {}): string {
  const asked = question(options)
  return fingerprintOf(asked.store, asked.confine(asked.diagramOf(subject(given)), asked.store.never)).digest
}
