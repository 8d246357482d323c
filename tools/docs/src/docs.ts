/*
 * `pnpm docs:passes` writes docs/passes.md, docs/lint-rules.md, docs/warnings.md, docs/presets.md and docs/groups.md; with
 * `--check` it writes nothing, and exits 1 where a page is out of date.
 */
import { passes, pipelines } from '@seccompile/compiler'
import { GROUPS } from '@seccompile/groups'
import { lintRules } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { groupsPage } from './groups-page.ts'
import { lintRulesPage } from './lint-rules-page.ts'
import { passesPage } from './passes-page.ts'
import { presetsPage } from './presets-page.ts'
import { warningsPage } from './warnings-page.ts'

const pages = [
  { name: 'passes.md', made: passesPage(passes, pipelines) },
  { name: 'lint-rules.md', made: lintRulesPage(lintRules) },
  { name: 'warnings.md', made: warningsPage(WARNINGS) },
  { name: 'presets.md', made: presetsPage(PRESETS) },
  { name: 'groups.md', made: groupsPage(GROUPS) },
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
