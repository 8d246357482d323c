import { decode } from '@seccompile/cbpf'
import { baseline } from '@seccompile/vectors'
import { expect, it } from 'vitest'
import { optimizeRow } from '../src/optimize-row.ts'

it('says what a program was and is', () => {
  const row = optimizeRow(
    'libseccomp-2.6.0-O2.docker-flat',
    decode(baseline('libseccomp-2.6.0-O2.docker-flat'), 'little'),
    'size',
  )
  expect(row).toMatchObject({ goal: 'size', abis: [{ abi: 'x86_64' }] })
  expect(row.worse).toBeUndefined()
  expect(row.insns.is).toBeLessThan(row.insns.was / 4)
})
