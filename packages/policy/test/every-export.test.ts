import * as abi from '@seccompile/abi'
import { signedAbiTable } from '@seccompile/signatures'
import { u32 } from '@seccompile/shape'
import * as policy from '@seccompile/policy'
import * as toolkit from '@seccompile/policy/toolkit'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const call = abi.seccompData({ nr: 0, arch: abi.AUDIT_ARCH.X86_64 })
const action = policy.errno(1)
const mine = policy.policy({ default: action }).allow('read')
const condition = policy.arg(0).eq(1)
const source = { file: 'f', line: 1, column: 1 }
const forAbis = { abis: [x86_64] }

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(policy, {
      errno: [1],
      trace: [mayOmit()],
      arg: [0],
      printCondition: [condition],
      all: [[condition]],
      any: [[condition]],
      not: [condition],
      printPolicy: [mine],
      policySource: [mine, mayOmit({})],
      variants: ['open'],
      variantsOf: ['read'],
      policy: [{ default: action }],
      policyOf: [JSON.parse(JSON.stringify(mine)) as policy.Policy],
      resolve: [mine, forAbis, mayOmit()],
      policyAbis: [mine, mayOmit('x86_64')],
      policyTables: [mine, mayOmit('x86_64'), mayOmit()],
      parseCapability: ['read'],
      formatKernelVersion: [{ major: 6, minor: 1 }],
      parseKernelVersion: ['read'],
    }),
  ).toEqual([])
})

it('refuses wrong values of every argument of `/toolkit` by a message of ours', async () => {
  expect(
    await wrongValueFaults(toolkit, {
      actionName: [action],
      actionOn: [action, 'x86_64'],
      actionVerdict: [action],
      sameAction: [action, action],
      conditionPredicate: [condition, 64],
      callCondition: ['read', () => condition, [x86_64]],
      callPredicate: ['read', condition, x86_64],
      isExactList: [[]],
      libseccompCondition: [condition, 64],
      printRule: [mine.rules[0]],
      overlapTooOften: [[], 64],
      rulesInForce: [mine, forAbis],
      valuesInC: [signedAbiTable('x86_64'), 'read', [1n]],
      possibleReasons: [mine, forAbis, { abi: 'x86_64', name: 'read', verdict: 0 }],
      readPolicy: [u32, 1, 'value'],
      formatSource: [source],
      warning: ['no-width', 'read', mayOmit(source), mayOmit({ data: call })],
    }),
  ).toEqual([])
})
