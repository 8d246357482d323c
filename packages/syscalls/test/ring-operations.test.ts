import { isSyscallName, RING_OPERATIONS } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const names = RING_OPERATIONS.flatMap(({ calls, further = [] }) => [...calls, ...further])

it('names calls that exist, each once', () => {
  expect(names.filter((name) => !isSyscallName(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

it('lists the versions in their order', () => {
  const versions = RING_OPERATIONS.map(({ since: [major, minor] }) => 1000 * major + minor)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
})
