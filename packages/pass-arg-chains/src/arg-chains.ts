/*
 * Lays out the tests of arguments of a decision anew.
 *
 *   before   n0: args[0].high == 0 ? n1 : n6           after   n0: args[0].low & 0xfffdfff7 ? n3 : n1
 *            n1: args[0].low == 0 ? n5 : n2                    n1: args[0].high == 0 ? n2 : n3
 *            n2: args[0].low == 8 ? n5 : n3                    n2: ALLOW
 *            n3: args[0].low == 0x20000 ? n5 : n4              n3: ERRNO(1)
 *            n4: args[0].low == 0x20008 ? n5 : n6
 *            n5: ALLOW
 *            n6: ERRNO(1)
 *
 * A part of the decision tests the arguments of a call, and leads it to one of the exits. The canonical diagram of a
 * part does not depend on the form of the tests: it is the same for rules in a row, for a chain by another compiler,
 * and for a tree. `@seccompile/layout` lays the diagram out word by word, by searches, masks and subcubes, and lays
 * out equal continuations once. A part keeps its tests where the layout costs more.
 *
 * The price of an instruction depends on how often calls reach its part. Only numbers have weights, so the pass follows
 * each range of numbers to the part that it reaches. All parts have the price of the heaviest one.
 */
import { decisionBuilder, isSame, topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { asksArgument, commonParts, partAt, PartLayouts, testCounter } from '@seccompile/layout'
import type { ArgumentPart, CommonParts } from '@seccompile/layout'
import { definePass } from '@seccompile/pass'
import type { Memo, Pass, PassContext } from '@seccompile/pass'
import { askedMost } from './asked-most.ts'
import type { AskedMost } from './asked-most.ts'

/** The tests among `nodes` that ask `arch`, the number, or the instruction pointer. */
function otherTests(nodes: readonly Decision[]): readonly TestNode[] {
  return nodes.filter((node): node is TestNode => node.kind === 'test' && !asksArgument(node))
}

/** Whether both ways of a test lead on to tests of arguments, or to verdicts. */
const isDeciding = ({ then, else: otherwise }: TestNode): boolean =>
  (then.kind === 'verdict' || asksArgument(then)) && (otherwise.kind === 'verdict' || asksArgument(otherwise))

/**
 * The parts behind `tests` that lead to verdicts alone, the smallest first: a larger part can then lead into the
 * layout of a smaller one.
 */
function decidingParts(tests: readonly TestNode[]): readonly ArgumentPart[] {
  const entries = new Set<TestNode>()
  for (const { then, else: otherwise } of tests) {
    if (asksArgument(then)) entries.add(then)
    if (asksArgument(otherwise)) entries.add(otherwise)
  }
  return Array.from(entries, (entry) => partAt(entry))
    .filter((part) => part.every(isDeciding))
    .sort((a, b) => a.length - b.length)
}

/** From this price on, an instruction costs at least as much as an executed one: the filter should be short above all. */
const DEAR = 1

/** Diagrams with more nodes than this are not kept for the next run: they take some tens of megabytes. */
const MAX_NODES = 500_000

/** State that runs with one memo share. */
interface ChainMemo {
  /** The diagrams. */
  common: CommonParts | undefined
}

const shared = (_memo: Memo): ChainMemo => ({ common: undefined })

/** State that runs on one decision share: the calls that reach the heaviest part, by the weights of one run. */
interface HeaviestCalls {
  last: { readonly weigh: PassContext['weigh']; readonly most: AskedMost } | undefined
}

const asked = (_root: Decision): HeaviestCalls => ({ last: undefined })

/** The {@link askedMost} of the last run on the decision where its weights were the same, else a new one. */
function askedBy(kept: HeaviestCalls, root: Decision, weigh: PassContext['weigh']): AskedMost {
  if (kept.last?.weigh !== weigh) kept.last = { weigh, most: askedMost(root, weigh) }
  return kept.last.most
}

/** Lays out the tests of arguments anew, from the canonical diagram of each part. */
export const argChains: Pass<'decision', 'decision', 'arg-chains'> = definePass({
  name: 'arg-chains',
  from: 'decision',
  to: 'decision',
  summary: 'lays out the tests of arguments again, word by word, to have few tests',
  run(root, { effort, argInsnCost: insnCost, memo, weigh }) {
    const nodes = topological(root)
    if (!nodes.some(asksArgument)) return root
    const builder = decisionBuilder()
    const { ratio, refused } = askedBy(memo(asked, root), root, weigh)
    const options = { price: insnCost * ratio, refused, isDear: insnCost >= DEAR, effort }
    const kept = memo(shared, memo)
    const common = kept.common?.renewed() ?? commonParts()
    const layouts = new PartLayouts(builder, options, common)
    const made = new Map<Decision, Decision>()
    for (const node of nodes) if (node.kind === 'verdict') made.set(node, builder.verdict(node.verdict))
    const nodeOf = (child: Decision): Decision => {
      const before = made.get(child)
      if (before !== undefined) return before
      // Only parts are left, and all their exits have been made.
      const part = asksArgument(child) ? layouts.of(child, nodeOf) : child
      made.set(child, part)
      return part
    }
    const others = otherTests(nodes)
    const parts = decidingParts(others)
    const count = testCounter(
      parts.reduce((sum, part) => sum + part.length, 0),
      others.length,
    )
    for (const part of parts) count(nodeOf(part[0]), part.length)
    for (const node of others.toReversed())
      made.set(node, builder.test(node, nodeOf(node.then), nodeOf(node.else)))
    const laidOut = nodeOf(root)
    kept.common = common.words.store.size() <= MAX_NODES ? common : undefined
    return isSame(root, laidOut) ? root : laidOut
  },
})
