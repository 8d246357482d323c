import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { findExamples, misprinted } from '@seccompile/find-examples'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

const here = dirname(fileURLToPath(import.meta.url))
const cache = join(here, '..', '.cache', 'examples')
const examples = findExamples(join(here, '..', '..', '..'))

beforeAll(() => {
  mkdirSync(cache, { recursive: true })
})
afterAll(() => {
  rmSync(cache, { recursive: true, force: true })
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('examples', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(20)
  })

  it.each(examples)('$place prints what it says', async ({ place, code, file: name }) => {
    const [page = '', line = ''] = place.split(':')
    const folder = join(cache, page.replaceAll(/[^a-z0-9]+/gi, '-'))
    mkdirSync(folder, { recursive: true })
    const file = join(folder, name ?? `line-${line}.ts`)
    writeFileSync(file, code)
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => {
      printed.push(format(...values))
    })
    await import(/* @vite-ignore */ file)
    expect(misprinted(code, printed)).toEqual([])
  })
})
