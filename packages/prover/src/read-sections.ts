/*
 * Turns a diagram into lists that people can read: arch values, numbers, conditions on arguments, leaves.
 *
 * Canonical diagrams keep these lists short. A continuation is a node of the diagram, and arch values with one
 * continuation are a cell. Cells with the same node form one section. The numbers of a section are grouped in the
 * same way. The diagram below a number asks arguments and the instruction pointer, and is read leaf by leaf.
 */
import { WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { exitsOf, mapExits, TERMINAL, WORD_BITS, wordCells } from '@seccompile/diagram'
import type { DiagramCell, Node, Store } from '@seccompile/diagram'
import { intersection } from '@seccompile/rules'
import type { Predicate, Range, RangeSet } from '@seccompile/rules'
import { argumentPredicates } from './argument-predicate.ts'
import { ALL_NUMBERS } from './question.ts'
import type { Within } from './question.ts'
import { READING_BOUNDS, startReading, tooMany } from './reading-bounds.ts'
import { maskedSets } from './value-set.ts'
import type { MaskedSet } from './value-set.ts'
import { placeOf, POINTER_PLACE } from './word-order.ts'

/** A condition below a number, and the value of the leaf behind it. */
export interface LeafCase {
  /** The condition on the arguments. */
  readonly when: Predicate
  /** The instruction pointers for which the condition holds; absent where it holds for all. */
  readonly pointer?: MaskedSet
  readonly value: number
}

/** Numbers with one continuation. */
export interface NumberCells {
  readonly numbers: RangeSet<number>
  readonly node: Node
}

/** Arch values with one continuation. */
export interface ArchCells {
  readonly arches: RangeSet<number>
  /** Whether these are all values except the few that the filter names. */
  readonly rest: boolean
  readonly groups: readonly NumberCells[]
}

/** Reads diagrams of one store. */
export interface SectionReader {
  readonly sections: (root: Node, within: Within | undefined) => readonly ArchCells[]
  /** The leaves below a number. */
  readonly valuesOf: (node: Node) => readonly number[]
  /** Exact conditions for the leaves below a number, except for leaves of value `without`. */
  readonly casesOf: (node: Node, without?: number) => readonly LeafCase[]
}

const POINTER_BIT = POINTER_PLACE * WORD_BITS

/** The cells of a word within `clip`, grouped by continuation, in the order of their first values. */
function groupsOf(
  store: Store,
  root: Node,
  place: number,
  clip: RangeSet<number>,
  what: string,
): readonly NumberCells[] {
  const cells: readonly DiagramCell[] | undefined = wordCells(store, root, place, READING_BOUNDS.cells)
  if (cells === undefined) throw tooMany('cells', what)
  const groups = new Map<Node, Range<number>[]>()
  for (const { lo, hi, to } of cells) {
    const ranges = intersection([{ lo, hi }], clip)
    if (ranges.length === 0) continue
    const before = groups.get(to)
    if (before === undefined) groups.set(to, [...ranges])
    else before.push(...ranges)
  }
  return [...groups].map(([node, numbers]) => ({ numbers, node }))
}

/** The number of values in the widest range. */
const widest = (ranges: RangeSet<number>): number => Math.max(...ranges.map(({ lo, hi }) => hi - lo + 1))

/** A reader of the diagrams of `store`. All its readings share one set of bounds. */
export function sectionReader(store: Store): SectionReader {
  const reading = startReading()
  const predicateOf = argumentPredicates(store, reading)

  const sections: SectionReader['sections'] = (root, within) => {
    const clip = within === undefined ? ALL_NUMBERS : [{ lo: within.arch, hi: within.arch }]
    const groups = groupsOf(store, root, placeOf(WORD_ARCH), clip, 'arch')
    const rest = groups.reduce((x, y) => (widest(y.numbers) > widest(x.numbers) ? y : x))
    return groups.map((group) => ({
      arches: group.numbers,
      rest: within === undefined && group === rest,
      groups: groupsOf(store, group.node, placeOf(WORD_NR), within?.numbers ?? ALL_NUMBERS, 'nr'),
    }))
  }

  const valuesOf: SectionReader['valuesOf'] = (node) => [
    ...new Set(exitsOf(store, node, TERMINAL).map(store.valueOf)),
  ]

  /** For each leaf, the set of instruction pointers that lead to it. */
  const pointers = (node: Node, without: number | undefined): readonly Omit<LeafCase, 'when'>[] =>
    valuesOf(node)
      .filter((value) => value !== without)
      .map((value) => {
        const isIt = (leaf: Node): Node => (store.valueOf(leaf) === value ? store.always : store.never)
        const set = mapExits(store, node, TERMINAL, isIt)
        const [plainest] = maskedSets(store, set, POINTER_BIT, reading)
        if (plainest === undefined) throw tooMany('ranges', 'instruction_pointer')
        const { mask, values } = plainest
        return { pointer: { mask, values }, value }
      })

  const casesOf: SectionReader['casesOf'] = (node, without) => {
    const ways = exitsOf(store, node, POINTER_BIT)
    if (ways.length > READING_BOUNDS.verdicts) throw tooMany('verdicts', 'a number')
    return ways.flatMap((way): readonly LeafCase[] => {
      const isLeaf = store.bitOf(way) === TERMINAL
      if (isLeaf && store.valueOf(way) === without) return []
      const when = predicateOf(
        mapExits(store, node, POINTER_BIT, (exit) => (exit === way ? store.always : store.never)),
      )
      if (isLeaf) return [{ when, value: store.valueOf(way) }]
      return pointers(way, without).map((part) => ({ when, ...part }))
    })
  }
  return { sections, valuesOf, casesOf }
}
