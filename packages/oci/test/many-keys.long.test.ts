import { parseProfile } from '@seccompile/oci'
import { expect, it } from 'vitest'

it('takes more unknown keys of a rule than a function takes arguments (issue 50)', () => {
  const keys = Array.from({ length: 130_000 }, (_, i) => `"k${i}":1`).join()
  const text = `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW",${keys}}]}`
  expect(parseProfile(text, { file: 'p.json' }).warnings).toHaveLength(130_000)
})
