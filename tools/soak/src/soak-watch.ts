/*
 * `pnpm soak:watch`: the watcher, against what is known of the calls of commands.
 *
 * - counts: a program that makes a known number of calls, in threads, also while signals interrupt it;
 * - removals: a call that strace sees a command make is refused, and the report has to name that call;
 * - kills: the watcher is killed at a random moment, and no refused call may run, no recorded command may stay;
 * - times: a recording beside `strace -f -c`, in turns.
 *
 * Exits 1 where something is wrong, and 3 where this machine cannot do it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compileNative } from '@seccompile/kernel/native'
import { hasBridge } from '@seccompile/kernel/exec'
import { wrongCounts } from './watch/counts.ts'
import { wrongKills } from './watch/kills.ts'
import { wrongRemovals } from './watch/removals.ts'
import { timesBesideStrace } from './watch/times.ts'

const USAGE = `usage: soak:watch [--counts N] [--removals N] [--kills N] [--rounds N]

The watcher of run --report, try and record, against what is known of the calls of commands.

  --counts N    runs of a program that makes a known number of calls; 100 by default
  --removals N  pairs of a command and a call that is refused; 50 by default
  --kills N     watchers that are killed; 200 by default
  --rounds N    turns of a recording and of strace; 5 by default
`

const CALLS = new URL('../../../packages/watch/test/native/calls.c', import.meta.url).pathname

function whole(option: string, text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 100_000) return value
  throw new Error(`--${option} takes a whole number up to 100000, not "${text}"`)
}

/** Why this machine cannot run the soak; `undefined` where it can. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'this is not Linux'
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  for (const command of ['cc', 'strace'])
    if (spawnSync(command, ['--version']).status !== 0) return `there is no ${command}`
  return undefined
}

async function main(args: readonly string[]): Promise<number> {
  const number = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { counts: number, removals: number, kills: number, rounds: number, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const reason = whyNot()
  if (reason !== undefined) {
    process.stderr.write(`soak:watch: not run: ${reason}\n`)
    return 3
  }
  const count = (name: 'counts' | 'removals' | 'kills' | 'rounds', otherwise: string): number =>
    whole(name, values[name] ?? otherwise)
  const program = await compileNative(CALLS)
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-soak-'))
  try {
    const wrong = [
      ...(await wrongCounts(program, count('counts', '100'))),
      ...(await wrongRemovals(folder, count('removals', '50'))),
      ...(await wrongKills(folder, count('kills', '200'))),
    ]
    for (const line of timesBesideStrace(program, folder, count('rounds', '5')))
      process.stdout.write(`${line}\n`)
    for (const line of wrong) process.stdout.write(`WRONG: ${line}\n`)
    process.stdout.write(`${wrong.length} wrong\n`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
