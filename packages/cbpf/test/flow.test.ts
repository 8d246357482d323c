import { BPF } from '@seccompile/abi'
import { ALLOW, DENY, jump, op } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { reachable, successors } from '@seccompile/cbpf'

const PROGRAM = [op(BPF.LD_ABS), jump(BPF.JEQ_K, 1, 0, 2), op(BPF.JA, 1), ALLOW, DENY]

describe('successors', () => {
  it('are targets in the order then, else', () => {
    expect(PROGRAM.map((_, pc) => successors(PROGRAM, pc))).toEqual([[1], [2, 4], [4], [], []])
  })

  it('are two even where both are the same', () => {
    expect(successors([jump(BPF.JEQ_K, 1, 0, 0), ALLOW], 0)).toEqual([1, 1])
  })

  it('are none outside the program', () => {
    expect(successors([ALLOW], 1)).toEqual([])
  })
})

describe('reachable', () => {
  it('finds what no way leads to', () => {
    expect(reachable(PROGRAM)).toEqual([true, true, true, false, true])
  })

  it('passes over targets outside', () => {
    expect(reachable([op(BPF.JA, 0xffff_ffff), ALLOW])).toEqual([true, false])
    expect(reachable([])).toEqual([])
  })
})
