/* The bytes mean what the presets mean. The prover decides it, which shares no code with the compiler. */
import { createHash } from 'node:crypto'
import { decode } from '@seccompile/cbpf'
import { policyAbis, resolve } from '@seccompile/policy'
import { presetPolicy } from '@seccompile/presets'
import { equal } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abis as everyAbi } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import type { ReadyFilter } from '@seccompile/filters'
import { ARCHS, filtersOf, modules } from './every-filter.ts'

/** The tables of the ABIs that `filter` decides. */
function tablesOf({ abis }: ReadyFilter): readonly AbiTable[] {
  return abis.map((name) => signedAbiTable(everyAbi.find(({ token }) => token === name)!.token))
}

describe.each(modules)('the filters of %s', (name, module) => {
  it('mean what the preset means on their ABIs, and have the digests of their meaning and bytes', async () => {
    for (const filter of await filtersOf(module)) {
      const abis = tablesOf(filter)
      const { rules } = resolve(presetPolicy(name), { abis })
      const { endianness } = abis[0]!
      const program = decode(filter.bytes, endianness)
      const proof = equal({ level: 'rules', ir: rules }, { level: 'program', ir: program }, { endianness })
      expect([filter.abis, proof]).toMatchObject([filter.abis, { kind: 'equal', digest: filter.digest }])
      expect(filter).toMatchObject({
        preset: name,
        endianness,
        size: { insns: program.length, bytes: filter.bytes.length },
        sha256: createHash('sha256').update(filter.bytes).digest('hex'),
      })
    }
  })

  it('decide their architecture with the ABIs that the preset has beside it', async () => {
    for (const arch of ARCHS) {
      const { abis } = await module.filterFor(arch)
      expect(abis).toEqual(policyAbis(presetPolicy(name), arch))
    }
  })

  it('have a default for x86_64 and aarch64, and for their 32-bit ABIs where the preset is a list of refused calls', () => {
    const isList = presetPolicy(name).defaultAction.action === 'ALLOW'
    expect(module.filter.abis).toEqual(
      isList ? ['x86_64', 'x86', 'x32', 'aarch64', 'arm'] : ['x86_64', 'aarch64'],
    )
  })
})
