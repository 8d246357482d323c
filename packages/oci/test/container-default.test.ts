/* The preset `container-default` refuses what Docker's profile refuses, and compares the bits that the kernel reads. */
import { CAPABILITIES, CONTAINER_CAPS, policyTables, resolve } from '@seccompile/policy'
import type { Capability, Policy } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { equal } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const tables = (token: AbiToken): readonly AbiTable[] => policyTables(containerDefault, token, signedAbiTable)

/** The answer whether both policies mean the same, when the second is read with `--widths kernel`. */
function compared(token: AbiToken, caps: readonly Capability[], one: Policy, other: Policy): string {
  const abis = tables(token)
  const first = resolve(one, { abis, caps }, { strict: true })
  const second = resolve(other, { abis, caps, widths: 'kernel' })
  const { endianness } = abis[0]!
  return equal({ level: 'rules', ir: first.rules }, { level: 'rules', ir: second.rules }, { endianness }).kind
}

const MIPS = ['mips', 'mips64', 'mips64n32', 'mipsel', 'mipsel64', 'mipsel64n32'] as const

/** ABIs on which the letter of the profile differs from its intent. */
const OTHERWISE: ReadonlySet<AbiToken> = new Set([
  'm68k', // the argument with index 0 is the number of the call
  ...([...MIPS, 'parisc', 'parisc64'] as const), // ENOSYS is not 38
])

describe.each(allAbis.map(({ token }) => token))('container-default on %s', (token) => {
  it.each([
    ['the capabilities of a container', CONTAINER_CAPS],
    ['all capabilities', CAPABILITIES],
  ])('means what Docker’s profile means with widths kernel, with %s', (_title, caps) => {
    const isOtherwise = OTHERWISE.has(token) && (token === 'm68k' || caps === CONTAINER_CAPS)
    expect(compared(token, caps, containerDefault, dockerProfile)).toBe(isOtherwise ? 'different' : 'equal')
  })
})

it('differs on x86_64 from Docker’s profile to the letter, which tells registers apart that are one to the kernel', () => {
  expect(compared('x86_64', CONTAINER_CAPS, dockerProfile, dockerProfile)).toBe('different')
})
