/* docs/sources.md tells of every table that is made from the work of others, with the versions that its file names. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const page = read('docs/sources.md')

/** Where a generated file says what it is made from. */
const MADE_FROM = /^\/\/ (?:Written|Made) by tools\/\S+ from (.*)$/m

/** Packages with generated files, and what these are made from. */
const made = readdirSync(join(ROOT, 'packages')).flatMap((name) => {
  const src = join('packages', name, 'src')
  const sources = readdirSync(join(ROOT, src), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => MADE_FROM.exec(read(join(src, file)).slice(0, 400))?.[1] ?? [])
  return [...new Set(sources)].map((source) => ({ name, source }))
})

it('finds the tables', () => {
  expect(new Set(made.map(({ name }) => name))).toEqual(
    new Set(['constants', 'filters', 'libc-calls', 'lint', 'signatures', 'syscalls', 'systemd', 'weights']),
  )
})

it.each(made)('tells of $name, made from $source', ({ name, source }) => {
  const row = page.split('\n').filter((line) => line.includes(`](../packages/${name})`)).join('\n') // prettier-ignore
  expect(row).not.toBe('')
  const versions = source.match(/(?<![\w.])(?:\d+(?:\.\d+)+|[\da-f]{7})(?![\w-])/g) ?? []
  expect(versions.filter((version) => !row.includes(version))).toEqual([])
})
