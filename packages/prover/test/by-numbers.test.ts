import { argHigh, argLow, BPF, SECCOMP_RET, WORD_ARCH, WORD_NR, wordOffset } from '@seccompile/abi'
import type { Program, SockFilter, Word } from '@seccompile/abi'
import { insn, ret } from '@seccompile/abi/test-makers'
import { ALWAYS, argument, ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { arbitraryRuleSet } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equal, equalByNumbers } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'

const ARCH = 0xc000_003e
const [ALLOW, REFUSE, KILL] = [SECCOMP_RET.ALLOW, 0x0005_0001, SECCOMP_RET.KILL_PROCESS]
/** Numbers with conditions, each with a value of each argument. */
const NUMBERS = [3, 4, 9, 200] as const
const valueOf = (nr: number, index: number): bigint => BigInt(nr * 0x1_0203) << BigInt(index * 4)

const RULES: RuleSet = ruleSet({
  sections: [
    {
      arch: ARCH,
      rules: [
        ...NUMBERS.flatMap((nr) =>
          ([0, 1, 2, 3] as const).map((index) => ({
            numbers: [{ lo: nr, hi: nr }],
            when: argument(index, [{ lo: valueOf(nr, index), hi: valueOf(nr, index) }]),
            verdict: ALLOW,
          })),
        ),
        { numbers: [{ lo: 20, hi: 30 }], when: ALWAYS, verdict: ALLOW },
      ],
      otherwise: REFUSE,
    },
  ],
  badArch: KILL,
})

const load = (word: Word): SockFilter => insn(BPF.LD_ABS, wordOffset(word, 'little'))

/** A filter that means what the rules mean for `numbers`, and allows the other numbers with conditions. */
function filterOf(numbers: readonly number[], isRest: boolean): Program {
  const calls = numbers.flatMap((nr) => {
    const tests = ([0, 1, 2, 3] as const).flatMap((index) => {
      const value = valueOf(nr, index)
      return [
        load(argHigh(index)),
        insn(BPF.JEQ_K, Number(value >> 32n), 0, 3),
        load(argLow(index)),
        insn(BPF.JEQ_K, Number(value & 0xffff_ffffn), 0, 1),
        ret(ALLOW),
      ]
    })
    return [insn(BPF.JEQ_K, nr, 0, tests.length + 1), ...tests, ret(REFUSE)]
  })
  const others = NUMBERS.filter((nr) => !numbers.includes(nr)).flatMap((nr) => [insn(BPF.JEQ_K, nr, 0, 1), ret(ALLOW)])
  return [
    load(WORD_ARCH),
    insn(BPF.JEQ_K, ARCH, 1, 0),
    ret(KILL),
    load(WORD_NR),
    ...calls,
    ...others,
    ...(isRest ? [insn(BPF.JGT_K, 30, 2, 0), insn(BPF.JGE_K, 20, 0, 1), ret(ALLOW), ret(REFUSE)] : [ret(ALLOW)]),
  ]
} // prettier-ignore

const program = (ir: Program) => ({ level: 'program', ir }) as const
const WHOLE: Subject = program(filterOf(NUMBERS, true))
const STACK: Subject = {
  level: 'stack',
  ir: [program(filterOf([3], false)), program(filterOf([4, 9], true)), program(filterOf([200], false))],
}
const rules = (ir: RuleSet): Subject => ({ level: 'rules', ir })

describe('equalByNumbers', () => {
  it('proves a filter and a stack equal to rules, in parts that cover all calls', () => {
    for (const filter of [WHOLE, STACK, rules(RULES)]) {
      expect(equal(rules(RULES), filter).kind).toMatch(/equal|same/)
      // Three ranges of arch. In that of the section, the four numbers and the ranges between them are parts.
      expect(equalByNumbers(RULES, filter)).toEqual({ kind: 'equal', parts: 10 })
    }
  })

  it('decides what outgrows the bounds as a whole (issue 32: a stack of three filters)', () => {
    const limits = Array.from({ length: 60 }, (_, i) => ({ maxNodes: 200 + i * 50 }))
    const found = limits.find(
      (limit) =>
        equal(rules(RULES), STACK, limit).kind === 'undecided' &&
        equalByNumbers(RULES, STACK, limit).kind === 'equal',
    )
    expect(found).toBeDefined()
    expect(equalByNumbers(RULES, STACK, { maxNodes: 50 }).kind).toBe('undecided')
  })

  it('finds each fault that the whole proof finds, wherever it is', () => {
    let faults = 0
    const { ir } = STACK
    ir.forEach((filter, which) => {
      const insns = filter.ir as Program
      insns.forEach(({ code, jt, jf, k }, pc) => {
        if (code === BPF.LD_ABS) return
        const wrong = insns.map((each, i) => (i === pc ? { code, jt, jf, k: (k ^ 1) >>> 0 } : each))
        const stack: Subject = { level: 'stack', ir: ir.map((each, i) => (i === which ? program(wrong) : each)) }
        const [whole, parts] = [equal(rules(RULES), stack), equalByNumbers(RULES, stack)]
        expect([pc, parts.kind]).toEqual([pc, whole.kind])
        if (parts.kind === 'different') faults += 1
      })
    })
    expect(faults).toBeGreaterThan(40)
  }) // prettier-ignore

  it('agrees with the whole proof on random rules', () => {
    fc.assert(
      fc.property(arbitraryRuleSet(), arbitraryRuleSet(), fc.boolean(), (one, two, isSame) => {
        const other = isSame ? structuredClone(one) : two
        const whole = equal(rules(one), rules(other)).kind
        expect(equalByNumbers(one, rules(other)).kind).toBe(whole === 'same' ? 'equal' : whole)
      }),
      { numRuns: 60 },
    )
  })
})
