/*
 * Equal parts of a graph become one.
 *
 * What follows a test depends on nothing but the graph below it, so two nodes with equal graphs below them can be
 * one node, however they were made and whoever leads to them. Going from the verdicts up, a node is equal to one we
 * have seen when its test and the nodes that its children became are the same; a builder knows each such triple
 * once. A test whose two ways became one node asks for nothing and goes too, which may make those above it equal.
 *
 *   n0: nr == 5 ? n1 : n6                  n0: nr == 5 ? n1 : n3
 *   n1: args[0].low > 7 ? n2 : n5          n1: args[0].low > 7 ? n2 : n3
 *   n2: arch == X86_64 ? n3 : n4           n2: ERRNO(1)
 *   n3: ERRNO(1)                           n3: ALLOW
 *   n4: ERRNO(1)
 *   n5: ALLOW
 *   n6: ALLOW
 *
 * Equal here means equal in shape. Two tests may also decide alike in other words, `nr > 4` and `nr >= 5`, or under
 * what earlier tests have found out; telling that takes a diagram of the meaning, which is another tool.
 */
import { decisionBuilder, size } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'

/** Makes equal subgraphs one object and drops tests whose ways lead to one node, so that D5 and D6 hold. */
export const shareTails: Pass<'decision', 'decision', 'share-tails'> = definePass({
  name: 'share-tails',
  from: 'decision',
  to: 'decision',
  summary: 'makes equal parts of the graph one',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(root): Decision {
    const shared = decisionBuilder().intern(root)
    // Merging and dropping both leave fewer nodes; as many nodes as before are the same graph.
    return size(shared) === size(root) ? root : shared
  },
})
