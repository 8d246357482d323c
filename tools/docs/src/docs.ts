/*
 * `npm run gen docs` writes docs/index.md, docs/pictures.md, docs/passes.md, docs/lint-rules.md, docs/attacks.md, docs/warnings.md, docs/presets.md, docs/groups.md,
 * docs/comparison-of-costs.md, the manual pages of the command in packages/seccompile/man, the picture docs/tree.svg,
 * docs/clock.md with its chart from the figures in docs/clock, and the charts of docs/getppid.md from docs/getppid.json. With `--check` it writes nothing, and exits 1
 * where a file is out of date.
 */
import { attackRecords } from '@seccompile/attacks'
import { clockFiles } from '@seccompile/bench/clock-page'
import { clockResults } from '@seccompile/bench/clock-result'
import { knownCosts } from '@seccompile/bench/known-costs'
import { passes, pipelines } from '@seccompile/compiler'
import { seedCharts } from '@seccompile/experiment'
import { GROUPS } from '@seccompile/groups'
import { lintRules } from '@seccompile/lint'
import { WARNINGS } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { manual } from 'seccompile/manual'
import { attacksPage } from './attacks-page.ts'
import { costsPage } from './costs-page.ts'
import { groupsPage } from './groups-page.ts'
import { homeNumbers, outcomeOf } from './home-facts.ts'
import type { SeedFile } from './home-facts.ts'
import { HOME_FILE, HOME_POLICY, homePage } from './home-page.ts'
import { lintRulesPage } from './lint-rules-page.ts'
import { manPages } from './man-page.ts'
import { passesPage } from './passes-page.ts'
import { picturesPage } from './pictures-page.ts'
import { presetsPage } from './presets-page.ts'
import { warningsPage } from './warnings-page.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const clock = clockFiles(clockResults(join(ROOT, 'docs/clock')))
const measured = JSON.parse(readFileSync(join(ROOT, 'docs/getppid.json'), 'utf8')) as SeedFile // as `seedJson` wrote it
const pages = [
  { name: 'index.md', made: homePage(outcomeOf(HOME_POLICY, HOME_FILE), homeNumbers(measured, PRESETS)) },
  { name: 'pictures.md', made: picturesPage() },
  { name: 'passes.md', made: passesPage(passes, pipelines) },
  { name: 'lint-rules.md', made: lintRulesPage(lintRules) },
  { name: 'attacks.md', made: attacksPage(attackRecords, PRESETS) },
  { name: 'warnings.md', made: warningsPage(WARNINGS) },
  { name: 'presets.md', made: presetsPage(PRESETS) },
  { name: 'groups.md', made: groupsPage(GROUPS) },
  { name: 'comparison-of-costs.md', made: costsPage(knownCosts()) },
  { name: 'clock.md', made: clock.page },
]
const MAN = 'packages/seccompile/man'

/**
 * Writes the file `name`, a path from the root, or reports that it is out of date. Without a text, the file is to be
 * removed.
 */
function put(name: string, text: string | undefined): void {
  const file = join(ROOT, name)
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (old === text) return
  if (process.argv.includes('--check')) {
    console.error(`${name} is out of date; run "npm run gen docs"`)
    process.exitCode = 1
    return
  }
  if (text === undefined) rmSync(file)
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  console.log(text === undefined ? `removed ${name}` : `wrote ${name}`)
}

for (const { name, made } of pages) {
  const file = join(ROOT, 'docs', name)
  put(`docs/${name}`, await format(made, { ...(await resolveConfig(file)), filepath: file }))
}
put('docs/clock.svg', clock.chart)
for (const { file, svg } of seedCharts(measured, measured.machine)) put(`docs/${file}`, svg)
/** The picture of the README, as the command draws it. */
const DRAW = [
  'draw',
  'tree',
  'preset:no-network',
  '--abi',
  'x86_64',
  '--title',
  'The search tree of preset:no-network',
]
const command = join(ROOT, 'packages/seccompile/bin/seccompile.js')
put('docs/tree.svg', execFileSync(process.execPath, [command, ...DRAW], { encoding: 'utf8' }))
const made = new Map(manPages(await manual()).map(({ file, text }) => [file, text]))
const there = existsSync(join(ROOT, MAN)) ? readdirSync(join(ROOT, MAN)) : []
for (const file of new Set([...made.keys(), ...there])) put(`${MAN}/${file}`, made.get(file))
