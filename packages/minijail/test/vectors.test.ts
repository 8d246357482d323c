import { decode } from '@seccompile/cbpf'
import { parseMinijail } from '@seccompile/minijail'
import { policyTables, resolve } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { expect, it } from 'vitest'
import { C, DENYLIST, PYTHON, VAIN } from './vectors.ts'

it.each([
  ['the Python compiler', PYTHON],
  ['the C compiler', C],
  ['the Python compiler, of a deny list', DENYLIST],
  ['the Python compiler, of conditions before an allow', VAIN],
])('means what %s makes of a policy', (_, { dialect, text, files, filter }) => {
  const { policy } = parseMinijail(text, {
    file: 'x.policy',
    dialect,
    include: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
  })
  const { rules } = resolve(policy, { abis: policyTables(policy, 'x86_64') })
  const program = decode(Buffer.from(filter, 'hex'), 'little')
  const found = equal(
    { level: 'rules', ir: rules },
    { level: 'program', ir: program },
    { endianness: 'little' },
  )
  expect(found.kind).toBe('equal')
})
