import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sections, SECTIONS } from '../src/navigation.ts'

const DOCS = fileURLToPath(new URL('../../../docs', import.meta.url))

describe('the navigation', () => {
  const listed = sections((path) => existsSync(join(DOCS, path))).flatMap(({ entries }) =>
    entries.map(({ path }) => path),
  )

  it('lists every page of docs once', () => {
    const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md'))
    expect([...listed].sort()).toEqual([...pages, 'adr/README.md'].sort())
  })

  it('has a link to the page on drift in every guide', () => {
    const guides = SECTIONS.find(({ text }) => text === 'Guides')!.entries.filter(
      ({ path }) => path !== 'drift.md',
    )
    const without = guides.filter(
      ({ path }) => !readFileSync(join(DOCS, path), 'utf8').includes('](drift.md)'),
    )
    expect(without).toEqual([])
  })

  it('keeps the place of the playground, and shows it where the page exists', () => {
    const paths = (has: boolean): readonly string[] =>
      sections(() => has).flatMap(({ entries }) => entries.map(({ path }) => path))
    expect(paths(true)).toEqual(SECTIONS.flatMap(({ entries }) => entries.map(({ path }) => path)))
    expect(paths(false)).toEqual(paths(true).filter((path) => path !== 'playground.md'))
  })
})
