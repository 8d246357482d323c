/*
 * Recognises parts that no filter can hold, before they are laid out.
 *
 * A test of a whole word is a way of at most 32 nodes in a diagram. It shares the first of these nodes with other
 * tests. Among some thousands of values, each test has 13 to 18 nodes of its own. So a part with far more nodes has
 * more tests than a filter holds. Tests of bits have larger diagrams. So the estimate does not apply to a part that
 * has few tests before it is laid out.
 */
import { BPF_MAXINSNS } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import { topological } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { TERMINAL } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { IrError } from '@seccompile/shape'

/** The most nodes for each test of a filter. */
const NODES_OF_A_TEST = 16
/** The most nodes of a part that is laid out, where its present tests do not fit into a filter. */
const MAX_NODES = NODES_OF_A_TEST * BPF_MAXINSNS
/** About the number of tests that a layout by searches has for each test of a row. */
const TESTS_OF_A_TEST = 1.18

function hasMoreNodes(store: Store, root: Node, most: number): boolean {
  const seen = new Set<Node>([root])
  // The loop also visits nodes that are added while it runs.
  for (const node of seen) {
    if (seen.size > most) return true
    if (store.bitOf(node) !== TERMINAL) seen.add(store.zeroOf(node)).add(store.oneOf(node))
  }
  return false
}

/** The error (P1) for about `insns` instructions, when some of the tests are known. */
function tooMany(insns: number): IrError {
  const message = `has about ${insns} instructions; the kernel takes at most ${BPF_MAXINSNS}`
  return new IrError('program', [
    { invariant: 'P1', where: 'program', message, count: insns, isEstimate: true },
  ])
}

/**
 * Checks that a part with `tests` tests and the diagram `root` may fit into a filter.
 * @throws IrError (P1), with the approximate number of instructions, where it will not
 */
export function checkNodes(store: Store, root: Node, tests: number): void {
  if (tests > BPF_MAXINSNS && hasMoreNodes(store, root, MAX_NODES))
    throw tooMany(Math.round(tests * TESTS_OF_A_TEST))
}

/**
 * A counter for the layouts of parts. It takes each layout and the number of tests that its part had, one part after
 * the other. It throws IrError (P1), with the approximate number of instructions of all parts, as soon as a filter
 * cannot hold the layouts.
 * @param all - the tests of all parts before they are laid out
 * @param others - the tests outside the parts
 */
export function testCounter(all: number, others: number): (layout: Decision, before: number) => void {
  const seen = new Set<Decision>()
  let [tests, insns, done] = [0, 0, 0]
  /**
   * The counts at half of a filter. Parts after it are laid out with fewer tries, so their layouts predict those of
   * later parts better.
   */
  let half = { insns, done }
  return (layout, before) => {
    const words = new Set<Word>()
    for (const node of topological(layout, (at) => seen.has(at))) {
      if (node.kind === 'verdict' || seen.has(node)) continue
      seen.add(node)
      words.add(node.word)
      tests += 1
      insns += 1
    }
    insns += words.size // one load for each word
    done += before
    if (tests < BPF_MAXINSNS / 2) half = { insns, done }
    // After the last part, the program itself shows its length.
    if (tests <= BPF_MAXINSNS || done === all) return
    throw tooMany(Math.round(others + insns + ((insns - half.insns) / (done - half.done)) * (all - done)))
  }
}
