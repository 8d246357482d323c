/*
 * Tests of arguments laid out anew, wherever a decision has some.
 *
 *   before   n0: args[0].high == 0 ? n1 : n6           after   n0: args[0].low & 0xfffdfff7 ? n3 : n1
 *            n1: args[0].low == 0 ? n5 : n2                    n1: args[0].high == 0 ? n2 : n3
 *            n2: args[0].low == 8 ? n5 : n3                    n2: ALLOW
 *            n3: args[0].low == 0x20000 ? n5 : n4              n3: ERRNO(1)
 *            n4: args[0].low == 0x20008 ? n5 : n6
 *            n5: ALLOW
 *            n6: ERRNO(1)
 *
 * A part of the decision that asks arguments says which of its exits a call takes. Its canonical diagram is the same for
 * rules in a row, a chain by another compiler, and a tree. `@seccompile/layout` lays the diagram out word by word, by
 * searches, masks and subcubes, and lays equal parts out once. A part keeps its tests where the layout costs more.
 *
 * The price of an instruction depends on how often calls reach its part. Only numbers have weights, so the pass follows
 * each range of numbers to the part that it reaches. All parts have the price of the heaviest one.
 */
import { decisionBuilder, topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { asksArgument, knownWords, partAt, PartLayouts } from '@seccompile/layout'
import type { ArgumentPart, KnownWords } from '@seccompile/layout'
import { definePass } from '@seccompile/pass'
import type { Pass, PassContext } from '@seccompile/pass'
import { askedMost } from './asked-most.ts'
import type { AskedMost } from './asked-most.ts'

/** Whether two decisions, in each of which equal nodes are one object, are equal. */
function isSame(one: Decision, other: Decision): boolean {
  const twins = new Map<Decision, Decision>()
  const pairs: [Decision, Decision][] = [[one, other]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair
    const twin = twins.get(left)
    if (twin === right) continue
    if (twin !== undefined) return false
    twins.set(left, right)
    if (left.kind === 'verdict') {
      if (right.kind !== 'verdict' || left.verdict !== right.verdict) return false
      continue
    }
    if (right.kind === 'verdict' || left.k !== right.k || left.op !== right.op) return false
    if (left.word !== right.word || left.mask !== right.mask) return false
    pairs.push([left.then, right.then], [left.else, right.else])
  }
  return true
}

/** The tests among `nodes` that ask `arch`, the number, or the instruction pointer. */
function otherTests(nodes: readonly Decision[]): readonly TestNode[] {
  return nodes.filter((node): node is TestNode => node.kind === 'test').filter((node) => !asksArgument(node))
}

/** The parts behind `tests` that lead to verdicts alone, the smallest first: larger ones then lead into their layouts. */
function decidingParts(tests: readonly TestNode[]): readonly ArgumentPart[] {
  const entries = new Set(tests.flatMap((node) => [node.then, node.else]))
  const isDeciding = ({ then, else: otherwise }: TestNode): boolean =>
    [then, otherwise].every((child) => asksArgument(child) || child.kind === 'verdict')
  return [...entries]
    .filter(asksArgument)
    .map((entry) => partAt(entry))
    .filter((part) => part.every(isDeciding))
    .sort((a, b) => a.length - b.length)
}

/**
 * The steps up to which the diagrams of one run serve the next one on the same decision, at another price. Diagrams that took more
 * are large, and leave less of the budget.
 */
const FEW_STEPS = 50_000

/** What runs on one decision share. */
interface Shared {
  /** The diagrams. */
  known: KnownWords | undefined
  /** The calls that reach the heaviest part, by the weights of one run. */
  asked: { readonly weigh: PassContext['weigh']; readonly most: AskedMost } | undefined
}

const shared = (_root: Decision): Shared => ({ known: undefined, asked: undefined })

/** {@link askedMost}, as the last run on the decision found it where its weights were the same. */
function askedBy(kept: Shared, root: Decision, weigh: PassContext['weigh']): AskedMost {
  if (kept.asked?.weigh !== weigh) kept.asked = { weigh, most: askedMost(root, weigh) }
  return kept.asked.most
}

/** Lays out the tests of arguments anew, from the canonical diagram of each part. */
export const argChains: Pass<'decision', 'decision', 'arg-chains'> = definePass({
  name: 'arg-chains',
  from: 'decision',
  to: 'decision',
  summary: 'lays out the tests of arguments again, word by word, to have few tests',
  run(root, { effort, insnCost, memo, weigh }) {
    const nodes = topological(root)
    if (!nodes.some(asksArgument)) return root
    const builder = decisionBuilder()
    const kept = memo(shared, root)
    const { ratio, refused } = askedBy(kept, root, weigh)
    const options = { price: insnCost * ratio, refused, effort }
    const known = kept.known ?? knownWords()
    const layouts = new PartLayouts(builder, options, known)
    const made = new Map<Decision, Decision>()
    for (const node of nodes) if (node.kind === 'verdict') made.set(node, builder.verdict(node.verdict))
    const nodeOf = (child: Decision): Decision => {
      const before = made.get(child)
      if (before !== undefined) return before
      // Only parts are left: all their exits are made.
      const part = asksArgument(child) ? layouts.of(child, nodeOf) : child
      made.set(child, part)
      return part
    }
    const others = otherTests(nodes)
    for (const [entry] of decidingParts(others)) nodeOf(entry)
    for (const node of others.toReversed())
      made.set(node, builder.test(node, nodeOf(node.then), nodeOf(node.else)))
    const laidOut = nodeOf(root)
    kept.known = known.words.store.steps() <= FEW_STEPS ? known : undefined
    return isSame(root, laidOut) ? root : laidOut
  },
})
