import * as abi from '@seccompile/abi'
import * as cbpf from '@seccompile/cbpf'
import * as policy from '@seccompile/policy'
import { rule, rules as ruleSetOf } from '@seccompile/rules/test-makers'
import { createMemo } from '@seccompile/pass'
import { signedAbiTable } from '@seccompile/signatures'
import * as compiler from '@seccompile/compiler'
import { mayOmit, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const program = cbpf.program([{ code: abi.BPF.RET_K, jt: 0, jf: 0, k: abi.verdictOf('ALLOW') }])
const action = policy.errno(1)
const mine = policy.policy({ default: action }).allow('read')
const ruled = ruleSetOf(rule(0, 1))
const x86_64 = signedAbiTable('x86_64')
const forAbis = { abis: [x86_64] }
const subject = { level: 'program', ir: program } as const
const { speed } = compiler.pipelines

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(compiler, {
      compile: [mine, forAbis],
      tryCompile: [mine, forAbis],
      compileRules: [ruled, mayOmit()],
      tryCompileRules: [ruled, mayOmit()],
      candidates: [
        { ...speed, argInsnCost: 1, effort: 'default', maxPath: Infinity },
        { ranges: 1, sections: 1, objective: 'uniform', mostLists: 1 },
        { kind: 'fits', insns: 1, value: 1, gap: 1 },
      ],
      compileStack: [mine, forAbis],
      isPipelineName: ['speed'],
      pipelineOptions: [speed],
      optimize: [program, mayOmit()],
      isObjectiveKind: ['uniform'],
      objectiveOf: [ruled, [x86_64], mayOmit(), mayOmit(createMemo())],
      longestPath: [program],
      cost: [program, [x86_64], mayOmit('little'), mayOmit()],
      provedDifference: [subject, subject, 'little'],
      weighKnownCalls: [[x86_64]],
      reproTarget: [[x86_64], {}],
      weighOfRepro: [{ level: 'program', ir: program, target: {} }, [x86_64], 'repro.json'],
    }),
  ).toEqual([])
})
