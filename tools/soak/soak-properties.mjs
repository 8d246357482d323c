#!/usr/bin/env node
/**
 * `pnpm soak properties [--times N] [package …]`: the tests of packages that hold properties, each property with N times as many
 * runs as in `npm test`, and fresh seeds. Without names, the packages whose properties are so slow that `npm test` runs them a few
 * times only.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { MORE_RUNS } from './more-runs.mjs'

const SLOW = ['compiler', 'needs', 'prover']

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const refuse = (why) => {
  console.error(`soak properties: ${why}`)
  process.exit(2)
}

let asked
try {
  asked = parseArgs({ options: { times: { type: 'string', default: '100' } }, allowPositionals: true })
} catch ({ message }) {
  refuse(message)
}
const { values, positionals } = asked
if (!/^[1-9]\d{0,5}$/.test(values.times))
  refuse(`--times: expected a number from 1 to 999999, got "${values.times}"`)

/** The test files of a package that hold properties. */
function filesOf(name) {
  const folder = join(root, 'packages', name, 'test')
  if (!existsSync(folder)) refuse(`there is no package "${name}"`)
  return readdirSync(folder)
    .filter(
      (file) => file.endsWith('.test.ts') && readFileSync(join(folder, file), 'utf8').includes('numRuns: '),
    )
    .map((file) => join(folder, file))
}

const files = (positionals.length === 0 ? SLOW : positionals).flatMap(filesOf)
if (files.length === 0) refuse(`no test of ${positionals.join(', ')} holds a property with a number of runs`)
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--mode', 'all', '--testTimeout=0', ...files],
  {
    cwd: root,
    env: { ...process.env, [MORE_RUNS]: values.times },
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
