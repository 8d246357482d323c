import { parseProfile } from '@seccompile/oci'
import { arg, errno, policy, resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Policy } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { profileText } from '../src/profile.ts'

/** Whether the profile, read back, means what `source` means. */
function comesBack(source: Policy, token: 'x86_64' | 'x86' | 'aarch64' | 's390x'): string {
  const abis = [abiTable(token)]
  const { policy: back } = parseProfile(profileText(source), { file: 'back.json' })
  const { endianness } = abis[0]!
  return equal(
    { level: 'rules', ir: resolve(source, { abis }).rules },
    { level: 'rules', ir: resolve(back, { abis }).rules },
    { endianness },
  ).kind
}

describe('profileText', () => {
  it.each(['x86_64', 'x86', 'aarch64', 's390x'] as const)(
    'means what Docker’s profile means on %s',
    (token) => {
      expect(comesBack(dockerProfile, token)).toBe('equal')
    },
  )

  it('says sets, ranges to either end, masks and 64-bit values', () => {
    const mine = policy({ default: errno(1) })
      .allow('read', arg(1).in(3, [5, 2n ** 64n - 1n]), arg(0).in([0, 2], 2n ** 63n + 1n))
      .allow('write', arg(0).notIn(1, 2, 7n), arg(2).maskedEq(0xff, 3))
      .allow('close', arg(0).ne(5))
    expect(() => profileText(mine)).toThrow('argument 0: a profile cannot express the range 3..6')
    const sayable = policy({ default: errno(1) })
      .allow('read', arg(1).in(3, [5, 2n ** 64n - 1n]), arg(0).in([0, 2], 2n ** 63n + 1n))
      .allow('write', arg(0).notIn(1, 2, 4n), arg(2).maskedEq(0xff, 3))
      .allow('close', arg(0).ne(5))
    expect(comesBack(sayable, 'x86_64')).toBe('equal')
  })
})
