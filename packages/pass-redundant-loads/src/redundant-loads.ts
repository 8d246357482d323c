/*
 * Loads that are not needed: what they load nobody looks at, or A holds it already.
 *
 *   0  ld [4]                              0  ld [4]
 *   1  jeq #0xc000003e, 2, 8               1  jeq #0xc000003e, 2, 6
 *   2  ld [16]                             2  ld [0]
 *   3  ld [0]                              3  jeq #5, 6, 4
 *   4  jeq #5, 8, 5                        4  jeq #6, 6, 5
 *   5  ld [0]                              5  ret #0x7fff0000
 *   6  jeq #6, 8, 7                        6  ret #0x50001
 *   7  ret #0x7fff0000
 *   8  ret #0x50001                        (jumps show targets, not distances)
 *
 * Unread loads go first: one in between may be what makes A forget a word that is loaded again behind it. The other
 * way round nothing is gained, since A is read behind whatever the second step removes or it would have gone in the
 * first. Sound on every program that the kernel accepts; what A holds is followed for words and bits of words, and
 * X and M[] are left alone.
 */
import type { Program } from '@seccompile/abi'
import { assemble, remove, symbolic } from '@seccompile/cbpf'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { skipHeld } from './held.ts'
import { unreadChanges } from './unread.ts'

/** Removes loads of a word that A holds, and whatever puts a value into A that nobody looks at. */
export const redundantLoads: Pass<'program', 'program', 'redundant-loads'> = definePass({
  name: 'redundant-loads',
  from: 'program',
  to: 'program',
  summary: 'removes loads of what A holds, and loads that nothing reads',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(program): Program {
    const before = symbolic(program)
    const after = skipHeld(remove(before, unreadChanges(before)))
    return after === before ? program : assemble(after)
  },
})
