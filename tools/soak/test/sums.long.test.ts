import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { wrongSums } from '../src/sums/compare.ts'

it('the query of docs/fleets.md yields the rows of recordings sum', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-sums-'))
  try {
    expect(await wrongSums(folder, 30_000, 3, () => undefined)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
