import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { cost } from '@seccompile/compiler'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const ALLOW = verdictOf('ALLOW')
const DENY = verdictOf('ERRNO', 1)
const x86_64 = [abiTable('x86_64')]

/**
 * Allows the numbers below 4 (read, write, open, close). The numbers 0 and 1 have ways of their own; TAX is on the way
 * of 1.
 */
const fourCalls: Program = [
  insn(BPF.LD_ABS, 0),
  insn(BPF.JGE_K, 4, 5, 0),
  insn(BPF.JGE_K, 2, 0, 1),
  insn(BPF.JA, 2),
  insn(BPF.JEQ_K, 1, 0, 1),
  insn(BPF.TAX, 0),
  insn(BPF.RET_K, ALLOW),
  insn(BPF.RET_K, DENY),
]

describe('cost', () => {
  it('counts instructions by kind', () => {
    expect(cost(fourCalls, x86_64)).toMatchObject({ insns: 8, jas: 1, rets: 2, ebpfInsns: 13 })
  })

  it('has one mean over allowed calls and one over denied calls', () => {
    const [main] = cost(fourCalls, x86_64).abis
    // Executed: read 5, write 6, open and close 5.
    expect(main!.allowed).toMatchObject({ count: 4, mean: 21 / 4, worst: 6 })
    expect(main!.denied).toMatchObject({ mean: 3, worst: 3, mispredictable: 0 })
    expect(main!.allowed).not.toHaveProperty('weighted')
  })

  it('sums min(p, 1 - p) over the jumps, by the calls that reach each', () => {
    const [main] = cost(fourCalls, x86_64).abis
    // Four calls reach the first jump, and none of them takes it. Two of four take the second jump. Two reach the
    // third, and one takes it.
    expect(main!.allowed.mispredictable).toBeCloseTo(2 / 4 + 1 / 4, 12)
  })

  it('weighs calls by name, for any sum of the weights, and calls without a weight with 0', () => {
    const weights = { read: 30, open: 10, mount: 7 }
    const [main] = cost(fourCalls, x86_64, 'little', { weights }).abis
    expect(main!.allowed.weighted!.mean).toBeCloseTo(5, 12)
    // Calls with a weight of 10 in 40 take the second jump; no call at the third takes it.
    expect(main!.allowed.weighted!.mispredictable).toBeCloseTo(10 / 40, 12)
    expect(main!.denied.weighted).toEqual({ mean: 3, mispredictable: 0 })
    const [idle] = cost(fourCalls, x86_64, 'little', { weights: { read: 1 } }).abis
    expect(idle!.denied).not.toHaveProperty('weighted')
  })

  it('refuses wrong weights, and ignores inherited properties', () => {
    const inherited = Object.create({ read: 5 }) as Record<string, number>
    for (const [weights, message] of [
      [{ raed: 1 }, 'raed'],
      [{ read: -1 }, '"read" is -1'],
      [inherited, 'count no call'],
    ] as const)
      expect(() => cost(fourCalls, x86_64, 'little', { weights })).toThrow(
        expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
      )
  })

  it('groups the calls that are not in the bitmap by the instruction that prevents it', () => {
    const [main] = cost(fourCalls, x86_64).abis
    expect(main!.cached).toBe(3)
    const [tax, denied] = main!.uncached
    expect(tax).toEqual({
      pc: 5,
      reason: 'uses an instruction that the emulator does not know',
      calls: ['write'],
    })
    expect(denied).toMatchObject({ pc: 7, reason: 'returns ERRNO(EPERM), not ALLOW without data' })
    expect(denied!.calls.length).toBe(main!.denied.count)
    expect(main!.calls[1]).toMatchObject({ name: 'write', uncached: { pc: 5 } })
  })

  it('blames no instruction where an ABI has no bitmap', () => {
    const allowAll = [insn(BPF.RET_K, ALLOW)]
    const [x32] = cost(allowAll, [abiTable('x32')]).abis
    expect(x32!.uncached).toHaveLength(1)
    expect(x32!.uncached[0]).not.toHaveProperty('pc')
    expect(x32!.cached).toBe(0)
  })

  it('blames no instruction for a number past the table, which shares the run of numbers in it', () => {
    const allowAll = [insn(BPF.RET_K, ALLOW)]
    const [arm] = cost(allowAll, [abiTable('arm')]).abis
    expect(arm!.uncached).toEqual([
      {
        reason: 'has a number that no bitmap covers',
        calls: ['breakpoint', 'cacheflush', 'usr26', 'usr32', 'set_tls', 'get_tls'],
      },
    ])
    expect(arm!.cached).toBe(arm!.calls.length - 6)
  })

  it('is 0 over no calls', () => {
    const denyAll = [insn(BPF.LD_ABS, 4), insn(BPF.JEQ_K, AUDIT_ARCH.X86_64), insn(BPF.RET_K, DENY)]
    const { allowed, denied } = cost(denyAll, x86_64).abis[0]!
    expect(allowed).toEqual({ count: 0, mean: 0, worst: 0, mispredictable: 0 })
    // A jump with the same target both ways cannot be mispredicted.
    expect(denied).toMatchObject({ mean: 3, mispredictable: 0 })
  })
})
