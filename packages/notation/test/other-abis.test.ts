import { siblings } from '@seccompile/notation'
import { abis, abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it.each(abis.map(({ token }) => token))('knows the ABIs that share their arch with %s', (token) => {
  const table = abiTable(token)
  const others = abis.filter((abi) => abi.auditArch === table.auditArch && abi.token !== token)
  expect(siblings([table]).map((abi) => abi.token)).toEqual(others.map((abi) => abi.token))
  expect(siblings([table, ...others.map((abi) => abiTable(abi.token))])).toEqual([])
})
