import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { examplesIn, expectedLines, findExamples } from '../src/find-examples.ts'

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
    expect(examplesIn('x.md', 'text\n```ts\na\n```\n```sh\nb\n```\n')).toEqual([
      { place: 'x.md:2', code: 'a\n' },
    ])
    expect(expectedLines('console.log(1) // 1\nf()\nconsole.log(2)\nconsole.log(3) // 3: why')).toEqual([
      '1',
      undefined,
      '3',
    ])
  })

  it.each(examples)('$place prints what it says', async ({ place, code }) => {
    const file = join(cache, `${place.replaceAll(/[^a-z0-9]+/gi, '-')}.ts`)
    writeFileSync(file, code)
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((...values: readonly unknown[]) => {
      printed.push(format(...values).replaceAll(/\s+/g, ' '))
    })
    await import(/* @vite-ignore */ file)
    expectedLines(code).forEach((line, i) => {
      if (line !== undefined) expect(printed[i]).toContain(line)
    })
  })
})
