import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode, verify } from '@seccompile/cbpf'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { judge, mutantOf, randomNumbers, searchDifference, subject } from '../src/mutants.ts'

const small: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: 5 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 1 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 2 },
]

describe('mutants', () => {
  it('are accepted by the kernel and differ in one field', () => {
    const random = randomNumbers(3)
    for (let i = 0; i < 200; i += 1) {
      const { pc, field, program } = mutantOf(small, random)
      expect(verify(program)).toEqual([])
      expect(small.with(pc, { ...small[pc]!, [field]: program[pc]![field] })).toEqual(program)
      expect(program[pc]![field]).not.toBe(small[pc]![field])
    }
  })

  it('are told apart by a search where they differ', () => {
    const one = subject('small', small)
    const mutated = { pc: 1, field: 'k', program: small.with(1, { ...small[1]!, k: 0x8000_0005 }) } as const
    expect(searchDifference(one, mutated)?.nr).toBe(5)
    const same = { pc: 1, field: 'code', program: small } as const
    expect(searchDifference(one, same)).toBeUndefined()
  })

  it('of programs of other tools are judged by the prover as by a search, 500 of them', () => {
    const names = [...BASELINE_NAMES, ...THREE_ABI_NAMES]
    const subjects = names.map((name) => subject(name, decode(baseline(name), 'little')))
    const random = randomNumbers(500)
    const sums = { equal: 0, different: 0, undecided: 0 }
    for (let i = 0; i < 500; i += 1) {
      const original = subjects[i % subjects.length]!
      sums[judge(original, mutantOf(original.program, random))] += 1
    }
    // A mutant that returns a whole word is beyond a diagram, and mostly seen to differ by trying.
    expect(sums.undecided).toBeLessThan(5)
    expect(sums.different).toBeGreaterThan(300)
    expect(sums.equal).toBeGreaterThan(0)
  }, 120_000)
})
