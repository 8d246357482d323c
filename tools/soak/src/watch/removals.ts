import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameOf } from '@seccompile/syscalls'
import { watch } from '@seccompile/watch'
import type { WatchOptions } from '@seccompile/watch'
import { OWN, refusing } from './machine.ts'

/** A command, and a call that it makes. */
interface Pair {
  readonly command: readonly [string, ...string[]]
  readonly call: string
}

/** Commands that every Linux has, or nearly every: each makes other calls. */
function commands(folder: string): readonly (readonly [string, ...string[]])[] {
  const file = join(folder, 'text')
  writeFileSync(file, 'b\na\n')
  mkdirSync(join(folder, 'tree/sub'), { recursive: true })
  return [
    ['ls', '-l', folder],
    ['sort', file],
    ['cp', file, join(folder, 'copy')],
    ['tar', '-cf', join(folder, 'tree.tar'), '-C', folder, 'tree'],
    ['sh', '-c', 'echo a | cat; (exit 3)'],
    ['find', folder, '-name', 'text'],
    ['touch', join(folder, 'touched')],
    [
      'python3',
      '-c',
      'import os, time, subprocess; time.sleep(0); subprocess.run(["true"]); print(os.getpid())',
    ],
  ]
}

/** Calls without which no process starts or ends, so that refusing them says nothing of the watcher. */
const VITAL: ReadonlySet<string> = new Set([
  'execve',
  'exit',
  'exit_group',
  'rt_sigreturn',
  'restart_syscall',
])

/** The calls that strace sees a command make; empty where it is not installed. */
function callsOf(command: readonly string[], folder: string): readonly string[] {
  const output = join(folder, 'strace')
  spawnSync('strace', ['-f', '-o', output, '--', ...command], { stdio: 'ignore' })
  const names = readFileSync(output, 'utf8').matchAll(/^\d+ +([a-z_0-9]+)\(/gm)
  return [...new Set([...names].map(([, name = '']) => name))].filter((name) => !VITAL.has(name)).sort()
}

/** The calls that a watcher sees refused, or by `try` those that would be. */
async function refusedOf(
  { command, call }: Pair,
  use: NonNullable<WatchOptions['use']>,
): Promise<readonly string[]> {
  const watching = watch(refusing([call]), command, { use, stdio: ['ignore', 'ignore', 'ignore'] })
  const names = new Set<string>()
  for await (const batch of watching)
    for (const { arch, nr } of batch) if (arch === OWN.auditArch) names.add(nameOf(OWN, nr) ?? String(nr))
  await watching.report
  return [...names]
}

/** Pairs of a command and a call that it makes: `count` of them, over all commands. */
function somePairs(folder: string, count: number): readonly Pair[] {
  const all = commands(folder).flatMap((command) =>
    callsOf(command, folder).map((call) => ({ command, call })),
  )
  const chosen = Math.min(count, all.length)
  return Array.from({ length: chosen }, (_, at) => all[Math.floor((at * all.length) / chosen)]).filter(
    (pair) => pair !== undefined,
  )
}

/**
 * Pairs of a command and a refused call for which the report does not name exactly that call: `pairs` by `run --report`, and
 * `tried` by `try`.
 */
export async function wrongRemovals(
  folder: string,
  pairs: number,
  tried: number,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const [use, count, title] of [
    ['denials', pairs, 'run --report'],
    ['try', tried, 'try'],
  ] as const) {
    const chosen = somePairs(folder, count)
    const before = wrong.length
    for (const pair of chosen) {
      const names = await refusedOf(pair, use)
      if (names.length !== 1 || names[0] !== pair.call)
        wrong.push(
          `${title}: ${pair.command[0]} without ${pair.call}: it names ${names.join(', ') || 'nothing'}`,
        )
    }
    const commandCount = new Set(chosen.map(({ command }) => command)).size
    const right = chosen.length - (wrong.length - before)
    process.stdout.write(
      `removals: ${title} names the call for ${right} of ${chosen.length} pairs, of ${commandCount} commands\n`,
    )
  }
  return wrong
}
