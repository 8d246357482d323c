/*
 * Lays out parts of a decision anew.
 *
 * A part becomes a diagram, and the diagram becomes tests (node-layouts.ts). Where the diagram or the layout exceeds
 * its budget, the part is laid out piece by piece instead. Where the layout has more tests than the part, it is
 * compared with the layout by pieces: the price of the tests and the steps of model calls decide (model-calls.ts). A
 * layout of a large part may have at most twice the tests of the part.
 *
 * A piece can be too large as well. An example is a condition that a word is in a range and also matches a mask:
 * together these have hundreds of ranges. Such a piece is laid out by its own pieces. A part that does not fall into
 * pieces stays as it is.
 */
import { topological } from '@seccompile/decision'
import type { Decision, DecisionBuilder, TestNode } from '@seccompile/decision'
import type { Node } from '@seccompile/diagram'
import type { ArgumentWords } from '@seccompile/outcomes'
import { partAt, piecesOf } from './argument-part.ts'
import type { ArgumentPart } from './argument-part.ts'
import { commonParts } from './common-parts.ts'
import type { CommonParts } from './common-parts.ts'
import { expectedSteps } from './model-calls.ts'
import { NodeLayouts } from './node-layouts.ts'
import type { LayoutOptions } from './node-layouts.ts'
import { partDiagram } from './part-diagram.ts'
import { rowCounter } from './row-length.ts'
import { checkNodes } from './too-many-tests.ts'

/** The layout of a part with more tests than this may have at most twice as many. */
const MANY_TESTS = 256

/** The approximate number of calls that compare two layouts of a part. */
const MODEL_CALLS = 256

/** The tests of a part for each range of values: one of the high word and one of the low word. */
const TESTS_A_RANGE = 2

/** Yields the node that replaces an exit. */
type ExitOf = (exit: Decision) => Decision

/** The nodes that replace the exits of `part`. */
function exitsOf(part: ArgumentPart, exitOf: ExitOf): ReadonlySet<Decision> {
  const own = new Set<Decision>(part)
  const exits = new Set<Decision>()
  for (const { then, else: otherwise } of part)
    for (const child of [then, otherwise]) if (!own.has(child)) exits.add(exitOf(child))
  return exits
}

/** The number of tests from `root` to `exits`. */
function testsBefore(root: Decision, exits: ReadonlySet<Decision>): number {
  return exits.has(root) ? 0 : topological(root, (node) => exits.has(node)).length
}

/** Lays out the parts of one decision. All parts share their layouts and one budget. */
export class PartLayouts {
  readonly #words: ArgumentWords
  readonly #builder: DecisionBuilder
  readonly #price: number
  readonly #layouts: NodeLayouts
  readonly #exits: Decision[] = []
  readonly #exitValues = new Map<Decision, number>()
  readonly #countRow = rowCounter()

  /**
   * @param builder - makes the nodes of the layouts
   * @param common - the results of other layouts of the same parts, and the rest of their budget
   */
  constructor(builder: DecisionBuilder, options: LayoutOptions, common: CommonParts = commonParts()) {
    this.#words = common.words
    this.#builder = builder
    this.#price = options.price
    this.#layouts = new NodeLayouts(common, builder, (value) => this.#exits[value]!, options)
  }

  /**
   * The new tests of the part that begins at `entry`.
   * @param exitOf - yields the node of the builder that replaces an exit
   * @throws IrError (P1) where the part has far more tests than a filter holds, or where rows of pieces have more
   *   than all filters of a task
   */
  of(entry: TestNode, exitOf: ExitOf): Decision {
    return this.#testsOf(partAt(entry), exitOf)
  }

  /** The steps that all layouts have taken so far. */
  get steps(): number {
    return this.#words.store.steps()
  }

  #testsOf(part: ArgumentPart, exitOf: ExitOf): Decision {
    const kept = this.#kept(part, exitOf)
    const found = this.#whole(part, exitOf)
    if (found === undefined) return this.#inPieces(part, exitOf) ?? kept
    const { node, layout: whole } = found
    const exits = exitsOf(part, exitOf)
    const tests = testsBefore(whole, exits)
    const isLarge = part.length > MANY_TESTS
    if (tests <= testsBefore(kept, exits) || (isLarge && tests <= 2 * part.length)) return whole
    const row = this.#inPieces(part, exitOf) ?? kept
    const more = tests - testsBefore(row, exits)
    if (more <= 0) return whole
    if (more > part.length) return row
    const calls = this.#layouts.callsOf(node, MODEL_CALLS)
    const saved = expectedSteps(row, exits, calls) - expectedSteps(whole, exits, calls)
    return this.#price * more < saved ? whole : row
  }

  /** `part` as it is. */
  #kept(part: ArgumentPart, exitOf: ExitOf): Decision {
    const made = new Map<Decision, Decision>()
    const nodeOf = (child: Decision): Decision => made.get(child) ?? exitOf(child)
    for (const node of part.toReversed())
      made.set(node, this.#builder.test(node, nodeOf(node.then), nodeOf(node.else)))
    return made.get(part[0])!
  }

  /** The layout of all of `part` at once; `undefined` where it exceeds its budget. */
  #whole(part: ArgumentPart, exitOf: ExitOf): { readonly node: Node; readonly layout: Decision } | undefined {
    const ranges = Math.ceil(part.length / TESTS_A_RANGE)
    const node = this.#words.bounded(ranges, () =>
      partDiagram(this.#words, part, (exit) => this.#valueOf(exitOf(exit))),
    )
    if (node === undefined) return undefined
    checkNodes(this.#words.store, node, part.length)
    const layout = this.#words.budget.within(ranges, () => this.#layouts.layOut(node, part.length))
    return layout === undefined ? undefined : { node, layout }
  }

  /** The layout of `part` piece by piece; `undefined` where it is one piece. */
  #inPieces(part: ArgumentPart, exitOf: ExitOf): Decision | undefined {
    const pieces = piecesOf(part)
    if (pieces.length === 1) return undefined
    this.#countRow(pieces, (piece) => this.#insnsOf(piece))
    let next: Decision | undefined
    for (const [place, piece] of [...pieces.entries()].toReversed()) {
      const follows = pieces[place + 1]?.[0]
      const after = next
      next = this.#testsOf(piece, (exit) => (exit === follows && after !== undefined ? after : exitOf(exit)))
    }
    return next
  }

  /** About the number of instructions of `piece`: its tests, and a load for each word. */
  #insnsOf(piece: ArgumentPart): number {
    const standIns = new Map<Decision, Decision>()
    const standInOf = (exit: Decision): Decision => {
      const standIn = standIns.get(exit) ?? this.#builder.verdict(standIns.size)
      standIns.set(exit, standIn)
      return standIn
    }
    const nodes = topological(this.#testsOf(piece, standInOf))
    return nodes.length + new Set(nodes.map((node) => (node.kind === 'test' ? node.word : undefined))).size
  }

  #valueOf(exit: Decision): number {
    const value = this.#exitValues.get(exit) ?? this.#exits.push(exit) - 1
    this.#exitValues.set(exit, value)
    return value
  }
}
