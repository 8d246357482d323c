import { AUDIT_ARCH, BPF, seccompData, verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import type { Program, Word } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { verifyLowered } from '@seccompile/cbpf'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, TestOp } from '@seccompile/decision'
import { arbitraryDecision } from '@seccompile/decision/arbitrary'
import { run } from '@seccompile/interpreter'
import { runPass } from '@seccompile/pass'
import { conformance } from '@seccompile/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lower } from '@seccompile/pass-lower'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)
const KILL = verdictOf('KILL_THREAD')
const X86_64 = AUDIT_ARCH.X86_64

/** Adds a test of a whole word. */
function ask(
  b: DecisionBuilder,
  word: Word,
  op: TestOp,
  k: number,
  then: Decision,
  otherwise: Decision,
): Decision {
  return b.test({ word, mask: WHOLE_WORD, op, k }, then, otherwise)
}
const count = (program: Program, code: number): number =>
  program.filter((other) => other.code === code).length

/** A filter that allows `numbers`, one test after the other. */
function linear(numbers: readonly number[]): Decision {
  const b = decisionBuilder()
  const chain = numbers.reduceRight<Decision>(
    (next, nr) => ask(b, WORD_NR, 'eq', nr, b.verdict(ALLOW), next),
    b.verdict(EPERM),
  )
  return ask(b, WORD_ARCH, 'eq', X86_64, chain, b.verdict(KILL))
}

/** A filter that halves `0` to `leaves - 1`; even numbers are allowed. */
function halving(leaves: number): Decision {
  const b = decisionBuilder()
  const between = (lo: number, hi: number): Decision => {
    if (lo === hi) return b.verdict(lo % 2 === 0 ? ALLOW : EPERM)
    const middle = Math.ceil((lo + hi) / 2)
    return ask(b, WORD_NR, 'ge', middle, between(middle, hi), between(lo, middle - 1))
  }
  return between(0, leaves - 1)
}

conformance(lower)

