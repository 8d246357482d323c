/* Issue 50: an object of more unknown keys than a person or a runner of CI reads findings. */
import { parseProfile } from '@seccompile/oci'
import { expect, it } from 'vitest'

function warningsOf(members: readonly string[]): readonly { name: string; brief: string }[] {
  const rule = ['"names":["read"]', '"action":"SCMP_ACT_ALLOW"', ...members].join()
  const text = `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{${rule}}]}`
  const { warnings } = parseProfile(text, { file: 'p.json' })
  return warnings.map(({ name, message }) => ({ name, brief: message }))
}

const keys = (count: number): string[] => Array.from({ length: count }, (_, i) => `"unknown${i}":1`)

it('100 unknown keys have a warning each, and the others share one', () => {
  expect(warningsOf(keys(100))).toHaveLength(100)
  const warnings = warningsOf(keys(130_000))
  expect(warnings).toHaveLength(101)
  expect(warnings.at(-1)?.brief).toContain(': 129900 more unknown keys are ignored')
})

it('a misspelt key has a warning of its own wherever it stands', () => {
  const warnings = warningsOf([...keys(101), '"arg":1'])
  expect(warnings.filter(({ name }) => name === 'misspelt-key')).toEqual([
    { name: 'misspelt-key', brief: expect.stringContaining('"arg"') },
  ])
  expect(warnings.filter(({ brief }) => brief.includes(': 1 more unknown key is ignored'))).toHaveLength(1)
})
