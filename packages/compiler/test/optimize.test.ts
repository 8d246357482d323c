import { AUDIT_ARCH, BPF, SECCOMP_DATA_BYTES, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode, encode, parseAssembly, program as checked, verify } from '@seccompile/cbpf'
import { arbitraryLoweredProgram, arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { equal } from '@seccompile/prover'
import { abiTable } from '@seccompile/syscalls'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optimize } from '@seccompile/compiler'
import type { Optimization, OptimizeOptions } from '@seccompile/compiler'

const ALLOW = verdictOf('ALLOW')
const DENY = verdictOf('ERRNO', 1)

type OptimizedProgram = Extract<Optimization, { kind: 'optimized' }>
function optimized(program: Program, options: OptimizeOptions = {}): OptimizedProgram {
  const result = optimize(program, options)
  if (result.kind !== 'optimized') throw new Error(result.reason)
  return result
}
/** A program that allows `numbers`, with one comparison each, behind the instructions `before`. */
const list = (numbers: readonly number[], ...before: readonly SockFilter[]): Program => [
  ...before,
  insn(BPF.LD_ABS, 0),
  ...numbers.map((nr, i) => insn(BPF.JEQ_K, nr, numbers.length - i, 0)),
  insn(BPF.RET_K, DENY),
  insn(BPF.RET_K, ALLOW),
]

function expectNoWorse({ before, after }: OptimizedProgram): void {
  expect(after.insns).toBeLessThanOrEqual(before.insns)
  after.abis.forEach(({ abi, allowed }, i) => {
    expect({ abi, count: allowed.count }).toEqual({ abi, count: before.abis[i]!.allowed.count })
    expect(allowed.mean).toBeLessThanOrEqual(before.abis[i]!.allowed.mean)
  })
}

/**
 * For the profile, one program of each tool. The programs without tests of arguments have the same shape with fewer
 * instructions.
 */
const WITH_ARGUMENTS = BASELINE_NAMES.filter((name) => name.endsWith('.docker-args'))

