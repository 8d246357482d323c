import { signedAbiTable } from '@seccompile/signatures'
import { calls } from '@seccompile/syscalls'
import { CAPABILITIES, resolve } from '@seccompile/policy'
import { seccompData } from '@seccompile/abi'
import { containerDefault, nestedSandbox } from '@seccompile/presets'
import { meaning } from '@seccompile/rules'
import { expect, it } from 'vitest'
import { on } from './verdict-of.ts'

/** ABIs with the old names of calls, without them, and with the flags of clone in another argument. */
const ABIS = [
  signedAbiTable('x86_64'),
  signedAbiTable('x86'),
  signedAbiTable('aarch64'),
  signedAbiTable('s390x'),
]

/** The calls to which the two presets give different verdicts, with all arguments 0 or with all bits set. */
function differing(caps: typeof CAPABILITIES | []): ReadonlySet<string> {
  const found = new Set<string>()
  for (const abi of ABIS) {
    const [inner, outer] = [nestedSandbox, containerDefault].map(
      (policy) => resolve(policy, { abis: [abi], caps }).rules,
    )
    for (const { name, nr } of calls(abi))
      for (const args of [[], Array<bigint>(6).fill(~0n)]) {
        const data = seccompData({ nr, arch: abi.auditArch, args })
        if (meaning(inner!, data) !== meaning(outer!, data)) found.add(name)
      }
  }
  return found
}

it('nested-sandbox adds to container-default what bubblewrap needs, and nothing else', () => {
  expect([...differing([])].toSorted()).toEqual([
    'clone', 'mount', 'pivot_root', 'sethostname', 'umount', 'umount2', 'unshare',
  ]) // prettier-ignore
  expect([...differing(CAPABILITIES)]).toEqual(['pivot_root'])
})

it('nested-sandbox makes namespaces by clone, and sends C libraries there from clone3', () => {
  for (const token of ['x86_64', 'aarch64', 's390x'] as const) {
    const { of } = on(nestedSandbox, token)
    expect(of('clone', { clone_flags: 0x7e02_0011 })).toBe('ALLOW')
    expect(of('clone3')).toBe('ENOSYS')
    for (const name of ['setns', 'fsopen', 'move_mount', 'bpf', 'keyctl'] as const)
      expect(of(name)).toBe('EPERM')
  }
})
