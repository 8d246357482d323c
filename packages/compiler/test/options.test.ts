import { compile, compileRules, compileStack } from '@seccompile/compiler'
import { createMemo } from '@seccompile/pass'
import { nodeServer } from '@seccompile/presets'
import { rule, rules } from '@seccompile/rules/test-makers'
import { x86_64 } from '@seccompile/signatures/x86_64'
import { expect, it } from 'vitest'

// These options would have no effect: candidates vary the price of arguments, and the memo is that of the policy.
it.each([
  ['argInsnCost', { argInsnCost: 1 }],
  ['memo', { memo: createMemo() }],
])('refuses "%s", which only compileRules() takes', (name, option) => {
  for (const of of [compile, compileStack])
    expect(() => of(nodeServer, { abis: [x86_64], ...option })).toThrow(new RegExp(`options: .*"${name}"`))
  expect(compileRules(rules(rule(0)), option)).toHaveLength(7)
})
