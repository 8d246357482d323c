import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { decode, parseAssembly } from '@seccompile/cbpf'
import { arbitraryLoweredProgram } from '@seccompile/cbpf/arbitrary'
import { print, size } from '@seccompile/decision'
import { runPass } from '@seccompile/pass'
import { equal } from '@seccompile/prover'
import { conformance } from '@seccompile/testkit'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lift } from '@seccompile/pass-lift'

const ALLOW = verdictOf('ALLOW')
const DENY = verdictOf('ERRNO', 1)

const lifted = (program: Program): string => print(runPass(lift, program))
/** The graph of a program: `text`, and two returns behind it. */
const liftedText = (text: string): string =>
  lifted(parseAssembly(`${text}\nallow: ret #0x7fff0000\ndeny: ret #0x50001`))
const ENDS = ['n1: ALLOW', 'n2: ERRNO(1)', ''].join('\n')

/** Programs of loads, arithmetic with constants and tests. The result is moved between registers before the test. */
const arithmetic = fc
  .array(
    fc.record({
      offset: fc.constantFrom(0, 4, 16, 20),
      steps: fc.array(
        fc.oneof(
          fc.record({
            code: fc.constantFrom(BPF.ADD_K, BPF.SUB_K, BPF.MUL_K, BPF.DIV_K, BPF.OR_K, BPF.AND_K, BPF.XOR_K),
            k: fc.oneof(fc.nat(40).map((k) => k + 1), fc.integer({ min: 1, max: 0xffff_ffff })),
          }),
          fc.record({ code: fc.constantFrom(BPF.LSH_K, BPF.RSH_K), k: fc.nat(31) }),
          fc.record({ code: fc.constantFrom(BPF.NEG, BPF.TAX, BPF.TXA), k: fc.constant(0) }),
          fc.record({ code: fc.constantFrom(BPF.ADD_X, BPF.XOR_X, BPF.SUB_X, BPF.LSH_X), k: fc.constant(0) }),
          fc.record({ code: fc.constantFrom(BPF.LDX_IMM, BPF.LD_IMM), k: fc.nat(70) }),
        ),
        { maxLength: 4 },
      ),
      jump: fc.constantFrom(BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K, BPF.JEQ_X, BPF.JGT_X, BPF.JGE_X, BPF.JSET_X),
      k: fc.oneof(fc.nat(40), fc.nat(0xffff_ffff)),
      isTaken: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts): Program => {
    const body = parts.flatMap(({ offset, steps, jump, k, isTaken }, i) => [
      insn(BPF.LD_ABS, offset),
      ...steps.map(({ code, k: operand }) => insn(code, operand)),
      insn(jump, k, isTaken ? 0 : 1, isTaken ? 1 : 0),
      insn(BPF.RET_K, verdictOf('ERRNO', i + 2)),
    ])
    return [...body, insn(BPF.RET_K, ALLOW)]
  }) // prettier-ignore

conformance(lift)
describe('on what lowering emits', () => {
  conformance(lift, { arbitrary: arbitraryLoweredProgram() })
})
describe('on arithmetic', () => {
  conformance(lift, { arbitrary: arithmetic, runs: 200 })
})

describe('lift', () => {
  it('does to its example what it says', () => {
    const before = [
      insn(BPF.LD_ABS, 16),
      insn(BPF.AND_K, 15),
      insn(BPF.ST, 3),
      insn(BPF.LDX_MEM, 3),
      insn(BPF.LD_IMM, 5),
      insn(BPF.ADD_X),
      insn(BPF.JEQ_K, 7, 0, 1),
      insn(BPF.RET_K, ALLOW),
      insn(BPF.RET_K, DENY),
    ]
    expect(lifted(before)).toBe(`n0: (args[0].low & 0xf) == 2 ? n1 : n2\n${ENDS}`)
  })

  it.each([
    ['ld [0]\n jgt #5, allow, deny', 'nr >= 6'],
    ['ld [0]\n jset #6, allow, deny', '(nr & 0x6) == 0', 'ERRNO(1)'],
    ['ld [0]\n sub #10\n jgt #5, allow, deny', 'nr >= 10'],
    ['ldx #7\n ld [0]\n jge x, allow, deny', 'nr >= 7'],
    ['ld [0]\n tax\n ld #7\n jgt x, allow, deny', 'nr >= 7', 'ERRNO(1)'],
    ['ld #len\n tax\n ld [0]\n jeq x, allow, deny', 'nr == 64'],
    ['ld [0]\n rsh #30\n jeq #1, allow, deny', '(nr & 0xc0000000) == 0x40000000'],
    ['ldx #33\n ld [0]\n rsh x\n jeq #1, allow, deny', '(nr & 0xfffffffe) == 2'],
    ['ld #5\n ldx #0\n div x\n jeq #1, allow, deny', undefined],
    ['ld #0x7fff0000\n jeq #1, allow, deny', undefined],
  ])('takes %j for a test', (text, test, then = 'ALLOW') => {
    const graph = liftedText(text)
    if (test === undefined) expect(graph).toMatch(/^n0: [A-Z0-9_()]+\n$/)
    else expect(graph).toMatch(`n0: ${test} ? n`)
    if (test !== undefined && !graph.includes('n3')) expect(graph).toContain(`n1: ${then}`)
  })

  it('ends where a division by X that is 0 ends the program', () => {
    expect(liftedText('ld #5\n ldx #0\n div x\n jeq #1, allow, deny')).toBe('n0: KILL_THREAD\n')
  })

  it('returns a constant that was computed', () => {
    expect(lifted([insn(BPF.LD_IMM, 0x50000), insn(BPF.OR_K, 38), insn(BPF.RET_A)])).toBe('n0: ERRNO(38)\n')
  })

  it('passes over a test that the one before it has decided', () => {
    expect(liftedText('ld [0]\n jeq #5, more, deny\n more: jeq #5, allow, deny')).toBe(
      `n0: nr == 5 ? n1 : n2\n${ENDS}`,
    )
    expect(liftedText('ld [0]\n jgt #5, more, deny\n more: jeq #2, deny, allow')).toBe(
      `n0: nr >= 6 ? n1 : n2\n${ENDS}`,
    )
  })

  it('keeps a test that the one before it has decided for some values only', () => {
    // Where nr + 3 is at most 5, nr is 0 to 2 or one of the last three.
    const text = 'ld [0]\n add #3\n jgt #5, allow, more\n more: ld [0]\n jge #0x80000000, allow, deny'
    expect(liftedText(text)).toContain('nr >= 0x80000000')
  })

  it.each([
    ['ld [0]\n tax\n ld [16]\n add x\n jeq #7, allow, deny', 'pc 3: `add x` cannot be lifted: it combines two words'],
    ['ld [0]\n tax\n ld [16]\n jgt x, allow, deny', 'pc 3: `jgt x` cannot be lifted: it compares two words'],
    ['ld [0]\n tax\n ld #1\n lsh x\n jset #6, allow, deny', 'pc 3: `lsh x` cannot be lifted: it shifts by a word'],
    ['ld [0]\n tax\n ld #9\n div x\n jset #6, allow, deny', 'pc 3: `div x` cannot be lifted: it divides by a word'],
    ['ld [0]\n ret a', 'pc 1: `ret a` cannot be lifted: it returns what it made of nr'],
    ['ld [0]\n mul #3\n jgt #1000, allow, deny', 'pc 2: `jgt #0x3e8` cannot be lifted: the words that take the jump are not a few ranges under a mask'],
  ])('declines %j and says why', (text, message) => {
    expect(() => liftedText(text)).toThrow(expect.objectContaining({ name: 'PassError', code: 'E_DECLINED', message: `lift: ${message}` }))
  }) // prettier-ignore

  it('does not mind what it cannot follow where nobody looks at it', () => {
    expect(liftedText('ld [0]\n tax\n ld [16]\n mul x\n ld [0]\n jeq #7, allow, deny')).toBe(
      `n0: nr == 7 ? n1 : n2\n${ENDS}`,
    )
  })

  it('reads the halves of an argument in the byte order of the machine', () => {
    const program = [
      insn(BPF.LD_ABS, 16),
      insn(BPF.JEQ_K, 1, 0, 1),
      insn(BPF.RET_K, ALLOW),
      insn(BPF.RET_K, DENY),
    ]
    expect(print(runPass(lift, program, { endianness: 'big' }))).toContain('args[0].high == 1')
  })

  it('keeps what ways share that meet again, however often they parted', () => {
    // 30 times, one of two loads: each choice is a way of its own to the end.
    const text = Array.from({ length: 30 }, (_, i) => `L${i}: ld [${16 + 8 * (i % 6)}]\n jset #${2 ** (i % 28)}, M${i}, N${i}\n M${i}: ld [4]\n N${i}: ld [0]\n`)
    const graph = runPass(lift, parseAssembly(`${text.join('')} jeq #${AUDIT_ARCH.X86_64}, allow, deny\nallow: ret #0x7fff0000\ndeny: ret #0x50001`))
    expect(size(graph)).toBe(3)
  }) // prettier-ignore

  it('declines where the ways to an instruction are in too many states', () => {
    // Each bit of nr is kept in its own scratch word as one of two constants: 2 ** 16 states.
    const text = Array.from({ length: 16 }, (_, i) => ` ld [0]\n jset #${2 ** i}, M${i}, N${i}\n M${i}: ld #1\n ja S${i}\n N${i}: ld #2\n S${i}: st M[${i}]\n`)
    const reads = Array.from({ length: 16 }, (_, i) => ` ld M[${i}]\n jeq #1, R${i}, deny\n R${i}:`).join('') + ' ja allow'
    expect(() => liftedText(text.join('') + reads)).toThrow(/lift: pc \d+: `.*` cannot be lifted: A, X and M\[\] can be in more than 32768 states/)
  }) // prettier-ignore

  it('follows 4096 instructions', () => {
    const chain = Array.from({ length: 4094 }, (_, i) => insn(BPF.JEQ_K, i + 1, 0, 0))
    expect(lifted([insn(BPF.LD_ABS, 0), ...chain, insn(BPF.RET_K, DENY)])).toBe('n0: ERRNO(1)\n')
  })

  it.each(BASELINE_NAMES)('is proved to keep what %s means', (name) => {
    const program = decode(baseline(name), 'little')
    const graph = runPass(lift, program)
    expect(equal({ level: 'program', ir: program }, { level: 'decision', ir: graph }).kind).toBe('equal')
    expect(size(graph)).toBeLessThanOrEqual(program.length)
  })
})
