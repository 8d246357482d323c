/*
 * Tests of arguments laid out anew, wherever a decision has some.
 *
 *   before   n0: arg0.high == 0 ? n1 : n6             after   n0: (arg0.low & 0xfffdfff7) == 0 ? …
 *            n1: arg0.low == 0 ? n5 : n2
 *            n2: arg0.low == 8 ? n5 : n3
 *            n3: arg0.low == 0x20000 ? n5 : n4
 *            n4: arg0.low == 0x20008 ? n5 : n6
 *            n5: ALLOW                                         n6: ERRNO(1)
 *
 * A part of the decision that asks arguments says which of its exits a call takes. As a canonical diagram it is the same
 * however the tests were written: rules in a row, a chain by another compiler, or a tree. The diagram is laid out word by
 * word, by searches, masks and subcubes, and equal parts are laid out once (`@seccompile/layout`). A part stays as it is
 * where no layout is smaller or shorter.
 *
 * The price of an instruction depends on how often its part is asked. Only numbers have weights, so the pass
 * follows each range of numbers to the part that it reaches. All parts have the price of the part that is asked
 * most.
 */
import { decisionBuilder, topological } from '@seccompile/decision'
import type { Decision, TestNode } from '@seccompile/decision'
import { asksArgument, partAt, PartLayouts } from '@seccompile/layout'
import type { ArgumentPart } from '@seccompile/layout'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { askedMost } from './asked-most.ts'

/** Whether `node` asks an argument; unlike {@link asksArgument} it does not narrow the type where not. */
const isInPart: (node: Decision) => boolean = asksArgument

/** The parts among `nodes` that lead to verdicts alone, the smallest first: larger ones then lead into their layouts. */
function decidingParts(nodes: readonly Decision[]): readonly ArgumentPart[] {
  const entries = new Set(
    nodes.flatMap((node) => (node.kind === 'test' && !isInPart(node) ? [node.then, node.else] : [])),
  )
  const isDeciding = ({ then, else: otherwise }: TestNode): boolean =>
    [then, otherwise].every((child) => asksArgument(child) || child.kind === 'verdict')
  return [...entries]
    .filter(asksArgument)
    .map((entry) => partAt(entry))
    .filter((part) => part.every(isDeciding))
    .sort((a, b) => a.length - b.length)
}

/** Lays out the tests of arguments anew, from the canonical diagram of each part. */
export const argChains: Pass<'decision', 'decision', 'arg-chains'> = definePass({
  name: 'arg-chains',
  from: 'decision',
  to: 'decision',
  summary: 'lays out the tests of arguments anew, word by word, with few of them',
  run(root, { effort, insnCost, weigh }) {
    const nodes = topological(root)
    if (!nodes.some(asksArgument)) return root
    const builder = decisionBuilder()
    const layouts = new PartLayouts(builder, { price: insnCost * askedMost(root, weigh), effort })
    const made = new Map<Decision, Decision>()
    for (const node of nodes) if (node.kind === 'verdict') made.set(node, builder.verdict(node.verdict))
    const nodeOf = (child: Decision): Decision => {
      const known = made.get(child)
      if (known !== undefined) return known
      // Only parts are left: all their exits are made.
      const part = asksArgument(child) ? layouts.of(child, nodeOf) : child
      made.set(child, part)
      return part
    }
    for (const [entry] of decidingParts(nodes)) nodeOf(entry)
    for (const node of nodes.toReversed()) {
      if (node.kind === 'test' && !isInPart(node))
        made.set(node, builder.test(node, nodeOf(node.then), nodeOf(node.else)))
    }
    const laidOut = nodeOf(root)
    return laidOut === builder.intern(root) ? root : laidOut
  },
})
