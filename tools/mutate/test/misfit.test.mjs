import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { misfit } from '../misfit.mjs'

const packages = fileURLToPath(new URL('../../../packages', import.meta.url))
const lists = readdirSync(packages)
  .map((name) => ({ name, list: join(packages, name, 'test', 'mutations.ts') }))
  .filter(({ list }) => existsSync(list))

// Sources change, and a fault whose text is gone cannot be planted any more. This check takes no time; planting all
// faults takes an hour.
it.each(lists)('the faults of $name can be planted', async ({ name, list }) => {
  const { mutations } = await import(/* @vite-ignore */ pathToFileURL(list).href)
  const misfits = mutations.flatMap((mutation) => {
    const why = misfit(mutation, join(packages, name, mutation.file))
    return why === undefined ? [] : [`${mutation.name}: ${why}`]
  })
  expect(misfits).toEqual([])
})

it('says why a fault cannot be planted', () => {
  const self = fileURLToPath(import.meta.url)
  expect(misfit({ find: 'a', replace: 'b' }, join(packages, 'none.ts'))).toBe('the file does not exist')
  expect(misfit({ find: 'no such ' + 'text', replace: '' }, self)).toBe(
    'its text stands 0 times in the file, not once',
  )
  expect(
    misfit(
      { find: "'node:url'", replace: "'node:url'" },
      join(packages, '..', 'tools', 'mutate', 'mutate.mjs'),
    ),
  ).toBe('it replaces a text by itself')
  expect(
    misfit(
      { find: 'export function runLimit(', replace: 'export function (' },
      join(packages, '..', 'tools', 'mutate', 'run-limit.mjs'),
    ),
  ).toMatch(/^the file does not parse with it: /)
})
