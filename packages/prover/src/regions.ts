/*
 * The meaning of a filter, as a list: for each arch the numbers with one continuation, and for these the
 * conditions on arguments.
 *
 * The default of a section is the verdict of the widest range of numbers below 2^30. No ABI has calls just below
 * 2^30, and the numbers above belong to x32. Filters by libseccomp for x86_64 give x32 numbers another verdict than
 * other unknown numbers, and the "default" of their author is the verdict of the lower range.
 */
import type { Verdict } from '@seccompile/abi'
import type { Node } from '@seccompile/diagram'
import { ALWAYS } from '@seccompile/rules'
import type { Predicate, RangeSet } from '@seccompile/rules'
import { lengthOf } from './argument-predicate.ts'
import { decided, question } from './question.ts'
import type { ProveOptions, UndecidedAnswer, Within } from './question.ts'
import { sectionReader } from './read-sections.ts'
import type { ArchCells, LeafCase, SectionReader } from './read-sections.ts'
import { subject } from './subject.ts'
import type { Subject } from './subject.ts'
import type { MaskedSet } from './value-set.ts'

/** A verdict and its condition. Among the cases of some numbers, the first whose condition holds decides. */
export interface Case {
  /** The condition on the arguments. */
  readonly when: Predicate
  /** The condition on the instruction pointer; absent where any value satisfies it. Few filters have one. */
  readonly pointer?: MaskedSet
  readonly verdict: Verdict
}

/** The verdicts of some numbers. */
export interface NumberRegion {
  /** Canonical. */
  readonly numbers: RangeSet<number>
  /** The condition of the last case always holds. The conditions before it exclude one another. */
  readonly cases: readonly Case[]
}

/** The verdicts of some arch values. */
export interface ArchRegion {
  /** Canonical; usually one value. */
  readonly arches: RangeSet<number>
  /** Whether these are all the values that the filter does not name. */
  readonly rest: boolean
  /** In the order of their first number. Numbers in no region get `otherwise`. */
  readonly regions: readonly NumberRegion[]
  /** The default. */
  readonly otherwise: Verdict
}

/** The meaning of a filter as a list. */
export interface Regions {
  readonly kind: 'regions'
  /**
   * Disjoint, in the order of their first value. Together they are all arch values, or those that the question
   * is about.
   */
  readonly sections: readonly ArchRegion[]
}

/** The first number with the bit that x32 has. */
const X32_BIT = 0x4000_0000

/**
 * The verdict of the widest range of numbers whose verdict does not depend on arguments. The width below x32 counts
 * first.
 */
function defaultOf(reader: SectionReader, { groups }: ArchCells): Verdict | undefined {
  const ranges = groups.flatMap(({ numbers, node }) => {
    const [verdict, ...others] = reader.valuesOf(node)
    if (verdict === undefined || others.length > 0) return []
    return numbers.map(({ lo, hi }) => ({
      verdict,
      known: Math.max(Math.min(hi, X32_BIT - 1) - lo + 1, 0),
      width: hi - lo + 1,
    }))
  })
  const [first, ...rest] = ranges
  const wider = (x: (typeof ranges)[number], y: (typeof ranges)[number]): boolean =>
    y.known > x.known || (y.known === x.known && y.width > x.width)
  return first === undefined ? undefined : rest.reduce((x, y) => (wider(x, y) ? y : x), first).verdict
}

function toCase({ value, ...condition }: LeafCase): Case {
  return { ...condition, verdict: value }
}

/**
 * The cases below a number. The last case is that of `otherwise`, if there is one, else the verdict with the longest
 * condition.
 */
function casesOf(reader: SectionReader, node: Node, otherwise: Verdict | undefined): readonly Case[] {
  const values = reader.valuesOf(node)
  const always = (verdict: Verdict): Case => ({ when: ALWAYS, verdict })
  if (values.length === 1) return [always(values[0]!)]
  if (otherwise !== undefined && values.includes(otherwise))
    return [...reader.casesOf(node, otherwise).map(toCase), always(otherwise)]
  const cases = reader.casesOf(node).map(toCase)
  const longest = cases.reduce((x, y) => (lengthOf(y.when) > lengthOf(x.when) ? y : x))
  return [...cases.filter(({ verdict }) => verdict !== longest.verdict), always(longest.verdict)]
}

/** The diagram under `root`, whose leaves are verdicts, as a list. @throws UndecidedError */
export function regionsOf(
  reader: SectionReader,
  root: Node,
  within: Within | undefined,
): readonly ArchRegion[] {
  return reader.sections(root, within).map((section) => {
    const constant = defaultOf(reader, section)
    const listed = section.groups.map(({ numbers, node }) => ({
      numbers,
      cases: casesOf(reader, node, constant),
    }))
    // Where arguments decide for every number, the default is the last case of the first numbers.
    const otherwise = constant ?? listed[0]!.cases.at(-1)!.verdict
    return {
      arches: section.arches,
      rest: section.rest,
      regions: listed.filter(({ cases }) => cases.length > 1 || cases[0]!.verdict !== otherwise),
      otherwise,
    }
  })
}

/**
 * The meaning of `given`, as a readable list: for each arch the numbers that do not have the default, grouped
 * by continuation, with their conditions on arguments. The list is the same for any two IRs that mean the same.
 *
 * Where the list would be too long to read, the answer is `undecided`. An example is a filter that tests the last bit
 * of `nr`.
 * @throws IrError, TypeError, RangeError as `equal` does
 */
export function regions(given: Subject, options: ProveOptions = {}): Regions | UndecidedAnswer {
  return decided<Regions>(() => {
    const { store, within, diagramOf } = question(options)
    return { kind: 'regions', sections: regionsOf(sectionReader(store), diagramOf(subject(given)), within) }
  })
}
