/*
 * `pnpm docs:passes` writes docs/passes.md; with `--check` it writes nothing, and exits 1 where the page is out of date.
 */
import { passes, pipelines } from '@seccompile/compiler'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { passesPage } from './passes-page.ts'

const PAGE = fileURLToPath(new URL('../../../docs/passes.md', import.meta.url))

const text = await format(passesPage(passes, pipelines), { ...(await resolveConfig(PAGE)), filepath: PAGE })
const old = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : undefined
if (old !== text && process.argv.includes('--check')) {
  console.error('docs/passes.md is out of date; run "pnpm docs:passes"')
  process.exitCode = 1
} else if (old !== text) {
  writeFileSync(PAGE, text)
  console.log('wrote docs/passes.md')
}
