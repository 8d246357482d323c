/*
 * Calls as a list of equalities: the tests of libseccomp's default (SCMP_FLTATR_CTL_OPTIMIZE 1).
 *
 *   before   arch X86_64                          after   n0: arch == X86_64 ? n1 : n7
 *              41 when args[0] == 1 -> ALLOW              n1: nr == 39 ? n5 : n2
 *              39 -> ALLOW                                n2: nr == 41 ? n3 : n6
 *              otherwise -> ERRNO(1)                      n3: args[0].high == 0 ? n4 : n6
 *            bad arch -> KILL_THREAD                      n4: args[0].low == 1 ? n5 : n6
 *                                                         n5: ALLOW
 *                                                         n6: ERRNO(1)
 *                                                         n7: KILL_THREAD
 *
 * A call pays for every call before its own. Calls stand in the order of the rules, but calls with a condition come
 * last: first those with the fewest tests. Where the condition of a call fails, the default follows at once, since no
 * other rule has this number.
 *
 * The tests were read from programs that libseccomp 2.6.0 emits.
 * @see libseccomp src/gen_bpf.c: _gen_bpf_arch()
 */
import { size } from '@seccompile/decision'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { sectionTests } from './calls.ts'
import type { CallRange } from './calls.ts'
import { NR, rangeTest } from './range-test.ts'

const testsOf = ({ rest }: CallRange): number => (rest.kind === 'verdict' ? 0 : size(rest))

/** Tests calls one after the other, as libseccomp does unless asked for a tree. */
export const libseccompList: Pass<'rules', 'decision', 'libseccomp-list'> = definePass({
  name: 'libseccomp-list',
  from: 'rules',
  to: 'decision',
  summary: "tests calls one after the other, as libseccomp's default does",
  run: (rules) =>
    sectionTests(rules, (builder, calls, unmatched) =>
      calls
        .map((call) => ({ call, tests: testsOf(call) }))
        .toSorted((a, b) => a.tests - b.tests)
        .reduceRight((next, { call }) => rangeTest(builder, NR, call, call.rest, next), unmatched),
    ),
})
