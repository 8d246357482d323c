import { seccompData, verdictOf } from '@seccompile/abi'
import { containerDefault, resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { withUnknownCalls } from '../src/unknown-calls.ts'

const [x86_64, x86, x32] = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]
const X32_BIT = 0x4000_0000
const [ENOSYS, EPERM] = [verdictOf('ERRNO', 38), verdictOf('ERRNO', 1)]

it('gives ENOSYS above the newest call of each ABI, and changes nothing else', () => {
  const abis = [x86_64, x86, x32]
  const { rules } = resolve(containerDefault, { abis })
  const after = withUnknownCalls(rules, abis)
  const verdict = (arch: number, nr: number): number => meaning(after, seccompData({ nr, arch }))
  for (const [arch, nr] of [
    [x86_64.auditArch, x86_64.newest + 1],
    [x86_64.auditArch, X32_BIT - 1],
    [x86_64.auditArch, x32.newest + 1],
    [x86_64.auditArch, 0xffff_fffe],
    [x86.auditArch, x86.newest + 1],
    [x86.auditArch, 0xffff_fffe],
  ] as const)
    expect([arch, nr, verdict(arch, nr)]).toEqual([arch, nr, ENOSYS])
  for (const arch of [x86_64.auditArch, x86.auditArch]) expect(verdict(arch, 0xffff_ffff)).toBe(EPERM)
  // Calls that the tables know keep their verdict, also those of x32 that lie apart, and gaps between calls.
  for (const abi of abis)
    for (const nr of [...abi.names.keys(), abi.base + 400]) {
      const data = seccompData({ nr, arch: abi.auditArch })
      expect(meaning(after, data)).toBe(meaning(rules, data))
    }
  expect(verdict(x86_64.auditArch, numberOf(x32, 'execve')!)).toBe(verdictOf('ALLOW'))
})

it('ends the numbers of x86_64 at -2 where x32 is no target', () => {
  const { rules } = resolve(containerDefault, { abis: [x86_64] })
  const after = withUnknownCalls(rules, [x86_64])
  const verdict = (nr: number): number => meaning(after, seccompData({ nr, arch: x86_64.auditArch }))
  expect(verdict(X32_BIT - 1)).toBe(ENOSYS)
  // x32 has the verdict of a bad architecture already.
  expect(verdict(X32_BIT)).toBe(verdictOf('KILL_THREAD'))
})
