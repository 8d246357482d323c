/*
 * A part of a decision as a node of a diagram, whose values are the exits.
 *
 * The diagram is made from the last piece to the first. Within a piece, each test joins the diagrams of its two children.
 * The piece is small, and so are these diagrams. Then one step for each exit joins the piece with all that follows it: the
 * piece is a predicate for this exit, and following its path is cheap. Joining test by test all along the row would look
 * at all that follows again and again.
 */
import { assertNever } from '@seccompile/abi'
import type { Decision, Test } from '@seccompile/decision'
import { mapLeaves, wordAtLeast, wordEquals, wordIntersects } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import type { ArgumentWords } from '@seccompile/outcomes'
import { piecesOf } from './argument-part.ts'
import type { ArgumentPart } from './argument-part.ts'

const MAX_U32 = 0xffff_ffff
/** The value that stands for the piece that follows; no exit has it. */
const NEXT = MAX_U32

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

/** `node`, whose values are `exits` or {@link NEXT}, with the diagram `after` in place of `NEXT`. */
function joined(store: Store, node: Node, exits: Iterable<number>, after: Node): Node {
  let made = after
  for (const exit of exits) {
    const leads = mapLeaves(store, node, (value) => (value === exit ? 1 : 0))
    made = store.ite(leads, store.terminal(exit), made)
  }
  return made
}

/** The diagram of `part`. @param exitValue - the value that stands for an exit, a different one for each; below 2^32 - 1 */
export function partDiagram(
  words: ArgumentWords,
  part: ArgumentPart,
  exitValue: (exit: Decision) => number,
): Node {
  const { store } = words
  let after: Node | undefined
  let next: Decision | undefined
  for (const piece of piecesOf(part).toReversed()) {
    const known = new Map<Decision, Node>()
    if (next !== undefined) known.set(next, store.terminal(NEXT))
    const exits = new Set<number>()
    const nodeOf = (child: Decision): Node => {
      const memo = known.get(child)
      if (memo !== undefined) return memo
      const value = exitValue(child)
      exits.add(value)
      return store.terminal(value)
    }
    for (const node of piece.toReversed())
      known.set(node, store.ite(testNode(words, node), nodeOf(node.then), nodeOf(node.else)))
    const node = known.get(piece[0])!
    after = after === undefined ? node : joined(store, node, exits, after)
    next = piece[0]
  }
  return after!
}
