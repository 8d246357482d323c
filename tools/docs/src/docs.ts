/*
 * `pnpm docs:passes` writes docs/passes.md, docs/warnings.md and docs/lint-rules.md; with `--check` it writes nothing, and exits 1 where a
 * page is out of date.
 */
import { passes, pipelines } from '@seccompile/compiler'
import { lintRules } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { lintRulesPage } from './lint-rules-page.ts'
import { passesPage } from './passes-page.ts'
import { warningsPage } from './warnings-page.ts'

const pages = [
  { name: 'passes.md', made: passesPage(passes, pipelines) },
  { name: 'lint-rules.md', made: lintRulesPage(lintRules) },
  { name: 'warnings.md', made: warningsPage(WARNINGS) },
]
for (const { name, made } of pages) {
  const file = fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url))
  const text = await format(made, { ...(await resolveConfig(file)), filepath: file })
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (old !== text && process.argv.includes('--check')) {
    console.error(`docs/${name} is out of date; run "pnpm docs:passes"`)
    process.exitCode = 1
  } else if (old !== text) {
    writeFileSync(file, text)
    console.log(`wrote docs/${name}`)
  }
}
