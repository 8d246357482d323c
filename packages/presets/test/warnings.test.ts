import { constantFamilies } from '@seccompile/constants/all'
import { CAPABILITIES, policyTables, resolve } from '@seccompile/policy'
import type { WarningName } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { verify } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTables } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('container-default has a gap of multiplexers, no other warning and no fault, whatever the target', () => {
  const names = new Set<WarningName>()
  for (const { token } of abiTables)
    for (const caps of [[], CAPABILITIES] as const) {
      const target = { abis: policyTables(containerDefault, token, signedAbiTable), caps }
      const { rules, warnings } = resolve(containerDefault, target, {
        families: constantFamilies,
        strict: true,
      })
      expect(verify(rules)).toEqual([])
      for (const { name } of warnings) names.add(name)
    }
  expect([...names].toSorted()).toEqual(['multiplexer-gap'])
})
