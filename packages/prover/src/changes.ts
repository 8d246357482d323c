import type { Verdict } from '@seccompile/abi'
import { combine } from '@seccompile/diagram'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { decided, question } from './question.ts'
import type { ProveOptions, Undecided } from './question.ts'
import { sectionReader } from './read-sections.ts'
import { directionOf } from './strength.ts'
import type { Direction } from './strength.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'
import type { MaskedSet } from './value-set.ts'

/** Calls whose verdict changes from one to another. */
export interface Change {
  /** Canonical; mostly one value. */
  readonly arches: RangeSet<number>
  /** Canonical. */
  readonly numbers: RangeSet<number>
  /** On the arguments. */
  readonly when: Predicate
  /** On the instruction pointer; any will do where left out. Few filters ask for it. */
  readonly pointer?: MaskedSet
  readonly from: Verdict
  readonly to: Verdict
  /** Whether `to` lets the calls do more than `from` does, or less. */
  readonly direction: Direction
}

/** All changes between two IRs. */
export interface Changes {
  readonly kind: 'changes'
  /** Disjoint; by their first arch value, then by their first number. None where the two mean the same. */
  readonly changes: readonly Change[]
}

/** The leaf of calls whose verdict stays. */
const SAME = 0

/**
 * All calls to which `left` and `right` give different verdicts, as ranges of numbers and conditions on arguments, each
 * with its direction.
 *
 * A list too long to be read is `undecided`; `equal` may still have an answer.
 * @throws IrError, TypeError, RangeError as `equal` does
 */
export function changes(left: Subject, right: Subject, options: ProveOptions = {}): Changes | Undecided {
  return decided<Changes>(() => {
    const { store, within, diagramOf, confine } = question(options)
    const pairs: Pick<Change, 'from' | 'to' | 'direction'>[] = []
    const leaves = new Map<string, number>()
    const leafOf = (from: Verdict, to: Verdict): number => {
      if (from === to) return SAME
      const key = `${from} ${to}`
      const leaf = leaves.get(key) ?? pairs.push({ from, to, direction: directionOf(from, to) }) // the new length: leaves count from 1
      leaves.set(key, leaf)
      return leaf
    }
    const root = confine(
      combine(store, diagramOf(subject(left)), diagramOf(subject(right)), leafOf),
      store.terminal(SAME),
    )
    const reader = sectionReader(store)
    const found = reader.sections(root, within).flatMap(({ arches, groups }) =>
      groups.flatMap(({ numbers, node }) =>
        reader.casesOf(node, SAME).map(({ value, ...condition }): Change => ({
          arches,
          numbers,
          ...condition,
          ...pairs[value - 1]!,
        })),
      ),
    )
    return { kind: 'changes', changes: found }
  })
}
