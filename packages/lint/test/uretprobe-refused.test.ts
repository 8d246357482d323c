import { policy } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const list = policy({ default: 'deny' }).allow('read')
const count = (minor: number, abi: AbiToken = 'x86_64'): number => {
  const kernel: KernelVersion = { major: 6, minor }
  return messagesOf('uretprobe-refused', list, { kernel, abis: [abi] }).length
}

it('holds from the kernel that brought the call to the one that exempts it', () => {
  expect([10, 11, 13, 14].map((minor) => count(minor))).toEqual([0, 1, 1, 0])
})

it('holds on x86_64 alone', () => {
  expect(count(11, 'x86')).toBe(0)
  expect(count(11, 'x32')).toBe(0)
})
