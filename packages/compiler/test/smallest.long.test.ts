import { arg, errno, policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { compile } from './with-tables.ts'

it('holds 4,000 values of an argument in one filter, and so do the other goals', () => {
  const values = Array.from({ length: 4000 }, (_, i) => Math.imul(i * i + 7, 0x85eb_ca6b) >>> 0)
  const source = policy({ default: errno(1) })
    .allow('read')
    .allow('ioctl', arg(1).in(...values))
  const insns = (pipeline: 'smallest' | 'speed'): number =>
    compile(source, { abis: [abiTable('x86_64')], pipeline, prove: false }).program.length
  expect(insns('smallest')).toBeLessThanOrEqual(4040)
  expect(insns('speed')).toBeLessThanOrEqual(4096)
})
