/*
 * Parts of a decision that ask arguments.
 *
 * A part begins at a node that asks a word of an argument. It holds every node that is reached from there
 * through nodes that ask arguments. The first nodes behind it are its exits: verdicts, and tests of other
 * words. The meaning of an exit does not matter to the part; only the exit that a call takes does.
 *
 * Rules in a row are a part that falls into pieces, one after the other. Every way through the part passes the
 * first node of each piece, or leaves by an exit before it. So a piece is a part of its own. Its exits are
 * those of the whole part, and the first node of the next piece.
 */
import { argHigh, argLow, SECCOMP_DATA_ARGS, WORD_COUNT } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'

const WORDS_OF_ARGUMENTS: readonly Word[] = Array.from({ length: SECCOMP_DATA_ARGS }, (_, index) => [
  argHigh(index),
  argLow(index),
]).flat()
/** For each word of `seccomp_data`, whether it belongs to an argument. Every walk of a decision reads this table. */
const IS_ARGUMENT: readonly boolean[] = Array.from({ length: WORD_COUNT }, (_, word) =>
  WORDS_OF_ARGUMENTS.some((other) => other === word),
)

/** Whether `node` asks a word of an argument. */
export function asksArgument(node: Decision): node is TestNode {
  return node.kind === 'test' && IS_ARGUMENT[node.word]!
}

/** The nodes of a part, each before its children. The part begins at the first node. */
export type ArgumentPart = readonly [TestNode, ...TestNode[]]

/** The part that begins at `entry`. */
export function partAt(entry: TestNode): ArgumentPart {
  const [, ...others] = topological(entry, (node) => !asksArgument(node))
  return [entry, ...others.filter(asksArgument)]
}

/** `part` as pieces in a row, each as short as possible. A part that does not fall into pieces is one piece. */
export function piecesOf(part: ArgumentPart): readonly ArgumentPart[] {
  const placeOf = new Map<Decision, number>(part.map((node, place) => [node, place]))
  const pieces: [TestNode, ...TestNode[]][] = []
  /** The last place that an edge from an earlier node leads to. */
  let furthest = 0
  part.forEach((node, place) => {
    const last = pieces.at(-1)
    // No edge skips this node, so every way from the nodes before it to the nodes behind it passes it.
    if (last === undefined || furthest === place) pieces.push([node])
    else last.push(node)
    for (const child of [node.then, node.else]) furthest = Math.max(furthest, placeOf.get(child) ?? 0)
  })
  return pieces
}
