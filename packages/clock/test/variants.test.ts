import { BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { isConstAllow, run } from '@seccompile/interpreter'
import { describe, expect, it } from 'vitest'
import { answering, withoutBitmap } from '../src/variants.ts'
import { arch, listing } from './programs.ts'

const { program, allowed, denied } = listing

describe('withoutBitmap', () => {
  it('means the same, one instruction later', () => {
    for (const nr of [allowed, denied]) {
      const [before, after] = [program, withoutBitmap(program)].map((one) =>
        run(one, seccompData({ nr, arch })),
      )
      expect(after).toEqual({ ...before, steps: before!.steps + 1 })
    }
  })

  it('keeps every call out of the bitmap', () => {
    expect(isConstAllow(program, allowed, arch)).toBe(true)
    expect(isConstAllow(withoutBitmap(program), allowed, arch)).toBe(false)
  })
})

describe('answering', () => {
  it('takes as many steps and allows nothing', () => {
    for (const nr of [allowed, denied]) {
      const [before, after] = [program, ...answering([program])].map((one) =>
        run(one, seccompData({ nr, arch })),
      )
      expect(after).toMatchObject({ steps: before!.steps, verdict: verdictOf('ERRNO', 1) })
    }
  })

  it('lets later filters be attached', () => {
    const [first, last] = answering([program, program])
    expect(run(first!, seccompData({ nr: denied, arch })).verdict).toBe(verdictOf('ALLOW'))
    expect(run(last!, seccompData({ nr: denied, arch })).verdict).toBe(verdictOf('ERRNO', 1))
  })

  it('answers where a program returns A too', () => {
    const returnsA: Program = [
      { code: BPF.LD_IMM, jt: 0, jf: 0, k: verdictOf('ALLOW') },
      { code: BPF.RET_A, jt: 0, jf: 0, k: 0 },
    ]
    expect(run(answering([returnsA])[0]!, seccompData({ nr: 0, arch })).verdict).toBe(verdictOf('ERRNO', 1))
  })
})
