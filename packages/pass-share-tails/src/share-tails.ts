/*
 * Equal parts of a graph become one.
 *
 * The meaning of a node depends only on the graph below it. So nodes with equal graphs below them can be one node.
 * The pass goes from the verdicts up. A node is equal to an earlier one where its test and both children, after
 * sharing, are the same. A builder holds one node for each test and pair of children. A test whose children became
 * one node is dropped. That may make the nodes above it equal.
 *
 *   n0: nr == 5 ? n1 : n6                  n0: nr == 5 ? n1 : n3
 *   n1: args[0].low > 7 ? n2 : n5          n1: args[0].low > 7 ? n2 : n3
 *   n2: arch == X86_64 ? n3 : n4           n2: ERRNO(1)
 *   n3: ERRNO(1)                           n3: ALLOW
 *   n4: ERRNO(1)
 *   n5: ALLOW
 *   n6: ALLOW
 *
 * Equal here means equal in shape. Two tests may also mean the same in different forms, such as `nr > 4` and `nr >=
 * 5`, or mean the same only behind the tests before them. Only a diagram of the meaning shows that, and this pass
 * does not build one.
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
  summary: 'makes equal parts of a decision one object',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(root): Decision {
    const shared = decisionBuilder().intern(root)
    // Sharing and dropping leave fewer nodes, so a graph with as many nodes as before is the same graph.
    return size(shared) === size(root) ? root : shared
  },
})
