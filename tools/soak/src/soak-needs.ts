/*
 * `pnpm soak needs`: policies of recordings, against the commands that were recorded.
 *
 * - the loop: each of twelve commands is recorded, and runs under the policy of its recordings, with conditions and without.
 *   It has to print what it printed, `try` has to be silent, the prover finds nothing beyond the recordings, the kernel refuses
 *   three other calls, and what lint calls high is shown by a call that the command made;
 * - strace: each command, recorded by strace, has the same policy, or the difference is named;
 * - the fourth scenario of a server: what it is refused was said to be unknown.
 *
 * Exits 1 where something is wrong, and 3 where this machine cannot do it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasBridge } from '@seccompile/kernel/exec'
import { notKnownLines } from '@seccompile/needs'
import { table } from '@seccompile/text-layout'
import { bySource } from './needs/by-strace.ts'
import { closedLoop, recordings } from './needs/closed-loop.ts'
import type { LoopResult } from './needs/closed-loop.ts'
import { soakCommands } from './needs/commands.ts'
import { fourthScenario } from './needs/fourth-scenario.ts'

const USAGE = `usage: soak needs [--only NAME]

Twelve commands are recorded, and run under the policies of their recordings. A server is recorded in three scenarios, and runs for a fourth.

  --only NAME  this command alone, and no fourth scenario
`

/** Recordings of each command: threads do not make the same calls at each run. */
const RECORDINGS = 3

/** What is wrong with the result of a command. */
function faultsOf(result: LoopResult): readonly string[] {
  const { isUnharmed, tried, beyond, refused, findings, needs } = result
  const seen = new Set(needs.seen.map(({ call }) => call))
  return [
    ...(isUnharmed ? [] : ['it does not end and print as before']),
    ...(tried.length === 0 ? [] : [`try names ${tried.join(', ')}`]),
    ...beyond.map((call) => `${call} runs and was not recorded`),
    ...(refused.length === 3 ? [] : [`of three other calls ${refused.length} are refused`]),
    ...findings
      .filter(({ severity, call }) => severity === 'high' && (call === undefined || !seen.has(call)))
      .map(({ name, call }) => `lint finds ${name} by ${call ?? 'no call'}, which the command did not make`),
  ]
}

/** A row of the printed table. */
function rowOf(name: string, conditions: string, result: LoopResult): readonly (string | number)[] {
  const { needs, isUnharmed, tried, beyond, refused, findings, instructions } = result
  const high = findings.filter(({ severity }) => severity !== 'low')
  return [
    name,
    conditions,
    needs.seen.length,
    needs.seen.filter(({ when }) => when !== undefined).length,
    needs.added.length,
    instructions,
    isUnharmed ? 'yes' : 'NO',
    tried.length,
    beyond.length,
    refused.length,
    high.map((each) => `${each.severity} ${each.name} (${each.call ?? ''})`).join(', '),
  ]
}

const COLUMNS = ['command', 'conditions', 'seen', 'with conditions', 'added', 'insns', 'unharmed', 'try', 'beyond', 'refused', 'lint'] // prettier-ignore

/** Commands without threads, which make the same calls at each run. */
const WITHOUT_THREADS: readonly string[] = ['ls', 'sort', 'tar', 'find', 'dash loop']

/** Prints how the policies of the watcher and of strace differ; yields those that should not. */
async function wrongSources(folder: string, only: string | undefined): Promise<readonly string[]> {
  if (spawnSync('strace', ['--version']).status !== 0) {
    process.stdout.write('strace: NOT RUN: there is no strace\n')
    return []
  }
  const wrong: string[] = []
  for (const command of soakCommands(join(folder, 'strace'))) {
    if (only !== undefined && command.name !== only) continue
    const { isSame, onlyWatched, onlyTraced } = await bySource(command)
    const said = [
      ...onlyWatched.map((each) => `only watched: ${each}`),
      ...onlyTraced.map((each) => `only by strace: ${each}`),
    ].join('; ')
    process.stdout.write(`strace: ${command.name}: ${isSame ? 'the same policy' : said}\n`)
    if (isSame !== (said === '')) wrong.push(`strace: ${command.name}: the difference has no name`)
    if (!isSame && WITHOUT_THREADS.includes(command.name)) wrong.push(`strace: ${command.name}: ${said}`)
  }
  return wrong
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  if (process.platform !== 'linux' || process.arch !== 'x64' || (!hasBridge('ffi') && !hasBridge('koffi'))) {
    process.stderr.write('soak needs: not run: it takes Linux on x86_64, and FFI or koffi\n')
    return 3
  }
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-soak-'))
  try {
    const rows: (readonly (string | number)[])[] = []
    const wrong: string[] = []
    for (const command of soakCommands(folder)) {
      if (values.only !== undefined && command.name !== values.only) continue
      const recorded = await recordings(command, folder, RECORDINGS)
      for (const conditions of ['none', 'table'] as const) {
        const result = await closedLoop(command, folder, conditions, recorded)
        rows.push(rowOf(command.name, conditions, result))
        wrong.push(...faultsOf(result).map((fault) => `${command.name}, ${conditions}: ${fault}`))
      }
    }
    process.stdout.write(table(COLUMNS, rows))
    wrong.push(...(await wrongSources(folder, values.only)))
    if (values.only === undefined) {
      const { notKnown, siblings, others } = await fourthScenario(folder)
      const { estimate } = notKnown
      const unseen = estimate.kind === 'chao2' ? estimate.unseen : 0
      process.stdout.write(
        `fourth scenario: ${siblings.length + others.length} calls are refused; named as siblings: ${siblings.join(', ') || 'none'}; ` +
          `not named: ${others.join(', ') || 'none'}; the policy estimated at least ${unseen.toFixed(1)} calls that it had not seen\n`,
      )
      if (siblings.length === 0) wrong.push('fourth scenario: no call is refused that the policy names')
      const said = notKnownLines(notKnown, Infinity).join(' ')
      if (others.length > 0 && !said.includes('says nothing of one that does another kind of thing'))
        wrong.push('fourth scenario: nothing said why calls were not named')
    }
    for (const line of wrong) process.stdout.write(`WRONG: ${line}\n`)
    process.stdout.write(`${wrong.length} wrong\n`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
