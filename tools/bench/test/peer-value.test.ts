import { compileRules, objectiveOf } from '@seccompile/compiler'
import { resolve } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { listedCalls } from '../src/peers/argument-lists.ts'
import { figuresOf } from '../src/peers/figures.ts'
import { freshPolicies } from '../src/peers/fresh-policies.ts'

// The program tests the conditions of a call one after the other: its value shows each argument list that is left out.
it('the value of a filter is the mean over argument lists that the bench counts', () => {
  const alone = freshPolicies().filter(({ abis }) => abis.length === 1)
  expect(alone.length).toBeGreaterThan(70)
  const differing = alone.flatMap(({ name, policy, abis }) => {
    const { rules } = resolve(policy, { abis })
    const program = compileRules(rules, { pipeline: 'none' })
    const { value } = objectiveOf(rules, abis, { objective: 'uniform' }).valueOf([program], 'little')
    const { lists = 0 } = figuresOf(program, [{ abi: abis[0]!, calls: listedCalls(rules, abis[0]!) }])
    return Math.abs(value - lists) < 1e-9 ? [] : [{ name, value, lists }]
  })
  expect(differing).toEqual([])
})
