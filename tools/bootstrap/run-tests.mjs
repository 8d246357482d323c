#!/usr/bin/env node
/**
 * Runs vitest, and ends with the line `N passed, N failed, N skipped`. `--long` runs the tests that take long; `--reached` those of
 * them whose packages a change since main can reach, by the graph of packages; `--portable` those of the packages that do not touch
 * the kernel.
 *
 * A failure is a failed test, an error thrown outside every test, a failed build, or a file or suite that could not
 * be set up: a failed import leaves no test behind, so the file itself must count. A run without any test has failed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FIRST_NODE_LAYER, readPackages } from '../lint/workspace.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const vitest = join(
  dirname(createRequire(join(root, 'package.json')).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** The folders of the packages that differ from main, or that need one that does. */
function reachedFolders() {
  const turbo = join(root, 'node_modules', '.bin', 'turbo')
  const asked = spawnSync(turbo, ['ls', '--affected', '--output=json'], { cwd: root, encoding: 'utf8' })
  if (asked.status !== 0) throw new Error(`turbo ls --affected ended with ${asked.status}:\n${asked.stderr}`)
  return JSON.parse(asked.stdout).packages.items.map(({ path }) => `${path}/`)
}

const folder = mkdtempSync(join(tmpdir(), 'seccompile-test-'))
const countsFile = join(folder, 'counts.json')
const reporters = [
  `--reporter=${process.stdout.isTTY ? 'default' : 'dot'}`,
  `--reporter=${join(here, 'count-reporter.mjs')}`,
]
// vitest would write colours to files too.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
const asked = process.argv.slice(2)
const onlyReached = asked.includes('--reached')
const isLong = onlyReached || asked.includes('--long')
const mode = isLong ? ['--mode', 'long'] : []
const portable = asked.includes('--portable')
  ? readPackages()
      .filter(({ layer, isTool }) => layer < FIRST_NODE_LAYER && !isTool)
      .map(({ dir }) => `${dir}/`)
  : []
const reached = onlyReached ? reachedFolders() : []
if (onlyReached && reached.length === 0) {
  console.log('no package differs from main\n0 passed, 0 failed, 0 skipped')
  process.exit(0)
}
const OWN_WORDS = ['--long', '--reached', '--portable']
const others = [...asked.filter((word) => !OWN_WORDS.includes(word)), ...portable, ...reached]
const run = spawnSync(process.execPath, [vitest, 'run', ...mode, ...reporters, ...others], {
  cwd: root,
  env: { ...process.env, ...plain, SECCOMPILE_COUNTS: countsFile },
  stdio: 'inherit',
})
let counts
try {
  counts = JSON.parse(readFileSync(countsFile, 'utf8'))
} catch {
  counts = { passed: 0, failed: 0, skipped: 0 } // vitest ended before its reporters did
}
rmSync(folder, { recursive: true, force: true })

if (counts.passed + counts.failed === 0) {
  console.error('no test ran')
  counts.failed = 1
} else if (run.status !== 0 && counts.failed === 0) {
  console.error(`vitest ended with ${run.signal ?? `exit ${run.status}`}, though no test failed`)
  counts.failed = 1
}
counts.failed += Number(process.env.SECCOMPILE_FAILED_BEFORE ?? 0) // the build, whose output the bootstrap has shown
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = run.signal === 'SIGINT' ? 130 : counts.failed > 0 ? 1 : 0
