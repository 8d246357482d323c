/* The largest errno, data that a profile cannot say, and entries with the old single name. */
import { SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { ALWAYS, ruleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'
import { parseProfile, writeProfile } from '@seccompile/oci'
import { withEntries } from '@seccompile/oci/reading'

it('the largest errno is no larger than what the kernel returns', () => {
  const warnings = (errnoRet: number): readonly string[] =>
    parseProfile(
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ALLOW',
        syscalls: [{ names: ['read'], action: 'SCMP_ACT_ERRNO', errnoRet }],
      }),
      { file: 'p.json' },
    ).warnings.map(({ name }) => name)
  expect(warnings(4095)).toEqual([])
  expect(warnings(4096)).toEqual(['capped-number'])
})

it('the data of an action that has none in a profile is a loss', () => {
  const abi = signedAbiTable('x86_64')
  const losses = (verdict: number): number =>
    writeProfile(
      ruleSet({
        badArch: SECCOMP_RET.KILL_THREAD,
        sections: [
          {
            arch: abi.auditArch,
            rules: [{ numbers: [{ lo: 1, hi: 1 }], when: ALWAYS, verdict }],
            otherwise: verdictOf('ERRNO', 1),
          },
        ],
      }),
      { abis: [abi] },
    ).losses.filter((loss) => 'name' in loss).length
  expect(losses(SECCOMP_RET.TRAP)).toBe(0)
  expect(losses(SECCOMP_RET.TRAP | 5)).toBeGreaterThan(0)
})

it('an entry with the old single name is written again', () => {
  const text =
    '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "name": "read", "action": "SCMP_ACT_ALLOW" }] }'
  const made = withEntries(text, ['read'], [{ names: ['read'], action: 'SCMP_ACT_LOG' }])
  const { syscalls } = JSON.parse(made) as { readonly syscalls: readonly object[] }
  expect(syscalls).toEqual([{ names: ['read'], action: 'SCMP_ACT_LOG' }])
})
