import { expect, it } from 'vitest'
import { largePolicy } from '../src/large-policy.ts'
import { check, inProject } from '../src/project.ts'

it('gives the type checker a bounded amount of work for a policy of 300 calls', async () => {
  const { diagnostics, figures } = await inProject(largePolicy(300), (folder) => check(folder, '6.0'))
  expect(diagnostics).toEqual([])
  // Counts instead of times, since a test machine has other work. The counts were 18,000 and 11,000 in 2026.
  expect(figures.get('Instantiations')).toBeGreaterThan(1000)
  expect(figures.get('Instantiations')).toBeLessThan(30_000)
  expect(figures.get('Types')).toBeLessThan(20_000)
})
