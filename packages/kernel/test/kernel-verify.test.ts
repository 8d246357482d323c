import { randomInt } from 'node:crypto'
import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { jump, op } from '@seccompile/abi/test-makers'
import { isConditional, print, verify } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { kernelAccepts } from '../src/oracle/oracle.ts'
import { whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('the verifier against the kernel')

const CODES = Object.values(BPF)
const RANDOM_PROGRAMS = 20_000
const OPERANDS = [
  0, 1, 2, 3, 4, 8, 15, 16, 17, 31, 32, 33, 60, 61, 63, 64, 65, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
]

const ALLOW = op(BPF.RET_K, 0x7fff_0000)
const repeat = (insn: SockFilter, times: number): Program => Array.from({ length: times }, () => insn)
const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)]!
const chance = (percent: number): boolean => randomInt(100) < percent

/** A random instruction of a program, mostly one that the kernel would take there. */
function randomInsn(follow: number): SockFilter {
  const code = chance(98) ? pick(CODES) : randomInt(0x1_0000)
  // As far as the end of the program, or one farther.
  const skip = (): number => (chance(97) ? randomInt(Math.max(follow, 1)) : randomInt(follow + 3)) & 0xff
  if (isConditional(code)) return jump(code, pick(OPERANDS), skip(), skip())
  if (code === BPF.JA) return op(code, chance(97) ? skip() : pick(OPERANDS))
  if (code === BPF.LD_ABS) return op(code, chance(97) ? 4 * randomInt(16) : pick(OPERANDS))
  const isSmall = [BPF.LD_MEM, BPF.LDX_MEM, BPF.ST, BPF.STX].some((one) => one === code)
  if (isSmall && chance(97)) return op(code, randomInt(4))
  return jump(code, chance(80) ? 1 + randomInt(31) : pick(OPERANDS), randomInt(256), randomInt(256))
}

/** Short, so that a good part of them is taken; each begins with some stores, so that scratch memory is read. */
function randomProgram(): Program {
  const length = 1 + randomInt(24)
  const stores = chance(60) ? [op(BPF.ST, 0), op(BPF.STX, 1)] : []
  const body = Array.from({ length }, (_, i) => randomInsn(length - i))
  return [...stores, ...body, chance(97) ? ALLOW : randomInsn(0)]
}