describe('lower', () => {
  it('turns its example into the program it shows', () => {
    const b = decisionBuilder()
    const allow = b.verdict(ALLOW)
    const deny = b.verdict(EPERM)
    const n2 = ask(b, WORD_NR, 'eq', 5, allow, deny)
    const n1 = ask(b, WORD_NR, 'gt', 2, n2, allow)
    const n0 = ask(b, WORD_ARCH, 'eq', X86_64, n1, deny)
    expect(runPass(lower, n0)).toEqual([
      insn(BPF.LD_ABS, 4),
      insn(BPF.JEQ_K, X86_64, 0, 4),
      insn(BPF.LD_ABS, 0),
      insn(BPF.JGT_K, 2, 0, 1),
      insn(BPF.JEQ_K, 5, 0, 1),
      insn(BPF.RET_K, ALLOW),
      insn(BPF.RET_K, EPERM),
    ])
  })

  it('turns a verdict into a return', () => {
    expect(runPass(lower, decisionBuilder().verdict(ALLOW))).toEqual([insn(BPF.RET_K, ALLOW)])
  })

  it('emits nothing that the allow bitmap does not follow, nor anything unreached', () => {
    fc.assert(
      fc.property(arbitraryDecision({ maxTests: 120 }), (root) => {
        expect(verifyLowered(runPass(lower, root))).toEqual([])
      }),
    )
  })

  describe('on 306 calls, one test after the other', () => {
    const program = runPass(lower, linear(Array.from({ length: 306 }, (_, nr) => nr)))
    const steps = (nr: number): number => run(program, seccompData({ nr, arch: X86_64 })).steps

    it('takes one instruction a call, two loads, one test of arch, three returns and a copy of one', () => {
      expect(program).toHaveLength(306 + 2 + 1 + 3 + 1)
      expect(count(program, BPF.LD_ABS)).toBe(2)
      expect(count(program, BPF.JA)).toBe(0)
    })

    it('executes as many tests as there are calls up to the one made', () => {
      expect([0, 152, 305].map(steps)).toEqual([5, 157, 310])
    })
  })

  describe('loads', () => {
    it('skips the load on the ways that have the word, where another way has to load it', () => {
      const b = decisionBuilder()
      const shared = ask(b, WORD_NR, 'eq', 7, b.verdict(ALLOW), b.verdict(EPERM))
      const argument = ask(b, 4, 'eq', 1, b.verdict(ALLOW), shared)
      const program = runPass(lower, ask(b, WORD_NR, 'eq', 5, argument, shared))
      expect(count(program, BPF.LD_ABS)).toBe(3)
      expect(run(program, seccompData({ nr: 7, arch: 0 })).steps).toBe(4)
      expect(run(program, seccompData({ nr: 5, arch: 0 })).steps).toBe(7)
    })

    it('reads the high word of an argument where the machine has it', () => {
      const b = decisionBuilder()
      const root = ask(b, 5, 'gt', 0, b.verdict(EPERM), b.verdict(ALLOW))
      const offset = (endianness: 'little' | 'big'): number => runPass(lower, root, { endianness })[0]!.k
      expect([offset('little'), offset('big')]).toEqual([20, 16])
    })
  })

  describe('masks', () => {
    const masked = (mask: number, op: TestOp, k: number): Program => {
      const b = decisionBuilder()
      return runPass(lower, b.test({ word: 4, mask, op, k }, b.verdict(ALLOW), b.verdict(EPERM)))
    }
    it.each([
      ['v == 0', 'eq', 0x7e02_0000, 0, 0x7e02_0000, true],
      ['v > 0', 'gt', 0xf0, 0, 0xf0, false],
      ['v >= 1', 'ge', 0xf0, 1, 0xf0, false],
      ['v == mask, of one bit', 'eq', 0x8000_0000, 0x8000_0000, 0x8000_0000, false],
      ['v & k != 0', 'set', 0xff, 0x1f0, 0xf0, false],
    ] as const)('asks %s by one jset', (_, op, mask, k, bits, negated) => {
      const program = masked(mask, op, k)
      expect(program).toHaveLength(4)
      const [load, jset] = program
      expect(load).toEqual(insn(BPF.LD_ABS, 16))
      expect(jset).toMatchObject({ code: BPF.JSET_K, k: bits })
      expect(program[2 + (negated ? jset!.jf : jset!.jt)]).toEqual(insn(BPF.RET_K, ALLOW))
    })

    it.each([
      ['some of its bits', 0xff, 8],
      ['all of its bits', 0xf0, 0xf0],
    ])('keeps `and` where a mask is compared with %s', (_, mask, k) => {
      expect(masked(mask, 'eq', k)).toEqual([
        insn(BPF.LD_ABS, 16),
        insn(BPF.AND_K, mask),
        insn(BPF.JEQ_K, k, 0, 1),
        insn(BPF.RET_K, ALLOW),
        insn(BPF.RET_K, EPERM),
      ])
    })

    /** Tests of one word under `masks`, one after the other. */
    const chain = (masks: readonly number[]): Program => {
      const b = decisionBuilder()
      const step = (next: Decision, mask: number, k: number): Decision =>
        b.test({ word: 4, mask, op: 'eq', k: 2 + k }, b.verdict(ALLOW), next)
      return runPass(lower, masks.reduceRight<Decision>(step, b.verdict(EPERM)))
    }

    it('masks once for tests of the same bits', () => {
      const program = chain([0xff, 0xff, 0xff])
      expect(count(program, BPF.LD_ABS)).toBe(1)
      expect(count(program, BPF.AND_K)).toBe(1)
    })

    it('masks what is masked already for fewer bits, and loads again for others', () => {
      expect(count(chain([0xff, 0x0f]), BPF.LD_ABS)).toBe(1)
      expect(count(chain([0xff, 0x0f]), BPF.AND_K)).toBe(2)
      expect(count(chain([0x0f, 0xff]), BPF.LD_ABS)).toBe(2)
      expect(count(chain([0xff, WHOLE_WORD]), BPF.LD_ABS)).toBe(2)
    })
  })

  describe('layout', () => {
    it('reaches everything in a tree of 256 leaves without a ja', () => {
      const program = runPass(lower, halving(256))
      expect(count(program, BPF.JA)).toBe(0)
      expect(program.length).toBeLessThanOrEqual(1 + 255 + 2 * 2)
    })

    it('puts the smaller side first, whichever it is', () => {
      const b = decisionBuilder()
      const large = linear(Array.from({ length: 200 }, (_, nr) => nr))
      const small = linear(Array.from({ length: 200 }, (_, nr) => 1000 + nr))
      for (const [then, otherwise] of [
        [b.verdict(KILL), b.intern(large)],
        [b.intern(large), b.verdict(KILL)],
        [b.intern(small), b.intern(large)],
      ] as const)
        expect(count(runPass(lower, ask(b, 4, 'eq', 0, then, otherwise)), BPF.JA)).toBe(0)
    })

    /** The returns of a program with these tests of `arch`, in order, and the place of the first. */
    const returnsFor = (arches: readonly number[], tests: number): readonly number[] => {
      const b = decisionBuilder()
      const numbers = Array.from({ length: tests }, (_, nr) => nr).reduceRight<Decision>(
        (next, nr) => ask(b, WORD_NR, 'eq', 2 * nr, b.verdict(nr === 0 ? verdictOf('LOG') : ALLOW), next),
        b.verdict(EPERM),
      )
      const root = arches.reduceRight<Decision>(
        (next, arch) => ask(b, WORD_ARCH, 'eq', arch, numbers, next),
        arches.length === 0 ? numbers : b.verdict(KILL),
      )
      return runPass(lower, root).flatMap(({ code, k }) => (code === BPF.RET_K ? [k] : []))
    }

    it('puts the weakest verdict first on x86, where the first return holds the end of the function', () => {
      const order = [ALLOW, verdictOf('LOG'), EPERM, KILL]
      expect(returnsFor([X86_64], 4)).toEqual(order)
      expect(returnsFor([AUDIT_ARCH.I386], 4)).toEqual(order)
      expect(returnsFor([AUDIT_ARCH.AARCH64, X86_64], 4)).toEqual(order)
      expect(returnsFor([], 4)).toEqual(order.slice(0, 3))
    })

    it('puts the weakest verdict last on other machines, where the last return falls through to that end', () => {
      const order = [KILL, EPERM, verdictOf('LOG'), ALLOW]
      expect(returnsFor([AUDIT_ARCH.AARCH64], 4)).toEqual(order)
      expect(returnsFor([AUDIT_ARCH.S390X], 4)).toEqual(order)
    })

    it('puts returns where they cost nothing: a program of 257 instructions reaches its end, a longer one gets no copies', () => {
      // Two loads, the test of arch and four returns beside the tests.
      expect(returnsFor([X86_64], 257 - 7)).toEqual([ALLOW, verdictOf('LOG'), EPERM, KILL])
      for (const longer of [258, 262]) {
        const returns = returnsFor([X86_64], longer - 7)
        expect(returns).toHaveLength(4)
        expect(returns[0]).toBe(KILL)
      }
    })

    it('keeps two returns of one action in their order', () => {
      const b = decisionBuilder()
      const ENOSYS = verdictOf('ERRNO', 38)
      const program = runPass(lower, ask(b, WORD_NR, 'eq', 1, b.verdict(ENOSYS), b.verdict(EPERM)))
      expect(program.slice(2).map(({ k }) => k)).toEqual([EPERM, ENOSYS])
    })

    it('follows a chain of 4000 tests', () => {
      const numbers = Array.from({ length: 4000 }, (_, nr) => nr)
      const program = runPass(lower, linear(numbers))
      expect(program.length).toBeLessThanOrEqual(4096)
      expect(run(program, seccompData({ nr: 3999, arch: X86_64 })).verdict).toBe(ALLOW)
    })

    it('says by how much a program is too long (P1)', () => {
      const numbers = Array.from({ length: 20_000 }, (_, nr) => nr)
      expect(() => runPass(lower, linear(numbers))).toThrow(
        /program: takes 200\d\d instructions, 159\d\d more than the 4096 a filter holds \(P1\)/,
      )
    })
  })
})
