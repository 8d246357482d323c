/*
 * Calls as a binary tree: the tests of libseccomp at SCMP_FLTATR_CTL_OPTIMIZE 2.
 *
 * The numbers, highest first, are divided into leaves of four equalities. Only the last leaf may be shorter. Above
 * the leaves stands a complete binary tree of "greater than" tests. It is padded to a power of two of leaves, so the
 * lowest numbers may be close to the root. Five calls make two leaves:
 *
 *   before   arch X86_64                          after   n0: arch == X86_64 ? n1 : n9
 *              1 -> ALLOW                                 n1: nr > 1 ? n2 : n6
 *              2 -> ALLOW                                 n2: nr == 8 ? n7 : n3
 *              4 -> ALLOW                                 n3: nr == 6 ? n7 : n4
 *              6 -> ALLOW                                 n4: nr == 4 ? n7 : n5
 *              8 -> ALLOW                                 n5: nr == 2 ? n7 : n8
 *              otherwise -> ERRNO(1)                      n6: nr == 1 ? n7 : n8
 *            bad arch -> KILL_THREAD                      n7: ALLOW
 *                                                         n8: ERRNO(1)
 *                                                         n9: KILL_THREAD
 *
 * The tree is weak where a test of a range would do: it tests every number alone, and never a gap between numbers.
 *
 * The tests were read from programs that libseccomp 2.6.0 emits.
 * @see libseccomp src/gen_bpf.c: _gen_bpf_arch()
 */
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { sectionTests } from './calls.ts'
import type { CallRange } from './calls.ts'
import { NR, rangeTest } from './range-test.ts'

const LEAF = 4

/** Finds calls in a tree above leaves of four, as libseccomp does at optimize level 2. */
export const libseccompTree: Pass<'rules', 'decision', 'libseccomp-tree'> = definePass({
  name: 'libseccomp-tree',
  from: 'rules',
  to: 'decision',
  summary: 'finds calls in a tree above leaves of four, as libseccomp at level 2 does',
  run: (rules) => sectionTests(rules, treeTests),
})

function treeTests(builder: DecisionBuilder, calls: readonly CallRange[], unmatched: Decision): Decision {
  const sorted = calls.toSorted((a, b) => b.lo - a.lo)
  /** The tree over the `width` leaves from `start`. The last of these leaves may be missing. */
  const tree = (start: number, width: number): Decision => {
    if (width === 1)
      return sorted
        .slice(start * LEAF, (start + 1) * LEAF)
        .reduceRight((next, call) => rangeTest(builder, NR, call, call.rest, next), unmatched)
    const half = width / 2
    const below = sorted[(start + half) * LEAF]
    if (below === undefined) return tree(start, half)
    return builder.test({ ...NR, op: 'gt', k: below.lo }, tree(start, half), tree(start + half, half))
  }
  return tree(0, 2 ** Math.ceil(Math.log2(Math.max(1, sorted.length / LEAF))))
}
