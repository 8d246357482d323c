#!/usr/bin/env node
/**
 * `npm run check NAME…`: runs the named checks, or those of a tier; goes on after a failure, and ends with `N passed, N failed`. Two
 * checks run at a time, but for those that have to be alone. Without a name it lists the checks.
 *
 * A failed check shows its output. A passed check shows only its
 * lines that begin with NOT RUN: what this machine cannot check. On a terminal, each check shows its name and time.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHECKS, chosenChecks, TIERS } from './checks.mjs'
import { listed } from './listed.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const words = process.argv.slice(2)
const { names = [], wrong } = chosenChecks(words)
if (words.length === 0) {
  console.log('npm run check TIER, or NAME…; .ci/run runs the tests and the checks of merge:\n')
  console.log(listed(CHECKS, ({ tier, takes, does, needs = '' }) => [tier, takes, does, needs]))
  process.exit(0)
}
if (wrong !== undefined) {
  console.error(`unknown check "${wrong}"; there are ${[...TIERS, ...Object.keys(CHECKS)].join(', ')}`)
  console.log('0 passed, 1 failed')
  process.exit(2)
}
let passed = 0
// The build, whose output the bootstrap has shown.
let failed = Number(process.env.SECCOMPILE_FAILED_BEFORE ?? 0)

/** Runs a check to its end, and prints how it ended. A signal that ends a check ends all. */
async function runCheck(name) {
  const { run: command } = CHECKS[name]
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

const together = names.filter((name) => CHECKS[name].alone !== true)
await Promise.all(
  Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let next = together.shift(); next !== undefined; next = together.shift()) await runCheck(next)
  }),
)
for (const name of names.filter((each) => CHECKS[each].alone === true)) await runCheck(name)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
