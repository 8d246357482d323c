import { verify } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import {
  chosenCall,
  edgeCalls,
  edgeValues,
  fittedProgram,
  rawProgram,
  RECORD_BYTES,
  recordsOf,
} from '../src/inputs/decoded.ts'
import { KERNEL_CODES } from '../src/oracles/kernel-rules.ts'
import { seedPrograms } from '../src/programs.ts'

describe('bytes as programs', () => {
  it('keep a program of the seeds as it is, as records', async () => {
    for (const program of (await seedPrograms()).filter(({ length }) => length <= 120))
      expect(fittedProgram(recordsOf(program))).toEqual(
        program.map(({ code, jt, jf, k }) => ({ code, jt, jf, k })),
      )
  })

  it('have no fault but unwritten scratch words, whatever the bytes', () => {
    for (let start = 0; start < 256; start += 1) {
      const bytes = Uint8Array.from(
        { length: 20 * RECORD_BYTES },
        (_, i) => start + i * (start | 1) + (i >>> 3),
      )
      expect(verify(fittedProgram(bytes)).filter(({ invariant }) => invariant !== 'P9')).toEqual([])
    }
  })

  it('are a program where there are none', () => {
    expect(verify(fittedProgram(new Uint8Array(0)))).toEqual([])
    expect(rawProgram(new Uint8Array(7))).toEqual([])
  })

  it('are struct sock_filter as in memory, without repair', () => {
    expect(rawProgram(Uint8Array.of(0x15, 1, 2, 3, 4, 5, 6, 0x87))).toEqual([
      { code: 0x115, jt: 2, jf: 3, k: 0x8706_0504 },
    ])
  })

  it('have records for every code', () => {
    expect(new Set(KERNEL_CODES).size).toBe(41)
  })
})

describe('calls at the edges', () => {
  const program = [
    { code: 0x20, jt: 0, jf: 0, k: 16 },
    { code: 0x15, jt: 0, jf: 1, k: 7 },
    { code: 0x06, jt: 0, jf: 0, k: 0 },
    { code: 0x06, jt: 0, jf: 0, k: 5 },
  ]

  it('have the neighbours of each constant, in each word that is read', () => {
    const values = edgeValues([program])
    expect(values).toEqual(expect.arrayContaining([6, 7, 8, 0xffff_fff8]))
    const calls = edgeCalls([program], chosenCall(new Uint8Array(16), values), values, 100)
    expect(calls.map((call) => call[4])).toEqual(expect.arrayContaining([6, 7, 8]))
    expect(calls.every((call) => call[6] === 0)).toBe(true)
  })

  it('have what arithmetic takes to a constant', () => {
    const divided = [program[0]!, { code: 0x34, jt: 0, jf: 0, k: 10 }, ...program.slice(1)] // word / 10 == 7
    expect(edgeValues([divided])).toEqual(expect.arrayContaining([69, 70, 79, 80]))
  })
})
