import { KINDS } from '@seccompile/draw/kinds'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { picturesPage } from '../src/pictures-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/pictures.md', import.meta.url))
const made = picturesPage()

it('docs/pictures.md is the gallery', async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(
    await format(made, { ...(await resolveConfig(PAGE)), filepath: PAGE }),
  )
})

it('has each kind of picture with its question, what to look at, and a picture', () => {
  for (const { name } of KINDS) {
    const [, section = ''] = made.split(`\n## ${name}\n`)
    const [question, look, ...rest] = section.split('\n## ')[0]!.trim().split('\n\n')
    expect(question).toMatch(/^\*\*[A-Z][^*]+\?\*\*$/)
    expect(look!.length).toBeGreaterThan(100)
    expect(rest.filter((part) => part.startsWith(`<!-- draw: ${name} `)).length).toBeGreaterThan(0)
  }
  expect([...made.matchAll(/^## /gm)]).toHaveLength(KINDS.length)
})
