import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../../../packages', import.meta.url))

/** The tests in the text of a file, each from its `it` to the next one. */
const testsOf = (text) => text.split(/^(?= *(?:it|test)\b)/m).slice(1)

// `soak properties` runs a property a hundred times as often. A limit in digits would end it.
it('the time limit of a property is none, or grows with its runs', () => {
  const files = readdirSync(packages)
    .map((name) => join(packages, name, 'test'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.test.ts'))
  const limited = files.filter((file) =>
    testsOf(readFileSync(file, 'utf8')).some(
      (test) => test.includes('numRuns: ') && /^ *(?:\}, )?\d[\d_]*_000,?\n? *\)$/m.test(test),
    ),
  )
  expect(limited).toEqual([])
  expect(files.length).toBeGreaterThan(100)
})
