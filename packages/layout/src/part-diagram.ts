/*
 * Turns a part of a decision into a diagram. Its values stand for the exits.
 *
 * Within a piece, each test joins the diagrams of its two children. The piece is small, and so are these diagrams. In
 * a whole row, joining test by test would visit the diagram of the rest of the row at every test. So whole pieces are
 * joined, from the last one to the first.
 *
 * A piece with only one exit, besides the next piece, is a predicate: whether a call takes that exit. Neighbouring
 * predicates with the same exit become one disjunction. Joining two halves visits little more than the nodes that
 * they share, so the disjunction is built in halves. Predicates that compare words with values are first collected in
 * one set (value-sets.ts).
 */
import type { Decision, Test } from '@seccompile/decision'
import {
  anyOf,
  bitAt,
  ifWordEquals,
  TERMINAL,
  upperPart,
  WORD_BITS,
  wordAtLeast,
  wordEquals,
  wordIntersects,
} from '@seccompile/diagram'
import type { Node } from '@seccompile/diagram'
import type { ArgumentWords } from '@seccompile/outcomes'
import { assertNever } from '@seccompile/shape'
import { piecesOf } from './argument-part.ts'
import type { ArgumentPart } from './argument-part.ts'
import { ValueSets } from './value-sets.ts'

const MAX_U32 = 0xffff_ffff
/** The value that stands for the next piece; no exit has it. */
const NEXT = MAX_U32

/** The diagram that is `then` where `test` holds, else `otherwise`. */
function testDiagram(words: ArgumentWords, test: Test, then: Node, otherwise: Node): Node {
  const { store, placeOf } = words
  const end = bitAt(placeOf(test.word) + 1, WORD_BITS - 1)
  // Most rows ask words in the order of the diagram. In that order, nodes can be made without `ite`.
  const isInOrder = test.op === 'eq' && store.bitOf(then) >= end && store.bitOf(otherwise) >= end
  return isInOrder
    ? ifWordEquals(store, placeOf(test.word), test.mask, test.k, then, otherwise)
    : store.ite(testNode(words, test), then, otherwise)
}

/** The predicate that `test` holds. */
function testNode({ store, placeOf }: ArgumentWords, { word, mask, op, k }: Test): Node {
  const place = placeOf(word)
  switch (op) {
    case 'eq':
      return wordEquals(store, place, mask, k)
    case 'ge':
      return wordAtLeast(store, place, mask, k)
    case 'gt':
      return k === MAX_U32 ? store.never : wordAtLeast(store, place, mask, k + 1)
    case 'set':
      return wordIntersects(store, place, (mask & k) >>> 0)
    default:
      return assertNever(op)
  }
}

/** The diagram of `piece`; `nodeOf` yields the diagram of an exit. */
function pieceDiagram(words: ArgumentWords, piece: ArgumentPart, nodeOf: (exit: Decision) => Node): Node {
  const made = new Map<Decision, Node>()
  const under = (child: Decision): Node => made.get(child) ?? nodeOf(child)
  for (const node of piece.toReversed())
    made.set(node, testDiagram(words, node, under(node.then), under(node.else)))
  return made.get(piece[0])!
}

/** The exits of `piece`, without `next`. */
function exitsOf(piece: ArgumentPart, next: Decision): ReadonlySet<Decision> {
  const own = new Set<Decision>([...piece, next])
  return new Set(piece.flatMap((node) => [node.then, node.else]).filter((child) => !own.has(child)))
}

/**
 * The diagram of `part`.
 * @param exitValue - yields the value that stands for an exit: a different one for each, below 2^32 - 1
 */
export function partDiagram(
  words: ArgumentWords,
  part: ArgumentPart,
  exitValue: (exit: Decision) => number,
): Node {
  const { store } = words
  const terminal = (exit: Decision): Node => store.terminal(exitValue(exit))
  const pieces = piecesOf(part)
  let after = pieceDiagram(words, pieces.at(-1)!, terminal)
  /** The predicates for `exit`, the last first, that are not joined with `after` yet. */
  let [exit, predicates, sets]: [Decision | undefined, Node[], ValueSets] = [
    undefined,
    [],
    new ValueSets(words),
  ]
  const join = (): void => {
    if (exit !== undefined)
      after = store.ite(anyOf(store, [...predicates, ...sets.predicates()]), terminal(exit), after)
    predicates = []
    sets = new ValueSets(words)
  }
  for (let place = pieces.length - 2; place >= 0; place -= 1) {
    const [piece, next] = [pieces[place]!, pieces[place + 1]![0]]
    const [only, ...others] = exitsOf(piece, next)
    if (others.length === 0) {
      if (only !== exit) join()
      exit = only
      if (!sets.add(piece, next))
        predicates.push(pieceDiagram(words, piece, (to) => (to === next ? store.never : store.always)))
      continue
    }
    join()
    exit = undefined
    const node = pieceDiagram(words, piece, (to) => (to === next ? store.terminal(NEXT) : terminal(to)))
    const tests = upperPart(store, node, TERMINAL)
    for (const to of new Set([only!, ...others].map(terminal))) {
      const leads = tests.withExits(tests.exits.map((leaf) => (leaf === to ? store.always : store.never)))
      after = store.ite(leads, to, after)
    }
  }
  join()
  return after
}
