import { WITHOUT_TEXT } from '@seccompile/heal'
import { parseProfile } from '@seccompile/oci'
import { port } from '@seccompile/port'
import { expect, it } from 'vitest'
import { AARCH64 } from './ported.ts'

/** As many values as a profile may name. The diagrams of the filter have room in the store; that of one call there, in addition, has not. */
const MANY = 32_000

it('does not decide where a condition exceeds the bounds only when it is moved', () => {
  const syscalls = Array.from({ length: MANY }, (_, i) => ({
    names: ['ioctl'],
    action: 'SCMP_ACT_ALLOW',
    args: [{ index: 1, value: i * 3, op: 'SCMP_CMP_EQ' }],
  }))
  const text = JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })
  const { policy } = parseProfile(text, { file: 'profile.json' })
  expect(port(policy, AARCH64, WITHOUT_TEXT)).toMatchObject({ kind: 'undecided' })
}, 60_000)
