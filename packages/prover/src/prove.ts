/*
 * Exact answers about all inputs, from canonical diagrams: two IRs mean the same exactly when their diagrams are one
 * node of one store. Where they are not, a path to where they part is a call that tells them apart, and that call is
 * run through both before anyone is told: a wrong diagram cannot pass for a difference.
 */
import { WORD_COUNT } from '@seccompile/abi'
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { createStore, differingWords, reachableNodes } from '@seccompile/diagram'
import type { Node, Store, StoreLimits } from '@seccompile/diagram'
import type { IrByLevel } from '@seccompile/pass'
import { digestOf } from './digest.ts'
import { fromDecision } from './from-decision.ts'
import { fromProgram } from './from-program.ts'
import { fromRules } from './from-rules.ts'
import { meaningOf } from './leveled.ts'
import type { Leveled } from './leveled.ts'
import { dataInOrder } from './word-order.ts'

/** What a proof may cost, and the byte order in which programs are read. */
export interface ProveOptions extends StoreLimits {
  /** `little` unless told. */
  readonly endianness?: Endianness
}

/** The answer to whether two IRs mean the same for every input. */
export type Equality =
  | {
      readonly kind: 'equal'
      /** See `digest`. */
      readonly digest: string
      /** Nodes of the diagram that both have. */
      readonly nodes: number
    }
  | {
      readonly kind: 'different'
      /** A call on which they differ, with as few words other than 0 as any. Confirmed by running both. */
      readonly data: SeccompData
      readonly left: Verdict
      readonly right: Verdict
    }
  | {
      readonly kind: 'undecided'
      /** What grew past its bound, and where. */
      readonly reason: string
    }

/** Bounds unless told: what a second or two takes. Above them the answer is `undecided`. */
const LIMITS = { maxNodes: 1_000_000, maxSteps: 20_000_000 }

function diagramOf(store: Store, { level, ir }: Leveled, endianness: Endianness): Node {
  // The level says which of the three the IR is.
  switch (level) {
    case 'rules':
      return fromRules(store, ir as IrByLevel['rules'])
    case 'decision':
      return fromDecision(store, ir as IrByLevel['decision'])
    case 'program':
      return fromProgram(store, ir as IrByLevel['program'], endianness)
  }
}

/** Why a question is not decided, or `undefined` where `error` is about something else. */
function undecidedReason(error: unknown): string | undefined {
  const { name, message } = error as Error
  return name === 'UndecidedError' || name === 'DiagramLimitError' ? message : undefined
}

/**
 * Whether `left` and `right` give every call the same verdict.
 *
 * Programs must be such as the kernel accepts. @throws Error where a difference does not survive being run, which
 * would be a fault of ours
 */
export function equal(left: Leveled, right: Leveled, options: ProveOptions = {}): Equality {
  const { endianness = 'little', ...limits } = options
  const store = createStore({ ...LIMITS, ...limits })
  try {
    const a = diagramOf(store, left, endianness)
    const b = diagramOf(store, right, endianness)
    const words = differingWords(store, a, b, WORD_COUNT)
    if (words === undefined)
      return { kind: 'equal', digest: digestOf(store, a), nodes: reachableNodes(store, a).length }
    const data = dataInOrder(words)
    const verdicts = { left: meaningOf(left, data, endianness), right: meaningOf(right, data, endianness) }
    if (verdicts.left === verdicts.right)
      throw new Error('a difference was found that running both does not confirm')
    return { kind: 'different', data, ...verdicts }
  } catch (error) {
    const reason = undecidedReason(error)
    if (reason === undefined) throw error
    return { kind: 'undecided', reason }
  }
}

/**
 * A fingerprint of what `leveled` means: the same text for any two IRs that give every call the same verdict, whatever
 * made them; SHA-256 of the diagram, in hexadecimal.
 * @throws UndecidedError, DiagramLimitError where the diagram outgrows its bounds
 */
export function digest(leveled: Leveled, options: ProveOptions = {}): string {
  const { endianness = 'little', ...limits } = options
  const store = createStore({ ...LIMITS, ...limits })
  return digestOf(store, diagramOf(store, leveled, endianness))
}
