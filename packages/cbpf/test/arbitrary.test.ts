import { BPF } from '@seccompile/abi'
import { ALLOW } from '@seccompile/abi/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify, verifyLowered } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram, arbitrarySeccompData } from '@seccompile/cbpf/arbitrary'

const shrunk = <T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean): T | undefined =>
  fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { seed: 1, numRuns: 1000 },
  ).counterexample?.[0]

describe('arbitraryProgram', () => {
  it('makes programs that the kernel accepts', () => {
    fc.assert(fc.property(arbitraryProgram(), (program) => verify(program).length === 0))
  })

  it('makes every accepted instruction', () => {
    const codes = new Set(
      fc
        .sample(arbitraryProgram(), { seed: 1, numRuns: 1000 })
        .flat()
        .map(({ code }) => code),
    )
    expect([...codes].sort((a, b) => a - b)).toEqual(Object.values(BPF).toSorted((a, b) => a - b))
  })

  it('keeps to the greatest length', () => {
    for (const maxLength of [1, 2, 5])
      fc.assert(
        fc.property(arbitraryProgram({ maxLength }), ({ length }) => length >= 1 && length <= maxLength),
      )
  })

  it('shrinks to a single return', () => {
    expect(shrunk(arbitraryProgram(), () => true)).toEqual([ALLOW])
  })

  it('shrinks to the instruction that matters', () => {
    const program = shrunk(arbitraryProgram(), (insns) => insns.some(({ code }) => code === BPF.MUL_X))
    expect(program).toHaveLength(3)
  })
})

describe('arbitraryLoweredProgram', () => {
  it('makes programs of the narrower language', () => {
    fc.assert(fc.property(arbitraryLoweredProgram(), (program) => verifyLowered(program).length === 0))
  })

  it('makes all of its instructions', () => {
    const sample = fc.sample(arbitraryLoweredProgram(), { seed: 1, numRuns: 500 })
    expect(new Set(sample.flat().map(({ code }) => code)).size).toBe(8)
  })

  it('keeps to the greatest length', () => {
    fc.assert(fc.property(arbitraryLoweredProgram({ maxLength: 9 }), ({ length }) => length <= 9))
  })
})

it('makes calls of 32- and 64-bit words', () => {
  fc.assert(
    fc.property(arbitrarySeccompData(), ({ nr, arch, instruction_pointer, args }) => {
      for (const word of [nr, arch]) expect(Number.isInteger(word) && word >= 0 && word < 2 ** 32).toBe(true)
      for (const wide of [instruction_pointer, ...args]) expect(wide >= 0n && wide < 2n ** 64n).toBe(true)
      expect(args).toHaveLength(6)
    }),
  )
})
