import { BPF, verdictOf } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode, reachable, verify } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { runPass } from '@seccompile/pass'
import { conformance, disagreement } from '@seccompile/testkit'
import { baseline } from '@seccompile/vectors'
import { describe, expect, it } from 'vitest'
import { threadJumps } from '@seccompile/pass-thread-jumps'

const ALLOW = verdictOf('ALLOW')
const EPERM = verdictOf('ERRNO', 1)

const ld: SockFilter = insn(BPF.LD_ABS, 0)
const ja = (skip: number): SockFilter => insn(BPF.JA, skip)
const jeq = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JEQ_K, k, jt, jf)
const jgt = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JGT_K, k, jt, jf)
const jge = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JGE_K, k, jt, jf)
const jset = (k: number, jt: number, jf: number): SockFilter => insn(BPF.JSET_K, k, jt, jf)
const allow = insn(BPF.RET_K, ALLOW)
const deny = insn(BPF.RET_K, EPERM)
const threaded = (...program: readonly SockFilter[]): Program => runPass(threadJumps, program)
const living = (program: Program): number => reachable(program).filter(Boolean).length

conformance(threadJumps)
describe('on what lowering emits', () => {
  conformance(threadJumps, { arbitrary: arbitraryLoweredProgram() })
})

describe('thread-jumps', () => {
  it('does to its example what it says', () => {
    const rest = [ja(0), jge(5, 0, 2), jeq(20, 1, 0), deny, allow]
    expect(threaded(ld, jgt(10, 0, 4), ...rest)).toEqual([ld, jgt(10, 2, 4), ...rest])
  })

  it('returns the program it was given where every jump is straight', () => {
    const program = [ld, jgt(10, 1, 0), jeq(5, 1, 0), deny, allow]
    expect(runPass(threadJumps, program)).toBe(program)
  })

  it('goes through chains of ja', () => {
    expect(threaded(ld, jeq(1, 0, 1), ja(1), ja(1), ld, insn(BPF.RET_A))[1]).toEqual(jeq(1, 2, 3))
  })

  it('makes a ja to a return that return', () => {
    expect(threaded(ld, ja(1), deny, allow)[1]).toEqual(allow)
  })

  it('goes through a test that was asked already, also of several bits or of X', () => {
    for (const test of [insn(BPF.JSET_K, 6), insn(BPF.JGT_X)]) {
      const ask = (jt: number, jf: number): SockFilter => ({ ...test, jt, jf })
      const rest = [ask(1, 0), deny, allow, insn(BPF.RET_A)]
      expect(threaded(ld, ask(0, 3), ...rest)[1]).toEqual(ask(2, 3))
      expect(threaded(ld, ask(3, 0), ...rest)[1]).toEqual(ask(3, 1))
    }
  })

  it('knows what tests before the last one have told', () => {
    const before = [ld, jgt(10, 0, 4), jset(1, 0, 3), jge(4, 0, 2), jeq(21, 1, 0), deny, allow]
    expect(threaded(...before)[2]).toEqual(jset(1, 1, 3))
  })

  it('knows no more than all ways to a test have in common', () => {
    // The test at 3 is reached from 1 with more than 10 in A and from 2 with less.
    const program = [ld, jgt(10, 1, 0), jeq(3, 2, 0), jge(5, 0, 1), deny, allow]
    const out = threaded(...program)
    expect(out[1]).toEqual(jgt(10, 2, 0))
    expect(out[3]).toEqual(jge(5, 0, 1))
  })

  it('forgets what A was when it changes', () => {
    const changes = [insn(BPF.LD_ABS, 4), insn(BPF.ADD_K, 1), insn(BPF.TXA), insn(BPF.LD_MEM)]
    for (const change of changes) {
      const program = [ld, insn(BPF.ST), jgt(10, 0, 3), change, jge(5, 0, 1), deny, allow]
      expect(runPass(threadJumps, program)).toBe(program)
    }
    expect(threaded(ld, jgt(10, 0, 3), insn(BPF.TAX), jge(5, 0, 1), deny, allow)[3]).toEqual(deny)
  })

  it('knows that A starts as 0 and what `and` leaves of it', () => {
    expect(threaded(jeq(0, 0, 1), allow, deny)[0]).toEqual(allow)
    expect(threaded(ld, insn(BPF.AND_K, 7), jgt(7, 1, 0), allow, deny)[2]).toEqual(allow)
  })

  it('makes a test of no effect an unconditional jump, and those above it too', () => {
    const [, top] = threaded(ld, jeq(1, 2, 0), jeq(2, 1, 0), jeq(3, 0, 0), ld, insn(BPF.RET_A))
    expect(top).toEqual(ja(2))
  })

  it('takes equal returns for one place', () => {
    expect(threaded(ld, jeq(1, 0, 1), allow, allow)[1]).toEqual(allow)
  })

  it('agrees on the farthest of equal returns', () => {
    const before = [ld, jeq(1, 0, 1), allow, jeq(2, 0, 1), allow, jeq(3, 1, 0), deny, allow]
    const after = threaded(...before)
    expect(after.filter(({ jt }) => jt > 0)).toEqual([jeq(1, 5, 1), jeq(2, 3, 1), jeq(3, 1, 0)])
    expect(living(after)).toBe(living(before) - 2)
  })

  it('keeps as few of 300 equal returns as hit every window of 256', () => {
    const calls = Array.from({ length: 300 }, (_, nr) => [jeq(nr, 0, 1), allow]).flat()
    const after = threaded(ld, ...calls, deny)
    const used = new Set(after.flatMap(({ jt }, pc) => (jt > 0 ? [pc + 1 + jt] : [])))
    expect(used.size).toBe(Math.ceil(600 / 256))
  })

  it('takes a return that stays anyway rather than a farther one', () => {
    const staying = [jeq(2, 0, 2), insn(BPF.TAX), allow]
    expect(threaded(ld, jeq(1, 0, 1), allow, ...staying, jeq(3, 0, 1), allow, deny)[1]).toEqual(jeq(1, 3, 1))
  })

  it('takes no return of dead code', () => {
    const program = [ld, jeq(1, 1, 0), deny, allow, allow]
    expect(runPass(threadJumps, program)).toBe(program)
  })

  it('goes as far as its eight bits reach', () => {
    const filler = Array.from({ length: 254 }, () => insn(BPF.TAX))
    const rest = [ja(0), jeq(2, 0, 1), allow, deny]
    const far = [ld, jeq(1, 0, 255), ...filler, allow, ...rest]
    expect(runPass(threadJumps, far)).toBe(far)
    expect(threaded(ld, jeq(1, 0, 254), ...filler, ...rest)[1]).toEqual(jeq(1, 0, 255))
  })

  describe('where the kernel has to see that M[] is written', () => {
    it('puts no return in front of code that reads what is not written there', () => {
      const program = [
        ld,
        jeq(1, 0, 1),
        insn(BPF.LD_IMM, 0),
        jeq(2, 1, 0), // M[0] is not written here
        ja(3),
        insn(BPF.ST, 0),
        ja(0),
        insn(BPF.LD_MEM, 0),
        allow,
      ]
      expect(verify(program)).toEqual([])
      expect(verify(threaded(...program))).toEqual([])
    })

    it('gives no ways to a return in front of code that reads what they have not written', () => {
      const program = [
        ld,
        jeq(0, 0, 1),
        allow,
        insn(BPF.ST, 4),
        jeq(1, 1, 0),
        allow, // jeq 0 could take it, but M[4] is not written there
        insn(BPF.LDX_MEM, 4),
        deny,
      ]
      expect(verify(program)).toEqual([])
      expect(runPass(threadJumps, program)).toBe(program)
    })

    it('does all else there is to do', () => {
      const rest = [jeq(0, 0, 1), allow, insn(BPF.ST, 4), jeq(1, 1, 0), allow, insn(BPF.LDX_MEM, 4), deny]
      const before = [ld, insn(BPF.JGT_X, 0, 0, 7), ja(0), ...rest]
      expect(threaded(...before)).toEqual([ld, insn(BPF.JGT_X, 0, 1, 7), ja(0), ...rest])
    })
  })
})

describe('on what other tools emit', () => {
  it.each([
    ['easyseccomp.docker-args', 134, 102],
    ['gvisor-noopt.docker-args', 2006, 192],
    ['libseccomp-2.6.0-O1.docker-args', 345, 343],
    ['libseccomp-2.6.0-O2.docker-args', 425, 183],
    ['minijail-bst.docker-args', 104, 98],
    ['minijail-c.docker-args', 729, 385],
    ['seccompiler.docker-args', 1608, 361],
  ] as const)('keeps what %s means and leaves %i instructions, of them %i in use', (name, length, used) => {
    const program = decode(baseline(name), 'little')
    const out = runPass(threadJumps, program)
    expect([out.length, living(out)]).toEqual([length, used])
    const left = { level: 'program', ir: program } as const
    expect(disagreement(left, { level: 'program', ir: out }, 'little')).toBeUndefined()
  })
})
