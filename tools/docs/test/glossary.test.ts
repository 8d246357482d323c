import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')
const rows = Array.from(page.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm), ([, word, meaning]) => ({
  word,
  meaning,
}))

it('has a header and then each word once, so that one word is one thing', () => {
  const [header, , ...entries] = rows
  expect(header).toEqual({ word: 'word', meaning: 'meaning' })
  const words = entries.map(({ word }) => word)
  expect(words.length).toBeGreaterThan(80)
  expect(words).toEqual([...new Set(words)])
})

it('has the words of the choice of a filter', () => {
  const words = rows.map(({ word }) => word)
  expect(words).toEqual(expect.arrayContaining(['candidate', 'goal', 'trial', 'lower bound', 'notation']))
})
