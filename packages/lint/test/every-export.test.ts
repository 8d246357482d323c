import * as abi from '@seccompile/abi'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { signedAbiTable } from '@seccompile/signatures'
import * as lint from '@seccompile/lint'
import * as tables from '@seccompile/lint/tables'
import { wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const ruled = ruleSetOf(rule(0, 1))
const subject = { level: 'rules', ir: ruled } as const
const finding = { name: 'x32-open', message: 'text' }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(lint, {
      examine: [{ filter: subject, abis: [x86_64] }],
      lint: [{ filter: subject, abis: [x86_64] }, []],
      partsOf: [finding],
      splitFinding: [finding, () => 'key'],
      factsOfFindings: [[]],
      shownText: [x86_64, { data: call }],
      readLintRules: [[], 'rules.mjs'],
      readFound: [{ what: 'text' }, 'rules.mjs'],
    }),
  ).toEqual([])
})

it('refuses wrong values of the tables for others too', async () => {
  expect(
    await wrongValueFaults(tables, {
      libcFallbacks: [() => true],
      libcFunctions: [{ abi: x86_64, has: () => true, is: () => true }],
    }),
  ).toEqual([])
})
