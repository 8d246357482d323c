import { constantFamilies } from '@seccompile/constants/all'
import { CAPABILITIES, policyTables, resolve } from '@seccompile/policy'
import type { WarningName } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTables } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('container-default has a gap of widths and one of multiplexers, and no other warning on any ABI', () => {
  const names = new Set<WarningName>()
  for (const { token } of abiTables)
    for (const caps of [[], CAPABILITIES] as const) {
      const target = { abis: policyTables(containerDefault, token, signedAbiTable), caps }
      for (const { name } of resolve(containerDefault, target, { families: constantFamilies }).warnings)
        names.add(name)
    }
  expect([...names].toSorted()).toEqual(['multiplexer-gap', 'width-gap'])
})
