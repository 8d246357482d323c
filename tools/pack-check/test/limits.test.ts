import { expect, it } from 'vitest'
import { LIMITS, limitLine, limitProblems } from '../src/limits.ts'
import { readPackages } from '../src/packages.ts'

const limits = { '@x/a': { packed: 650_000, unpacked: 2_600_000 } }

it('shows what was measured beside its limit', () => {
  expect(limitLine('@x/a', { packed: 629_001, unpacked: 2_233_000 }, limits)).toBe(
    'unpacked 2233 kB of 2600 kB, packed 630 kB of 650 kB',
  )
  expect(limitLine('@x/b', { packed: 1, unpacked: 1 }, limits)).toBe('')
})

it('takes a package at its limits, and names each limit that is exceeded', () => {
  expect(limitProblems('@x/a', { packed: 650_000, unpacked: 2_600_000 }, limits)).toEqual([])
  expect(limitProblems('@x/a', { packed: 650_001, unpacked: 2_600_001 }, limits)).toEqual([
    '@x/a has 2600001 bytes unpacked; the limit is 2600000',
    '@x/a has 650001 bytes packed; the limit is 650000',
  ])
  expect(limitProblems('@x/b', { packed: 9e9, unpacked: 9e9 }, limits)).toEqual([])
})

it('limits only packages that are published', () => {
  const names = readPackages().map(({ manifest }) => manifest.name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(LIMITS)))
})
