import { AUDIT_ARCH, dataWords, seccompData, verdictOf } from '@seccompile/abi'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { keptArguments } from '../src/kept-arguments.ts'
import { seenCounter } from '../src/seen.ts'

const EPERM = verdictOf('ERRNO', 1)
const X86_64 = AUDIT_ARCH.X86_64
const OPENAT = 257

const counter = (): ReturnType<typeof seenCounter> => seenCounter(keptArguments([abiTable('x86_64')]))
const words = (nr: number, ...args: readonly bigint[]): Uint32Array =>
  Uint32Array.from(dataWords(seccompData({ nr, arch: X86_64, args })))

it('counts calls as equal that differ in bits which the kernel does not read', () => {
  const seen = counter()
  for (const dfd of [0xffff_ff9cn, 0xffff_ffff_ffff_ff9cn])
    seen.add(words(OPENAT, dfd, 0x1000n, 2n, 0n), EPERM, '/bin/x', 0)
  expect(seen.take()).toMatchObject([
    { count: 2, args: [0xffff_ff9cn, undefined, 2n, 0n, undefined, undefined] },
  ])
})

it('counts calls apart that differ in bits which the kernel reads', () => {
  const seen = counter()
  for (const dfd of [3n, 4n]) seen.add(words(OPENAT, dfd, 0x1000n, 2n, 0n), EPERM, '/bin/x', 0)
  for (const word of [1n, 1n | (1n << 32n)]) seen.add(words(5000, word), EPERM, '/bin/x', 0)
  expect(seen.take().map(({ count }) => count)).toEqual([1, 1, 1, 1])
})
