#!/usr/bin/env node
/**
 * Runs every check that is not a test, goes on after a failure, and ends with `N passed, N failed`. Two checks run at a time, but for
 * those that have to be alone.
 *
 * `run-checks.mjs NAME…` runs only the named checks. A failed check shows its output. A passed check shows only its
 * lines that begin with NOT RUN: what this machine cannot check. On a terminal, each check shows its name and time.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bin = join(root, 'node_modules', '.bin')
/** The checks, the most important first. */
const STEPS = {
  types: `"${join(bin, 'tsc')}" -b`,
  lint: 'node tools/lint/lint.mjs',
  format: `"${join(bin, 'prettier')}" --check --log-level warn .`,
  boundaries: 'node tools/boundaries/boundaries.mjs',
  circles: `"${join(bin, 'depcruise')}" --config tools/boundaries/circles.mjs --output-type err-long packages tools`,
  knip: `"${join(bin, 'knip')}" --no-progress --no-config-hints`,
  sync: 'node tools/sync/sync.mjs --check',
  api: 'node tools/api-reports/api-reports.mjs --check',
  filters: 'node tools/gen-filters/dist/gen-filters.js --check',
  docs: 'node tools/docs/dist/docs.js --check',
  site: 'node tools/site/dist/build-site.js',
  // Opens the playground and all pages in a browser; runs after `site`, which builds them.
  browser: 'node tools/site/dist/browser/check-playground.js',
  long: 'node tools/bootstrap/run-tests.mjs --long',
  changesets: 'node tools/changeset-check/changeset-check.mjs',
  packages: 'node tools/pack-check/dist/pack-check.js',
  jsr: 'node tools/pack-check/dist/check-jsr.js',
  install: 'node tools/pack-check/dist/check-install.js',
  reproducible: 'node tools/pack-check/dist/reproducible.js',
}

/** Checks that measure times, that use every processor themselves, or that need what the one before has made. */
const ALONE = ['site', 'browser', 'long', 'packages', 'install', 'reproducible']

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(STEPS, name))
let passed = 0
// The failures so far: a failed build, whose output the bootstrap has shown, and names that are no check.
let failed = Number(process.env.SECCOMPILE_FAILED_BEFORE ?? 0) + unknown.length
for (const name of unknown)
  console.error(`unknown check "${name}"; there are ${Object.keys(STEPS).join(', ')}`)

/** Runs a check to its end, and prints how it ended. A signal that ends a check ends all. */
async function runCheck([name, command]) {
  const begun = performance.now()
  const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => (said += part))
  const [status, signal] = await new Promise((resolve) => child.on('close', (...ended) => resolve(ended)))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (signal === 'SIGINT') process.exit(130)
  if (status === 0) {
    passed += 1
    console.log(`ok    ${name} (${seconds} s)`)
    for (const line of said.split('\n')) if (line.startsWith('NOT RUN')) console.log(`      ${line}`)
  } else {
    failed += 1
    console.log(`FAIL  ${name} (${seconds} s): ${command.replaceAll(`${root}/`, '')}`)
    console.log(said.trimEnd())
  }
}

const checks = Object.entries(STEPS).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const together = checks.filter(([name]) => !ALONE.includes(name))
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let next = together.shift(); next !== undefined; next = together.shift()) await runCheck(next)
  }),
)
for (const check of checks.filter(([name]) => ALONE.includes(name))) await runCheck(check)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