/** Programs on both sides of every rule. */
function boundaryPrograms(): readonly Program[] {
  const scratch = [BPF.LD_MEM, BPF.LDX_MEM, BPF.ST, BPF.STX]
  const jumps = CODES.filter(isConditional)
  return [
    ...[0, 1, 2, 4095, 4096, 4097].map((length) => repeat(ALLOW, length)),
    // Every code of eight bits, and every accepted one with each higher bit.
    ...Array.from({ length: 256 }, (_, code) => [op(BPF.ST), op(code), ALLOW]),
    ...Array.from({ length: 256 }, (_, code) => [op(BPF.ST), op(BPF.STX, 1), op(code, 1), ALLOW, ALLOW]),
    ...CODES.flatMap((code) =>
      Array.from({ length: 8 }, (_, bit) => [op(BPF.ST), op(code | (0x100 << bit)), ALLOW]),
    ),
    // Every code last, and in code that nothing reaches.
    ...CODES.map((code) => [op(BPF.ST), op(code, 1)]),
    ...Array.from({ length: 256 }, (_, code) => [ALLOW, op(code, 1), ALLOW, ALLOW]),
    // Operands: words of seccomp_data, scratch memory, constant shifts and divisors.
    ...Array.from({ length: 80 }, (_, k) => [op(BPF.LD_ABS, k), ALLOW]),
    ...OPERANDS.map((k) => [op(BPF.LD_ABS, k), ALLOW]),
    ...scratch.flatMap((code) => OPERANDS.map((k) => [op(BPF.ST, Math.min(k, 15)), op(code, k), ALLOW])),
    ...[BPF.LSH_K, BPF.RSH_K, BPF.LSH_X, BPF.RSH_X, BPF.DIV_K, BPF.DIV_X].flatMap((code) =>
      OPERANDS.map((k) => [op(code, k), ALLOW]),
    ),
    // Jumps to the last instruction and past it, by each field.
    ...[0, 1, 2, 3, 4, 254, 255].flatMap((skip) =>
      [skip, skip + 1, skip + 2].flatMap((follow) => [
        [op(BPF.JA, skip), ...repeat(ALLOW, follow)],
        ...jumps.flatMap((code) => [
          [jump(code, 0, skip, 0), ...repeat(ALLOW, follow)],
          [jump(code, 0, 0, skip), ...repeat(ALLOW, follow)],
        ]),
      ]),
    ),
    ...OPERANDS.map((k) => [op(BPF.JA, k), ALLOW]),
    [op(BPF.JA, 4094), ...repeat(ALLOW, 4095)],
    [op(BPF.JA, 4095), ...repeat(ALLOW, 4095)],
    // Scratch memory that is written on some ways only, on all, and before code that nothing reaches.
    [op(BPF.LD_MEM, 0), ALLOW],
    [jump(BPF.JEQ_K, 0, 1, 0), op(BPF.ST, 0), op(BPF.LD_MEM, 0), ALLOW],
    [jump(BPF.JEQ_K, 0, 0, 1), op(BPF.ST, 0), op(BPF.LD_MEM, 0), ALLOW],
    [jump(BPF.JEQ_K, 0, 0, 2), op(BPF.ST, 0), op(BPF.JA, 1), op(BPF.STX, 0), op(BPF.LD_MEM, 0), ALLOW],
    [jump(BPF.JEQ_K, 0, 0, 2), op(BPF.ST, 1), op(BPF.JA, 1), op(BPF.STX, 0), op(BPF.LD_MEM, 0), ALLOW],
    [op(BPF.JA, 1), op(BPF.LD_MEM, 0), ALLOW],
    [op(BPF.JA, 1), op(BPF.LD_MEM, 0), op(BPF.LDX_MEM, 0), ALLOW],
    [ALLOW, op(BPF.LD_MEM, 0), ALLOW],
    [op(BPF.ST, 0), ALLOW, op(BPF.LD_MEM, 0), ALLOW],
    [jump(BPF.JEQ_K, 0, 1, 0), ALLOW, op(BPF.LD_MEM, 0), ALLOW],
  ]
}

/** The programs on which the kernel and `verify` differ, as a text to find out why. */
async function disagreements(programs: readonly Program[]): Promise<readonly string[]> {
  const accepted = await kernelAccepts(programs)
  return programs.flatMap((program, i) => {
    const problems = verify(program)
    if ((problems.length === 0) === accepted[i]) return []
    const [first] = problems
    const ours = first === undefined ? 'nothing is wrong' : `${first.where}: ${first.message}`
    return [
      `the kernel ${accepted[i] === true ? 'takes' : 'refuses'} it, and we say ${ours}\n${print(program)}`,
    ]
  })
}

describe.skipIf(reason !== undefined)('verify', () => {
  it('agrees with the kernel on every boundary', async () => {
    expect(await disagreements(boundaryPrograms())).toEqual([])
  })

  it(`agrees with the kernel on ${RANDOM_PROGRAMS} random programs`, async () => {
    const programs = Array.from({ length: RANDOM_PROGRAMS }, randomProgram)
    // Neither all nor nothing: both answers are put to the test.
    const accepted = programs.filter((program) => verify(program).length === 0).length
    expect(accepted / RANDOM_PROGRAMS).toBeGreaterThan(0.1)
    expect(accepted / RANDOM_PROGRAMS).toBeLessThan(0.9)
    expect(await disagreements(programs)).toEqual([])
  })
})
