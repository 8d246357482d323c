import { AUDIT_ARCH, BPF, seccompData, verdictOf } from '@seccompile/abi'
import type { SockFilter } from '@seccompile/abi'
import { ALLOW, DENY, jump, op, ret, RET_A } from '@seccompile/abi/test-makers'
import { isConditional } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachSteps, constAllow, constVerdict, isConstAllow, run } from '@seccompile/interpreter'

const { X86_64, I386 } = AUDIT_ARCH
const after = (...insns: SockFilter[]): ReturnType<typeof constAllow> =>
  constAllow([...insns, ALLOW], 5, X86_64)

describe('constAllow, as seccomp_is_const_allow()', () => {
  it('takes a number whose path loads nr and arch, tests constants and allows', () => {
    const program = [
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, X86_64, 0, 6),
      op(BPF.LD_ABS, 0),
      op(BPF.AND_K, 0xffff_fffe),
      jump(BPF.JGE_K, 4, 0, 3),
      jump(BPF.JGT_K, 8, 2, 0),
      jump(BPF.JSET_K, 4, 0, 1),
      op(BPF.JA, 1),
      DENY,
      ALLOW,
    ]
    expect(constAllow(program, 5, X86_64)).toEqual({ cached: true, steps: 9 })
    expect(constAllow(program, 3, X86_64)).toEqual({
      cached: false,
      steps: 6,
      pc: 8,
      reason: 'returns ERRNO(1), not ALLOW without data',
    })
    expect(isConstAllow(program, 5, I386)).toBe(false)
    expect(isConstAllow(program, 5, X86_64)).toBe(true)
  })

  it('compares unsigned', () => {
    const program = [op(BPF.LD_ABS), jump(BPF.JGT_K, 0x7fff_ffff, 1, 0), DENY, ALLOW]
    expect(isConstAllow(program, 0x8000_0000, X86_64)).toBe(true)
    expect(isConstAllow(program, -1, X86_64)).toBe(true)
  })

  it('gives up at a load of any other word', () => {
    for (let k = 8; k < 64; k += 4)
      expect(after(op(BPF.LD_ABS, k))).toEqual({
        cached: false,
        steps: 1,
        pc: 0,
        reason: 'loads another word than nr and arch',
      })
  })

  it('gives up at every instruction that it does not know, even where it changes nothing', () => {
    const known: readonly number[] = [0x20, 0x06, 0x05, 0x15, 0x25, 0x35, 0x45, 0x54]
    for (const code of Object.values(BPF)) {
      if (known.includes(code)) continue
      expect(after(op(code)), code.toString(16)).toMatchObject({
        cached: false,
        pc: 0,
        reason: 'uses an instruction that the emulator does not know',
      })
    }
  })

  it.each([
    ['ALLOW with data', verdictOf('ALLOW', 1)],
    ['LOG', verdictOf('LOG')],
    ['ERRNO(0)', verdictOf('ERRNO', 0)],
    ['an unknown action', 0x1234_0000],
  ])('does not take %s', (_name, verdict) => {
    expect(constAllow([ret(verdict)], 0, X86_64)).toMatchObject({ cached: false, steps: 1, pc: 0 })
  })

  it('does not take ret a, whatever A holds', () => {
    expect(constAllow([op(BPF.LD_ABS), RET_A], ALLOW.k, X86_64).cached).toBe(false)
  })

  it('does not mind what is off the path', () => {
    const program = [op(BPF.LD_ABS), jump(BPF.JEQ_K, 41, 0, 2), op(BPF.LD_ABS, 16), RET_A, ALLOW]
    expect(isConstAllow(program, 40, X86_64)).toBe(true)
    expect(isConstAllow(program, 41, X86_64)).toBe(false)
  })

  it('throws where the program runs past its end (P8)', () => {
    expect(() => constAllow([op(BPF.JA, 9)], 0, X86_64)).toThrow('program:pc 10: the program runs past')
  })

  it('agrees with a run on every call that it takes, whatever the arguments', () => {
    const args = fc.array(fc.bigInt(0n, (1n << 64n) - 1n), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(arbitraryProgram(), fc.nat(20), args, (program, nr, values) => {
        const found = constAllow(program, nr, X86_64)
        if (!found.cached) return
        const data = seccompData({ nr, arch: X86_64, args: values, instruction_pointer: values[0]! })
        expect(run(program, data)).toEqual({ verdict: ALLOW.k, steps: found.steps })
      }),
      { numRuns: 500 },
    )
  })
})

describe('attachSteps', () => {
  it('adds up the emulated instructions of all numbers of all tables', () => {
    const program = [op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, X86_64, 0, 2), op(BPF.LD_ABS), ALLOW, DENY]
    expect(attachSteps(program, [])).toBe(0)
    expect(attachSteps(program, [{ arch: X86_64, count: 10 }])).toBe(40)
    expect(
      attachSteps(program, [
        { arch: X86_64, count: 10 },
        { arch: I386, count: 100 },
      ]),
    ).toBe(340)
  })

  it('counts neighbours with one path as it counts each', () => {
    const table = { arch: X86_64, count: 40 }
    const withSmallConstants = arbitraryProgram().map((program) =>
      program.map((insn) => (isConditional(insn.code) ? { ...insn, k: insn.k % 40 } : insn)),
    )
    fc.assert(
      fc.property(withSmallConstants, (program) => {
        const each = Array.from({ length: 40 }, (_, nr) => constAllow(program, nr, X86_64).steps)
        expect(attachSteps(program, [table])).toBe(each.reduce((a, b) => a + b))
      }),
      { numRuns: 500 },
    )
  })

  it('counts a number alone where a test or a mask parts it from the next one', () => {
    const program = [
      op(BPF.LD_ABS),
      jump(BPF.JEQ_K, 3, 5, 0), // 3 takes 3 steps
      jump(BPF.JGT_K, 7, 0, 3), // the other numbers up to 7 take 5 steps
      jump(BPF.JGE_K, 9, 0, 2), // 8 takes 6 steps
      op(BPF.AND_K, 1),
      jump(BPF.JEQ_K, 1, 1, 0), // odd numbers take 7 steps
      op(BPF.JA), // even numbers take 8 steps
      ALLOW,
    ]
    const steps = (nr: number): number => constAllow(program, nr, X86_64).steps
    expect([2, 3, 4, 7, 8, 9, 10, 11].map(steps)).toEqual([5, 3, 5, 5, 6, 7, 8, 7])
    expect(attachSteps(program, [{ arch: X86_64, count: 40 }])).toBe(3 + 7 * 5 + 6 + 16 * 7 + 15 * 8)
  })
})

it('has the verdict of a number where nothing but nr and arch is tested', () => {
  const program = [
    op(BPF.LD_ABS, 0),
    jump(BPF.JEQ_K, 5, 2, 0),
    jump(BPF.JEQ_K, 6, 2, 0),
    ALLOW,
    ret(verdictOf('ERRNO', 1)),
    op(BPF.LD_ABS, 16),
    ALLOW,
  ]
  const verdicts = [4, 5, 6].map((nr) => constVerdict(program, nr, X86_64))
  expect(verdicts).toEqual([ALLOW.k, verdictOf('ERRNO', 1), undefined])
})
