/*
 * `pnpm soak watch`: the watcher, against what is known of the calls of commands.
 *
 * - counts: a program that makes a known number of calls, in threads, also while signals interrupt it;
 * - removals: a call that strace sees a command make is refused, and the report has to name that call, and `try` too;
 * - kills: the watcher is killed at a random moment, and no refused call may run, no recorded command may stay;
 * - programs: programs that people run, which have to do the same as without a watcher, also in sandboxes;
 * - runc: the watcher in a container under Docker's default profile;
 * - times: a recording beside `strace -f -c`, in turns.
 *
 * Exits 1 where something is wrong, and 3 where this machine cannot do it. A program that is not installed is `NOT RUN`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { compileNative } from '@seccompile/kernel/native'
import { hasBridge } from '@seccompile/kernel/exec'
import { wrongCounts } from './watch/counts.ts'
import { wrongKills } from './watch/kills.ts'
import { wrongRemovals } from './watch/removals.ts'
import { wrongPrograms } from './watch/compare-programs.ts'
import { wrongInContainer } from './watch/in-container.ts'
import { wrongTimes } from './watch/times.ts'

const USAGE = `usage: soak watch [--only PART] [--counts N] [--removals N] [--tries N] [--kills N] [--rounds N]

The watcher of run --report, try and record, against what is known of the calls of commands.

  --only PART   one of counts, removals, kills, programs, runc and times; all by default
  --counts N    runs of a program that makes a known number of calls; 100 by default
  --removals N  pairs of a command and a call that is refused; 50 by default
  --tries N     such pairs for try; 20 by default
  --kills N     watchers that are killed; 200 by default
  --rounds N    turns of a recording and of strace; 5 by default
`

const CALLS = fileURLToPath(new URL('../../../packages/watch/test/native/calls.c', import.meta.url))

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

/** A part of the soak: it prints what it has done, and yields what is wrong. */
type SoakPart = () => Promise<readonly string[]> | readonly string[]

async function main(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: text,
      counts: text,
      removals: text,
      tries: text,
      kills: text,
      rounds: text,
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    process.stdout.write(USAGE)
    return 0
  }
  const reason = whyNot()
  if (reason !== undefined) {
    process.stderr.write(`soak watch: not run: ${reason}\n`)
    return 3
  }
  const count = (name: 'counts' | 'removals' | 'tries' | 'kills' | 'rounds', otherwise: string): number =>
    whole(name, values[name] ?? otherwise)
  const program = await compileNative(CALLS)
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-soak-'))
  const parts: Readonly<Record<string, SoakPart>> = {
    counts: () => wrongCounts(program, count('counts', '100')),
    removals: () => wrongRemovals(folder, count('removals', '50'), count('tries', '20')),
    kills: () => wrongKills(folder, count('kills', '200')),
    programs: () => wrongPrograms(folder),
    runc: () => wrongInContainer(folder),
    times: () => wrongTimes(program, folder, count('rounds', '5')),
  }
  const { only } = values
  try {
    if (only !== undefined && !Object.hasOwn(parts, only))
      throw new Error(`--only takes ${Object.keys(parts).join(', ')}, not "${only}"`)
    const wrong: string[] = []
    for (const [name, part] of Object.entries(parts))
      if (only === undefined || only === name) wrong.push(...(await part()))
    for (const line of wrong) process.stdout.write(`WRONG: ${line}\n`)
    process.stdout.write(`${wrong.length} wrong\n`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main(process.argv.slice(2))
