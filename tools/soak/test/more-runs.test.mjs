import { expect, test } from 'vitest'
import { moreRuns } from '../more-runs.mjs'

const IN_TEST = '/r/packages/needs/test/needs.test.ts'

test('multiplies the runs of each property of a test', () => {
  const [plugin] = moreRuns(50)
  expect(plugin.transform('{ numRuns: 6 }, { numRuns: 20, seed: 1 }', IN_TEST)).toBe(
    '{ numRuns: 300 }, { numRuns: 1000, seed: 1 }',
  )
})

test('changes no source of a package, and nothing where no factor is given', () => {
  const [plugin] = moreRuns(50)
  expect(plugin.transform('{ numRuns: 6 }', '/r/packages/testkit/src/trial.ts')).toBeUndefined()
  expect(moreRuns()).toEqual([])
})
