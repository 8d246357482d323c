import { policyFilter } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { ALLOW, arg, errno, KILL_PROCESS, KILL_THREAD, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { POLICY_NOTATIONS, policyText } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** The kinds of losses of `made` in a notation, and the calls that get another verdict. */
async function lostIn(name: string, made: Policy, tokens: readonly AbiToken[]) {
  const abis = tokens.map(signedAbiTable)
  const filter = policyFilter('made', { policy: made }, { abis })
  const notation = POLICY_NOTATIONS.find((each) => each.name === name)!
  const text = await policyText(filter, notation, abis, {})
  if (text.kind !== 'written') throw new Error(text.reason)
  return {
    kinds: [...new Set(text.losses.map(({ kind }) => kind))],
    numbers: text.changes.flatMap(({ numbers }) => numbers),
  }
}

it('reads a text back for those of the ABIs that it can be for', async () => {
  const made = policy({ default: KILL_PROCESS, badArch: KILL_PROCESS }).allow('read')
  for (const other of ['x86', 'aarch64'] as const) {
    const { kinds, numbers } = await lostIn('seccompiler', made, ['x86_64', other])
    expect(kinds).toEqual(['abi'])
    expect(numbers).toEqual([other === 'x86' ? { lo: 3, hi: 3 } : { lo: 63, hi: 63 }])
  }
})

it('reads a text back for the ABIs that it is for besides, and whose calls it gives something else', async () => {
  const made = policy({ default: KILL_PROCESS, badArch: KILL_THREAD }).allow('read')
  const { kinds, numbers } = await lostIn('minijail', made, ['x86_64'])
  expect(kinds).toEqual(['abi'])
  expect(numbers).toEqual([{ lo: 0x4000_0000, hi: 0xffff_fffe }])
})

it('keeps the conditions of a policy where those of its diagram are too many', async () => {
  const made = policy({ default: ALLOW, badArch: errno('EPERM'), overlaps: 'first' })
    .deny('openat', arg(0).gt(0), arg(1).gt(255))
    .deny('openat', arg(0).maskedEq(1, 0), arg(1).maskedEq(1, 0))
  expect(await lostIn('minijail', made, ['aarch64'])).toEqual({ kinds: [], numbers: [] })
})

it('compares a text with the meaning that its writer states only where that refuses the same calls', async () => {
  const x86_64 = signedAbiTable('x86_64')
  const target = { abis: [x86_64] }
  const meaning = (made: Policy): Filter => policyFilter('made', { policy: made }, target)
  const eperm = policy({ default: errno('EPERM'), badArch: KILL_PROCESS })
  const filter = meaning(eperm.allow('read', 'write'))
  const stated = async (made: Policy) => {
    const { rules: meant } = resolve(made, target)
    const oci = POLICY_NOTATIONS.find(({ name }) => name === 'oci')!
    const text = await oci.write(meant, [x86_64])
    const notation = { ...oci, write: () => Promise.resolve({ ...text, meant, notes: ['a note'] }) }
    const found = await policyText(filter, notation, [x86_64], {})
    if (found.kind !== 'written') throw new Error(found.reason)
    // Calls of x32 and of other architectures are left out: the text refuses them in another way than the filter.
    const changed = found.changes
      .filter(({ arches: [arch] }) => arch!.lo === x86_64.auditArch)
      .map(({ numbers }) => numbers)
      .filter(([first]) => first!.lo < 0x4000_0000)
    return { notes: found.notes, changed }
  }
  const enosys = policy({ default: errno('ENOSYS'), badArch: KILL_PROCESS })
  expect(await stated(enosys.allow('read', 'write'))).toEqual({ notes: ['a note'], changed: [] })
  expect(await stated(eperm.allow('read'))).toEqual({ notes: [], changed: [[{ lo: 1, hi: 1 }]] })
})
