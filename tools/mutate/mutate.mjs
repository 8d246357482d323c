#!/usr/bin/env node
/**
 * `pnpm mutate [package …]`: plants each fault that a package lists in `test/mutations.ts`, one at a time, and checks
 * that the package's own tests fail. A fault that survives shows a missing test.
 *
 * Exit status 0 when all were caught, 1 when one survived or a list does not fit the sources.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { misfit } from './misfit.mjs'
import { MUTATION } from './plugin.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const asked = process.argv.slice(2).map((name) => name.replace(/^@seccompile\//, ''))

function packagesWithFaults() {
  const all = readdirSync(join(root, 'packages')).sort()
  const unknown = asked.find((name) => !all.includes(name))
  if (unknown !== undefined) {
    console.error(`mutate: there is no package "${unknown}"`)
    process.exit(2)
  }
  return all.filter(
    (name) =>
      existsSync(join(root, 'packages', name, 'test', 'mutations.ts')) &&
      (asked.length === 0 || asked.includes(name)),
  )
}

/** Whether the package's tests fail with the fault in. */
function isCaught(name, mutation, path) {
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--bail=1', '--reporter=dot', `packages/${name}/`],
    {
      cwd: root,
      // The fault stands in a source, so tests must not load builds.
      env: { ...process.env, SECCOMPILE_BUILT: '', [MUTATION]: JSON.stringify({ ...mutation, file: path }) },
      encoding: 'utf8',
      // A fault that makes the tests run forever is caught too.
      timeout: MAX_RUN_MS,
      killSignal: 'SIGKILL',
    },
  )
  return run.status !== 0
}

/** The time limit of a test run; the tests of a package take seconds. */
const MAX_RUN_MS = 90_000

let planted = 0
let bad = 0
for (const name of packagesWithFaults()) {
  const folder = join(root, 'packages', name)
  const { module } = await runnerImport(join(folder, 'test', 'mutations.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  for (const mutation of module.mutations) {
    const path = join(folder, mutation.file)
    const problem = misfit(mutation, path)
    const caught = problem === undefined && isCaught(name, mutation, path)
    planted += 1
    if (!caught) bad += 1
    const state = problem === undefined ? (caught ? 'caught  ' : 'SURVIVED') : 'MISFIT  '
    console.log(`${state} ${name}: ${mutation.name}${problem === undefined ? '' : `: ${problem}`}`)
  }
}
console.log(`${planted - bad} of ${planted} faults caught`)
process.exitCode = bad === 0 && planted > 0 ? 0 : 1
