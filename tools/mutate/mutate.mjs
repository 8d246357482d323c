#!/usr/bin/env node
/**
 * `pnpm mutate [package …]`: plants each fault that a package lists in `test/mutations.ts`, one at a time, and checks
 * that the package's own tests fail. A fault that survives shows a missing test.
 *
 * Exit status 0 when all were caught; 1 when one survived, when the tests fail without a fault, or when a list does not fit
 * the sources.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { misfit } from './misfit.mjs'
import { MUTATION } from './plugin.mjs'
import { runLimit } from './run-limit.mjs'

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

/**
 * The end of a run of the tests of package `name`. `status` is 0 where all tests pass, and null where the run took longer
 * than `limit` milliseconds. Without `limit` and `fault`, the run has all its time and no fault.
 */
function runTests(name, limit, fault) {
  const start = performance.now()
  const { status } = spawnSync(
    process.execPath,
    // A test that is slow on a busy machine would fail at its time limit, and seem to catch the fault.
    [
      vitest,
      'run',
      '--mode',
      'all',
      '--bail=1',
      '--reporter=dot',
      '--testTimeout=0',
      '--hookTimeout=0',
      `packages/${name}/`,
    ],
    {
      cwd: root,
      // The fault stands in a source, so tests must not load builds.
      env: { ...process.env, SECCOMPILE_BUILT: '', ...(fault && { [MUTATION]: JSON.stringify(fault) }) },
      stdio: 'ignore', // a run with much output is not ended
      timeout: limit,
      killSignal: 'SIGKILL',
    },
  )
  return { status, ms: performance.now() - start }
}

/** What is printed for a run with a fault. A fault that makes the tests run forever is caught too. */
function endWords(status) {
  if (status === null) return 'endless '
  return status === 0 ? 'SURVIVED' : 'caught  '
}

const CAUGHT = ['caught  ', 'endless ']

let planted = 0
let bad = 0
let caughtFaults = 0
for (const name of packagesWithFaults()) {
  const folder = join(root, 'packages', name)
  const { module } = await runnerImport(join(folder, 'test', 'mutations.ts'), {
    configFile: false,
    logLevel: 'error',
  })
  // Tests that fail without a fault would seem to catch every fault.
  const plain = runTests(name)
  if (plain.status !== 0) {
    console.log(`FAILS    ${name}: its tests fail without a fault`)
    bad += 1
    continue
  }
  for (const mutation of module.mutations) {
    const path = join(folder, mutation.file)
    const problem = misfit(mutation, path)
    const end =
      problem === undefined
        ? endWords(runTests(name, runLimit(plain.ms), { ...mutation, file: path }).status)
        : 'MISFIT  '
    planted += 1
    if (CAUGHT.includes(end)) caughtFaults += 1
    else bad += 1
    console.log(`${end} ${name}: ${mutation.name}${problem === undefined ? '' : `: ${problem}`}`)
  }
}
console.log(`${caughtFaults} of ${planted} faults caught`)
process.exitCode = bad === 0 && planted > 0 ? 0 : 1
