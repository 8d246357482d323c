/* The warnings of the allow-lists, each with its reason. */
import { constantFamilies } from '@seccompile/constants/all'
import { policyTables, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { modeStrict, nestedSandbox, nodeServer, pureCompute } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { TOKENS } from './verdict-of.ts'

/** For each warning that `policy` has with some ABI as the main one, started by a launcher: its name, and these ABIs. */
function warned(
  policy: Policy,
  tokens: readonly AbiToken[] = TOKENS,
): Readonly<Record<string, readonly AbiToken[]>> {
  const found: Record<string, AbiToken[]> = {}
  for (const token of tokens) {
    const target = { abis: policyTables(policy, token, signedAbiTable) }
    const { warnings } = resolve(policy, target, { families: constantFamilies, launched: true })
    for (const name of new Set(warnings.map((each) => each.name))) (found[name] ??= []).push(token)
  }
  return found
}

it('pure-compute has none, but that sh lacks clone3', () => {
  expect(warned(pureCompute)).toEqual({ 'absent-name': ['sh', 'sheb'] })
})

it('node-server has socketcall open on s390x, and refuses it on ppc64le, where no C library makes it', () => {
  const ofNode = ['x86_64', 'aarch64', 'arm', 'ppc64le', 's390x', 'riscv64', 'loongarch64'] as const
  expect(warned(nodeServer, ofNode)).toEqual({
    'multiplexer-refused': ['ppc64le'],
    'multiplexer-gap': ['s390x'],
  })
})

it('mode-strict says on every ABI that it is for that no program can start under it', () => {
  const tokens = TOKENS.filter((token) => token !== 'x32')
  expect(warned(modeStrict, tokens)).toEqual({ 'cannot-live': tokens })
})

it('nested-sandbox has the gap of container-default', () => {
  expect(Object.keys(warned(nestedSandbox))).toEqual(['multiplexer-gap'])
})
