/* A model that claims nothing of a call is still held to what it says of the others. */
import { loads } from '@seccompile/oci-runtime'
import { compile } from 'seccompile'
import { errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { decode } from '@seccompile/cbpf'
import { expect, it } from 'vitest'
import { asSaid } from '../src/runtimes/as-said.ts'

const test = (index: number, op: string, value: number): object => ({ index, op: `SCMP_CMP_${op}`, value })
const allow = (name: string, ...args: readonly object[]): object => ({
  names: [name],
  action: 'SCMP_ACT_ALLOW',
  args,
})
const profile = {
  defaultAction: 'SCMP_ACT_ERRNO',
  architectures: ['SCMP_ARCH_X86_64'],
  syscalls: [
    allow('read'),
    allow('dup3', test(0, 'LT', 3), test(1, 'EQ', 2)),
    allow('dup3', test(0, 'GT', 3)),
  ],
}
const found = loads(JSON.stringify(profile), {
  file: 'profile',
  runtime: 'crun-1.14',
  libseccomp: '2.6.0',
  main: 'x86_64',
})
if (found.kind !== 'loaded') throw new Error(found.kind)

const program = (given: Policy): ReturnType<typeof decode> =>
  decode(compile(given, { abis: ['x86_64'] }).bytes, 'little')
const list = policy({ default: errno('EPERM') })

it('tells calls of which nothing is claimed from a difference of another call beside them', () => {
  expect(found.unclaimed).toEqual(['dup3'])
  expect(asSaid(found, program(list.allow('read')), 'little')).toBe('unclaimed')
  expect(asSaid(found, program(list.allow('read', 'dup3')), 'little')).toBe('unclaimed')
  expect(asSaid(found, program(list.allow('read', 'write')), 'little')).toBe('different')
  expect(asSaid({ ...found, unclaimed: [] }, program(list.allow('read')), 'little')).toBe('different')
})
