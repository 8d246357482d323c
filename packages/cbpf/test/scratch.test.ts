import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { verify } from '@seccompile/cbpf'

/** The broken invariants. Linux 6.18 gave the same answers for each of these programs. */
const broken = (program: Program): readonly string[] => verify(program).map(({ invariant }) => invariant)

describe('scratch memory, as check_load_and_stores() follows it (P9)', () => {
  it.each([
    ['ld M[k] after st', [op(BPF.ST, 15), op(BPF.LD_MEM, 15), ALLOW]],
    ['ldx M[k] after stx', [op(BPF.STX, 15), op(BPF.LDX_MEM, 15), ALLOW]],
    [
      'a word that both ways to a join wrote',
      [jump(BPF.JEQ_K, 1, 0, 2), op(BPF.ST, 3), op(BPF.JA, 1), op(BPF.STX, 3), op(BPF.LD_MEM, 3), ALLOW],
    ],
    ['anything in dead code behind ja', [op(BPF.JA, 1), op(BPF.LD_MEM, 3), ALLOW]],
    ['anything in dead code behind a conditional jump', [jump(BPF.JEQ_K, 1, 1, 1), op(BPF.LD_MEM, 5), ALLOW]],
    ['in dead code behind a return, what was written before it', [op(BPF.ST), ALLOW, op(BPF.LD_MEM), ALLOW]],
  ])('may be read: %s', (_name, program) => {
    expect(broken(program)).toEqual([])
  })

  it.each([
    ['nothing wrote it', [op(BPF.LDX_MEM, 15), ALLOW]],
    ['another word was written', [op(BPF.ST, 1), op(BPF.LD_MEM, 2), ALLOW]],
    ['one way to a join did not write it', [jump(BPF.JEQ_K, 1, 0, 1), op(BPF.ST), op(BPF.LD_MEM), ALLOW]],
    ['dead code behind a return reads what was not written before it', [ALLOW, op(BPF.LD_MEM), ALLOW]],
    [
      // The set before the return at 3 is empty and is carried on, although control comes only from 2.
      'a return in front of it had not written it, even if all ways had',
      [jump(BPF.JEQ_K, 1, 0, 2), op(BPF.ST), op(BPF.JA, 1), ALLOW, op(BPF.LD_MEM), ALLOW],
    ],
  ])('may not be read where %s', (_name, program) => {
    expect(broken(program)).toEqual(['P9'])
  })

  it('says where and what', () => {
    expect(verify([op(BPF.ST, 1), op(BPF.LD_MEM, 2), ALLOW])).toEqual([
      { invariant: 'P9', where: 'pc 1', message: 'reads M[2], which is not written on every way here' },
    ])
  })
})
