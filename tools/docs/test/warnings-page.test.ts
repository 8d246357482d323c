import { WARNINGS } from '@seccompile/policy'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { warningsPage } from '../src/warnings-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/warnings.md', import.meta.url))

it('docs/warnings.md says what the record of warnings says', async () => {
  const text = await format(warningsPage(WARNINGS), { ...(await resolveConfig(PAGE)), filepath: PAGE })
  expect(readFileSync(PAGE, 'utf8')).toBe(text)
})

it('a warning stands under its severity', () => {
  const page = warningsPage([{ name: 'width-gap', severity: 'high', means: 'It is so.', remedy: 'Do that.' }])
  const high = page.slice(page.indexOf('## High'), page.indexOf('## Medium'))
  expect(high).toContain('| `width-gap` | It is so. | Do that. |\n')
})