describe('optimize', () => {
  it.each([...WITH_ARGUMENTS, ...THREE_ABI_NAMES])('makes %s no worse, and proves that it means the same', (name) => {
    const program = decode(baseline(name), 'little')
    const result = optimized(program)
    expectNoWorse(result)
    expect(equal({ level: 'program', ir: program }, { level: 'program', ir: result.program })).toMatchObject({
      kind: 'equal',
      digest: result.certificate.digest,
    })
    expect(decode(result.bytes, 'little')).toEqual(result.program)
    // A layout in which x32 weighs little is slower on x32 than the input. Only one with x32 at full weight is taken.
    if (name === 'libseccomp-2.6.0-O2.docker-3abi') expect(result.after.insns).toBeLessThanOrEqual(260)
  }) // prettier-ignore

  it.each(['speed', 'size'] as const)('never makes a random program worse, for %s', (goal) => {
    // Most programs that are undecided return a whole word. Until the bound of nodes is reached, each takes seconds.
    const isQuicklyRead = (ir: Program): boolean =>
      equal({ level: 'program', ir }, { level: 'program', ir }, { maxNodes: 20_000 }).kind === 'equal'
    const program = fc.oneof(
      arbitraryProgram({ maxLength: 10 }).filter(isQuicklyRead),
      arbitraryLoweredProgram({ maxLength: 16 }),
    )
    fc.assert(
      fc.property(program, (input) => {
        const result = optimized(input, { goal, abis: [abiTable('x86_64')] })
        expectNoWorse(result)
        expect(verify(result.program)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('measures the proof with the given clock, and nothing else', () => {
    let time = 0
    const now = (): number => (time += 1000)
    const program = list([0, 1, 2, 3, 5, 8])
    const { certificate, ...made } = optimized(program, { now })
    const { certificate: untimed, ...same } = optimized(program)
    expect(certificate).toEqual({ ...untimed, ms: 1000 })
    expect([made, time]).toEqual([same, 2000])
  })

  it('makes a tree of a list', () => {
    const numbers = Array.from({ length: 60 }, (_, i) => 2 * i - (i % 2)) // in pairs
    const { before, after } = optimized(list(numbers, insn(BPF.LD_ABS, 4), insn(BPF.JEQ_K, AUDIT_ARCH.X86_64, 1, 0), insn(BPF.RET_K, verdictOf('KILL_PROCESS'))))
    expect(before.abis[0]!.allowed.mean).toBeGreaterThan(30)
    expect(after.abis[0]!.allowed.mean).toBeLessThan(14)
  }) // prettier-ignore

  it('makes a tree of a list that does not test arch, and adds no test of arch', () => {
    const { before, after, program } = optimized(list(Array.from({ length: 60 }, (_, i) => 2 * i - (i % 2))))
    expect(before.abis[0]!.allowed.mean).toBeGreaterThan(30)
    expect(after.abis[0]!.allowed.mean).toBeLessThan(12)
    expect(program.some(({ code, k }) => code === BPF.LD_ABS && k === 4)).toBe(false)
  })

  it('takes no candidate that is longer, however fast it is', () => {
    const result = optimized(list(Array.from({ length: 40 }, (_, i) => 3 * i)))
    expectNoWorse(result)
    expect(result.tried.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^is longer than /))
  })

  it('follows values through scratch memory, X and arithmetic', () => {
    const program = parseAssembly(`
      ld [0]
      sub #10
      st M[5]
      ld #3
      ldx M[5]
      jgt x, allow          ; 10, 11, 12
      ld M[5]
      tax
      txa
      jeq #0x20, allow, deny
      allow: ret #0x7fff0000
      deny: ret #0x50001`)
    const result = optimized(program)
    expect(result.program.length).toBeLessThanOrEqual(6)
    expect(result.pipeline).toMatch(/bst|lift/)
  })

  it('returns the input itself where it finds nothing better', () => {
    const program = checked([
      insn(BPF.LD_ABS, 0),
      insn(BPF.JGT_K, 300, 0, 1),
      insn(BPF.RET_K, DENY),
      insn(BPF.RET_K, ALLOW),
    ])
    const result = optimized(program)
    expect(result.program).toBe(program)
    expect(result.pipeline).toBe('')
    expect(result.after).toBe(result.before)
  })

  it('finds the ABIs of a program from its tests of arch and its byte order', () => {
    const tokens = (arch: number, endianness: 'little' | 'big'): readonly string[] =>
      optimized(
        list([1, 2], insn(BPF.LD_ABS, 4), insn(BPF.JEQ_K, arch, 1, 0), insn(BPF.RET_K, DENY)), { endianness },
      ).abis.map(({ token }) => token) // prettier-ignore
    expect(tokens(AUDIT_ARCH.X86_64, 'little')).toEqual(['x86_64', 'x32'])
    expect(tokens(AUDIT_ARCH.AARCH64, 'little')).toEqual(['aarch64'])
    expect(tokens(AUDIT_ARCH.S390X, 'big')).toEqual(['s390x'])
    expect(tokens(1, 'little')).toEqual(['x86_64'])
  })

  it('optimises a program of the other byte order', () => {
    const program = list(Array.from({ length: 40 }, (_, i) => 2 * i - (i % 2)), insn(BPF.LD_ABS, 4), insn(BPF.JEQ_K, AUDIT_ARCH.S390X, 1, 0), insn(BPF.RET_K, DENY))
    const { bytes, program: made } = optimized(program, { endianness: 'big' })
    expect(bytes).toEqual(encode(made, 'big'))
    expect(equal({ level: 'program', ir: program }, { level: 'program', ir: made }, { endianness: 'big' }).kind).toBe('equal')
  }) // prettier-ignore

  it('keeps tests of the instruction pointer', () => {
    const program = [insn(BPF.LD_ABS, 8), insn(BPF.ST, 0), insn(BPF.LD_MEM, 0), insn(BPF.JGT_K, 7, 0, 1), insn(BPF.RET_K, DENY), insn(BPF.RET_K, ALLOW)]
    const result = optimized(program)
    expect(result.program).toHaveLength(4)
    expect(result.pipeline).toContain('lift')
  }) // prettier-ignore

  it('is undecided where the proof is, and names the instruction', () => {
    // 2 ** 16 states, which is too many. A product of two words would reach the bound of nodes instead, but only
    // after seconds.
    const parts = Array.from({ length: 16 }, (_, i) => `ld [16]\njset #${2 ** i}, one${i}, keep${i}\none${i}: ld #1\nkeep${i}: st M[${i}]\n`)
    const reads = Array.from({ length: 16 }, (_, i) => `ld M[${i}]\njeq #${i + 2}, allow\n`)
    const result = optimize(parseAssembly(`${parts.join('')}${reads.join('')}ret #${DENY}\nallow: ret #${ALLOW}\n`))
    expect(result).toEqual({ kind: 'undecided', reason: 'pc 51: A, X and M[] can be in more than 32768 states' })
  }) // prettier-ignore

  it('refuses a program that the kernel would refuse', () => {
    expect(() => optimize([insn(BPF.LD_ABS, SECCOMP_DATA_BYTES)])).toThrow(/P7/)
  })
})
