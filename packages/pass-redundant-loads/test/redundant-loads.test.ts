import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { insn, ret } from '@seccompile/abi/test-makers'
import { decode } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { runPass } from '@seccompile/pass'
import { conformance, disagreement } from '@seccompile/testkit'
import { baseline } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { redundantLoads } from '@seccompile/pass-redundant-loads'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)

const ld = (offset: number): SockFilter => insn(BPF.LD_ABS, offset)
const and = (mask: number): SockFilter => insn(BPF.AND_K, mask)
const jeq = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JEQ_K, k, jt, jf)
const optimized = (...program: readonly SockFilter[]): Program => runPass(redundantLoads, program)

conformance(redundantLoads)
describe('on what lowering emits', () => {
  conformance(redundantLoads, { arbitrary: arbitraryLoweredProgram() })
})

describe('redundant-loads', () => {
  it('does to its example what it says', () => {
    const before = [
      ld(4),
      jeq(AUDIT_ARCH.X86_64, 0, 6),
      ld(16),
      ld(0),
      jeq(5, 3, 0),
      ld(0),
      jeq(6, 1, 0),
      ret(ALLOW),
      ret(EPERM),
    ]
    expect(optimized(...before)).toEqual([
      ld(4),
      jeq(AUDIT_ARCH.X86_64, 0, 4),
      ld(0),
      jeq(5, 2, 0),
      jeq(6, 1, 0),
      ret(ALLOW),
      ret(EPERM),
    ])
  })

  it('returns the program it was given where every load is needed', () => {
    const program = [ld(4), jeq(1, 0, 2), ld(0), jeq(5, 1, 0), ret(EPERM), ret(ALLOW)]
    expect(runPass(redundantLoads, program)).toBe(program)
  })

  it('sends the ways that hold the word past a load that others need', () => {
    const before = [ld(0), jeq(1, 0, 2), ld(4), jeq(2, 0, 0), ld(0), jeq(3, 0, 1), ret(ALLOW), ret(EPERM)]
    expect(optimized(...before)).toEqual([
      ld(0),
      jeq(1, 0, 3), // A holds nr
      ld(4),
      jeq(2, 0, 0), // A holds arch
      ld(0),
      jeq(3, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ])
  })

  it('leaves a jump where it is when behind the load is out of its reach', () => {
    const jumping = (skip: number): Program => [
      ld(0),
      jeq(1, 0, skip),
      ...Array.from({ length: skip - 2 }, () => insn(BPF.TAX)),
      ld(4),
      insn(BPF.ST, 0),
      ld(0),
      jeq(3, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ]
    const far = jumping(255)
    expect(runPass(redundantLoads, far)).toBe(far)
    expect(optimized(...jumping(254))[1]).toEqual(jeq(1, 0, 255))
  })

  it('keeps a load where two ways bring different words', () => {
    const program = [
      ld(4),
      jeq(1, 0, 1),
      ld(0),
      insn(BPF.TAX), // A holds arch or nr
      ld(0),
      jeq(3, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ]
    expect(runPass(redundantLoads, program)).toBe(program)
  })

  it('drops a load and a mask that together give A what it has', () => {
    const masked = [ld(16), and(0xff), jeq(1, 3, 0), ld(16), and(0xff), jeq(2, 0, 1), ret(ALLOW), ret(EPERM)]
    expect(optimized(...masked)).toEqual([
      ld(16),
      and(0xff),
      jeq(1, 1, 0),
      jeq(2, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ])
  })

  it('keeps a load where A holds only some bits of the word', () => {
    const program = [ld(16), and(0xff), jeq(1, 2, 0), ld(16), jeq(2, 0, 1), ret(ALLOW), ret(EPERM)]
    expect(runPass(redundantLoads, program)).toBe(program)
  })

  it('drops a mask whose bits are all that is left', () => {
    expect(optimized(ld(16), and(0x0f), and(0xff), jeq(1, 0, 1), ret(ALLOW), ret(EPERM))).toEqual([
      ld(16),
      and(0x0f),
      jeq(1, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ])
  })

  it('keeps a run into the middle of which another way jumps', () => {
    const before = (through: SockFilter): Program => [
      ld(0),
      jeq(7, 4, 0), // to the second `and`, with nr in A
      ld(16),
      and(1),
      through,
      ld(16),
      and(1),
      jeq(1, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ]
    const falling = before(insn(BPF.ST, 0))
    expect(runPass(redundantLoads, falling)).toBe(falling)
    expect(optimized(...before(jeq(0, 3, 0)))).toEqual([
      ld(0),
      jeq(7, 3, 0),
      ld(16),
      and(1),
      jeq(0, 2, 1), // behind the second `and`
      and(1),
      jeq(1, 0, 1),
      ret(ALLOW),
      ret(EPERM),
    ])
  })

  it.each([
    ['a return of k', [ld(0), ret(ALLOW)], [ret(ALLOW)]],
    ['another load', [ld(4), ld(0), insn(BPF.RET_A)], [ld(0), insn(BPF.RET_A)]],
    ['arithmetic that nobody reads either', [ld(0), and(1), insn(BPF.ADD_X), ret(ALLOW)], [ret(ALLOW)]],
    ['txa', [ld(0), insn(BPF.TXA), insn(BPF.RET_A)], [insn(BPF.TXA), insn(BPF.RET_A)]],
  ])('drops a load that is followed by %s', (_, before, after) => {
    expect(optimized(...before)).toEqual(after)
  })

  it.each([
    ['a return of A', [ld(0), insn(BPF.RET_A)]],
    ['a store', [ld(0), insn(BPF.ST, 3), ret(ALLOW)]],
    ['tax', [ld(0), insn(BPF.TAX), ret(ALLOW)]],
    ['a division that ends the program where X is 0', [ld(0), insn(BPF.DIV_X), ret(ALLOW)]],
    ['a jump on the other way', [ld(0), jeq(0, 0, 1), ret(ALLOW), jeq(1, 0, 1), ret(ALLOW), ret(EPERM)]],
  ])('keeps a load that is followed by %s', (_, program) => {
    expect(runPass(redundantLoads, program)).toBe(program)
  })

  it('knows a word again after X and M[] were written', () => {
    const before = [ld(0), insn(BPF.TAX), insn(BPF.ST, 0), ld(0), jeq(1, 0, 1), ret(ALLOW), ret(EPERM)]
    expect(optimized(...before)).toHaveLength(before.length - 1)
  })

  it('does not take the 0 that A starts with for a word', () => {
    const program = [ld(0), insn(BPF.RET_A)]
    expect(runPass(redundantLoads, program)).toBe(program)
  })
})

describe('on what other tools emit', () => {
  it.each([
    ['easyseccomp.docker-args', 134, 133],
    ['libseccomp-2.6.0-O2.docker-args', 425, 424],
    ['minijail-c.docker-args', 729, 729],
  ] as const)('keeps what %s means and leaves %i instructions at %i', (name, before, after) => {
    const program = decode(baseline(name), 'little')
    const out = runPass(redundantLoads, program)
    expect([program.length, out.length]).toEqual([before, after])
    const left = { level: 'program', ir: program } as const
    expect(disagreement(left, { level: 'program', ir: out }, 'little')).toBeUndefined()
  })
})
