/*
 * Removes loads that are not needed: nothing reads the word, or A holds it already.
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
 * Unread loads go first: such a load may stand between two loads of one word, and is then the reason that A
 * lacks the word at the second. The other order gains nothing. Behind each instruction that the second step
 * removes, some instruction reads A; otherwise the first step would have removed it. The pass is sound on every
 * program that the kernel accepts. It follows words and bits of words in A, and leaves X and M[] alone.
 */
import type { Program } from '@seccompile/abi'
import { assemble, remove, symbolic } from '@seccompile/cbpf'
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { skipHeld } from './held.ts'
import { unreadChanges } from './unread.ts'

/** Removes loads of a word that A holds, and instructions that put a value into A that nothing reads. */
export const redundantLoads: Pass<'program', 'program', 'redundant-loads'> = definePass({
  name: 'redundant-loads',
  from: 'program',
  to: 'program',
  summary: 'removes loads of a word that A holds, and loads that nothing reads',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run(program, { memo }): Program {
    const before = memo(symbolic, program)
    const after = skipHeld(remove(before, unreadChanges(before)))
    return after === before ? program : assemble(after)
  },
})
