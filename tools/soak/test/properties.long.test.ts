import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { passes } from '@seccompile/compiler'
import { describe, expect, it } from 'vitest'
import { PROPERTIES } from '../src/properties.ts'
import { throughEvaluator, throughListing, throughOtherForms } from '../src/round-trips.ts'

describe('the properties', () => {
  it.each(PROPERTIES)('hold for a seed: $name', async ({ cases, run }) => {
    expect(cases).toBeGreaterThan(0)
    await run(20_260_101, 2)
  })

  it('have names of their own, and are of every pass', () => {
    const names = PROPERTIES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name } of passes) expect(names).toContain(`conformance of ${name}`)
  })
})

describe('the round trips', () => {
  const load = { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 }
  const allow = { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }
  const refused: Program = [load]

  it('throw where a form does not take the program', () => {
    throughListing(refused, 'little')
    expect(() => throughOtherForms(refused)).toThrow(/P8/)
    expect(() => throughEvaluator(refused, [], 'little')).toThrow(/P8/)
  })

  it('hold of a program with values in fields that nothing reads', () => {
    throughOtherForms([load, { ...allow, jt: 3, jf: 255 }])
  })
})
