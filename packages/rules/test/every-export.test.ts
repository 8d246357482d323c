import * as abi from '@seccompile/abi'
import { u32 } from '@seccompile/shape'
import * as rules from '@seccompile/rules'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const ruled = ruleSetOf(rule(0, 1))
const INNER = unchecked('runs for every instruction, node or value of what another function has checked')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(rules, {
      all: [[rules.ALWAYS]],
      any: [[rules.ALWAYS]],
      argument: [1, [{ lo: 1n, hi: 1n }], mayOmit(1n)],
      argumentTests: [rules.ALWAYS],
      holds: INNER,
      isAlways: INNER,
      isNever: INNER,
      not: [rules.ALWAYS],
      predicateKey: INNER,
      canonical: [rules.U32, [{ lo: 0, hi: 1 }]],
      complement: [rules.U32, [{ lo: 0, hi: 1 }]],
      contains: INNER,
      difference: [rules.U32, [{ lo: 0, hi: 1 }], [{ lo: 0, hi: 1 }]],
      intersection: [[{ lo: 0, hi: 1 }], [{ lo: 0, hi: 1 }]],
      sameSet: [[{ lo: 0, hi: 1 }], [{ lo: 0, hi: 1 }]],
      union: [rules.U32, [{ lo: 0, hi: 1 }], [{ lo: 0, hi: 1 }]],
      rangesReader: [rules.U32, u32],
      cellsOf: INNER,
      cellStarts: INNER,
      numbersOf: INNER,
      deciding: INNER,
      rangeAt: INNER,
      commonValue: INNER,
      conflicts: [1],
      gather: INNER,
      mapSections: [ruled, (section: unknown) => section],
      meaning: [ruled, call],
      ruleSet: [ruled],
      verify: [ruled],
      print: [ruled, mayOmit()],
      printPredicate: [rules.ALWAYS, mayOmit()],
      printTest: [{ mask: 1n, values: [{ lo: 1n, hi: 1n }] }, { name: 'args[0]' }, mayOmit()],
      size: [ruled],
      strictest: [ruled, ruled],
      witnesses: [ruled],
    }),
  ).toEqual([])
})
