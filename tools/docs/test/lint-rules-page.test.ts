import { lintRules } from '@seccompile/lint'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { lintRulesPage } from '../src/lint-rules-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/lint-rules.md', import.meta.url))

it('docs/lint-rules.md says what the lint rules say', async () => {
  const text = await format(lintRulesPage(lintRules), { ...(await resolveConfig(PAGE)), filepath: PAGE })
  expect(readFileSync(PAGE, 'utf8')).toBe(text)
})

it('a lint rule has its two policies, with the machine where the rule depends on that', () => {
  const rule = lintRules.find(({ name }) => name === 'uretprobe-refused')!
  const page = lintRulesPage([rule])
  expect(page).toContain('Found, on Linux 6.11:\n\n```text\nread -> ALLOW\n')
  expect(page).toContain('Left alone, on Linux 6.14:\n')
})

it('an address and a CVE become links, and a page of the manual stays as it is', () => {
  const page = lintRulesPage([
    { ...lintRules[0]!, sources: ['CVE-2017-5226', 'https://a.example/1', 'ioctl_tty(2)'] },
  ])
  expect(page).toContain(
    String.raw`Sources: [CVE-2017-5226](https://www.cve.org/CVERecord?id=CVE-2017-5226); <https://a.example/1>; ioctl\_tty(2).`,
  )
})
