import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { doorText } from '../door.mjs'

it('gives seccompile every constant of the package', async () => {
  const committed = readFileSync(
    new URL('../../../packages/seccompile/src/constants.ts', import.meta.url),
    'utf8',
  )
  expect(await doorText()).toBe(committed)
})
