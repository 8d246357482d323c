import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { verify } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { mutantOf, randomNumbers, searchDifference, subject } from '../src/mutants.ts'

const SOAK_MUTANTS = fileURLToPath(new URL('../dist/soak-mutants.js', import.meta.url))

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

  it('of programs of other tools are judged by the prover as by a search, 150 of them', async () => {
    // The built tool: it is several times faster than its sources under the test runner.
    const { stdout } = await promisify(execFile)(process.execPath, [SOAK_MUTANTS, '150', '7'])
    const counts =
      /^150 mutants in \d+ s: (\d+) different, each with a call; (\d+) equal, (\d+) undecided\n$/.exec(stdout)
    const [different, equal, undecided] = counts!.slice(1).map(Number)
    expect(different).toBeGreaterThan(90)
    expect(equal).toBeGreaterThan(0)
    // A diagram of a mutant that returns a whole word would be too large; trying calls mostly shows the difference.
    expect(undecided).toBeLessThan(5)
  }, 120_000)

  it('are counted as told', async () => {
    const failed = promisify(execFile)(process.execPath, [SOAK_MUTANTS, 'many'])
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: 'usage: soak mutants [COUNT [SEED]]\n' })
  })
})
