import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameOf } from '@seccompile/syscalls'
import { watch } from '@seccompile/watch'
import { OWN, refusing } from './machine.ts'

/** Commands that every Linux has, or nearly every: each makes other calls. */
export function commands(folder: string): readonly (readonly [string, ...string[]])[] {
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
export const VITAL: ReadonlySet<string> = new Set([
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

/** The calls that a watcher sees refused. */
async function refusedOf(command: readonly [string, ...string[]], call: string): Promise<readonly string[]> {
  const watching = watch(refusing([call]), command, { stdio: ['ignore', 'ignore', 'ignore'] })
  const names = new Set<string>()
  for await (const batch of watching)
    for (const { arch, nr } of batch) if (arch === OWN.auditArch) names.add(nameOf(OWN, nr) ?? String(nr))
  await watching.report
  return [...names]
}

/** Pairs of a command and a refused call for which the watcher does not name exactly that call. */
export async function wrongRemovals(folder: string, pairs: number): Promise<readonly string[]> {
  const found = commands(folder)
    .map((command) => ({ command, calls: callsOf(command, folder) }))
    .filter(({ calls }) => calls.length > 0)
  const all = found.flatMap(({ command, calls }) => calls.map((call) => ({ command, call })))
  const wrong: string[] = []
  const step = Math.max(1, all.length / Math.max(1, pairs))
  let done = 0
  for (let at = 0; at < all.length && done < pairs; at += step) {
    const pair = all[Math.floor(at)]
    if (pair === undefined) break
    done += 1
    const names = await refusedOf(pair.command, pair.call)
    if (names.length !== 1 || names[0] !== pair.call)
      wrong.push(`${pair.command[0]} without ${pair.call}: the report names ${names.join(', ') || 'nothing'}`)
  }
  process.stdout.write(
    `removals: ${done - wrong.length} of ${done} pairs, of ${found.length} commands, name the call\n`,
  )
  return wrong
}
