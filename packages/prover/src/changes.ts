import type { Verdict } from '@seccompile/abi'
import { combine } from '@seccompile/diagram'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer } from './question.ts'
import { sectionReader } from './read-sections.ts'
import { directionOf } from './strength.ts'
import type { Direction } from './strength.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'
import type { MaskedSet } from './value-set.ts'

/** Calls whose verdict changes from one to another. */
export interface Change {
  /** Canonical; usually one value. */
  readonly arches: RangeSet<number>
  /** Canonical. */
  readonly numbers: RangeSet<number>
  /** The condition on the arguments. */
  readonly when: Predicate
  /** The condition on the instruction pointer; absent where any value satisfies it. Few filters have one. */
  readonly pointer?: MaskedSet
  /** Present where the same calls keep their verdict with other arguments. */
  readonly isPartial?: true
  readonly from: Verdict
  readonly to: Verdict
  /** Whether `to` lets the calls do more than `from` does, or less. */
  readonly direction: Direction
}

/** All changes between two IRs. */
export interface Changes {
  readonly kind: 'changes'
  /** Disjoint; in the order of their first arch value, then of their first number. Empty where the two mean the same. */
  readonly changes: readonly Change[]
}

/** The leaf for calls whose verdict does not change. */
const SAME = 0

/**
 * All calls to which `left` and `right` give different verdicts, as ranges of numbers and conditions on arguments, each
 * with its direction.
 *
 * Where the list would be too long to read, the answer is `undecided`. `equal` may still have an answer.
 * @throws IrError, TypeError, RangeError as `equal` does
 */
export function changes(
  left: Subject,
  right: Subject,
  options: ProveOptions = {},
): Changes | UndecidedAnswer {
  return decided<Changes>(() => {
    const { store, within, diagramOf, confine } = question(options)
    const pairs: Pick<Change, 'from' | 'to' | 'direction'>[] = []
    const leaves = new Map<string, number>()
    const leafOf = (from: Verdict, to: Verdict): number => {
      if (from === to) return SAME
      const key = `${from} ${to}`
      const leaf = leaves.get(key) ?? pairs.push({ from, to, direction: directionOf(from, to) }) // push() yields the new length: leaves count from 1
      leaves.set(key, leaf)
      return leaf
    }
    const root = confine(
      combine(store, diagramOf(subject(left)), diagramOf(subject(right)), leafOf),
      store.terminal(SAME),
    )
    const reader = sectionReader(store)
    const found = reader.sections(root, within).flatMap(({ arches, groups }) =>
      groups.flatMap(({ numbers, node }) => {
        const cases = reader.casesOf(node, SAME)
        const some =
          cases.length > 0 && reader.valuesOf(node).includes(SAME) ? { isPartial: true as const } : {}
        return cases.map(({ value, ...condition }): Change => ({
          arches,
          numbers,
          ...condition,
          ...some,
          ...pairs[value - 1]!,
        }))
      }),
    )
    return { kind: 'changes', changes: found }
  })
}
