import { dataWords, seccompData, verdictOf } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import { runWords } from '@seccompile/interpreter'
import { meaning, verify } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import {
  argumentRulesSubject,
  growthSubjects,
  numbersSubject,
  valuesSubject,
} from '../src/growth-subjects.ts'

const ALLOW = verdictOf('ALLOW')

describe('subjects of growth', () => {
  it.each([numbersSubject(50), argumentRulesSubject(20), valuesSubject(30)])(
    '$dimension: allow their calls, and the neighbours of their values not',
    ({ dimension, size, rules, allowed }) => {
      expect(verify(rules)).toEqual([])
      expect(allowed).toHaveLength(size)
      const program = compileRules(rules)
      for (const data of allowed) {
        expect(meaning(rules, data)).toBe(ALLOW)
        expect(runWords(program, dataWords(data)).verdict).toBe(ALLOW)
        const next = seccompData({ ...data, args: data.args.map((value) => value + (1n << 32n)) })
        expect(meaning(rules, next) === ALLOW).toBe(dimension === 'numbers')
      }
    },
  )

  it('mean for libseccomp what they mean for us', () => {
    for (const { rules, resolved, allowed } of [
      numbersSubject(50),
      argumentRulesSubject(20),
      valuesSubject(30),
    ]) {
      const inOurs = rules.sections[0]!.rules.map(({ numbers }) => numbers[0]!.lo)
      expect(resolved.rules.map(({ nr }) => nr)).toEqual(inOurs)
      const values = resolved.rules.flatMap(({ nr, conds }) =>
        conds.length === 0 ? [[nr, 0n]] : conds.map(([cond]) => [nr, BigInt(cond!.val)]),
      )
      expect(values).toEqual(allowed.map(({ nr, args }) => [nr, args[1]]))
    }
  })

  it('grow to 10,000 rules and 1,000 values, the same in every run', () => {
    const largest = (dimension: string): number =>
      Math.max(...growthSubjects().map((one) => (one.dimension === dimension ? one.size : 0)))
    expect(['numbers', 'argument rules', 'values of an argument'].map(largest)).toEqual([
      10_000, 10_000, 1000,
    ])
    expect(numbersSubject(100)).toEqual(numbersSubject(100))
  })
})
