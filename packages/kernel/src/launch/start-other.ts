import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { RunStdio } from './ended.ts'
import { otherLaunch } from './other-launcher.ts'
import type { OtherCommand } from './other-launcher.ts'
import type { OtherLauncherName } from './launch-words.ts'
import { descriptors, startWith } from './start-with.ts'
import { ending } from './started.ts'
import type { CommandProcess } from './started.ts'

/**
 * The id of the process that bwrap has started, which bwrap writes to a descriptor; `undefined` where the descriptor
 * closes first.
 */
function startedByBwrap(said: Readable): Promise<number | undefined> {
  return new Promise((resolve) => {
    let text = ''
    said.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const pid = /"child-pid": *(\d+)/.exec(text)?.[1]
      if (pid !== undefined) resolve(Number(pid))
    })
    said.on('error', () => {}) // `close` follows
    said.on('close', () => resolve(undefined))
  })
}

/** The text of a file in /proc; '' where it cannot be read. */
function processFile(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/**
 * The process of the command; `pid` is the process that bwrap has started. In a new PID namespace, `pid` is a bwrap
 * that waits as process 1 and ignores signals from outside. Its child is the command.
 * @see proc(5): NSpid; pid_namespaces(7): the init process
 */
export function behindReaper(pid: number): number {
  const isFirst = /^NSpid:.*\t1$/m.test(processFile(`/proc/${pid}/status`))
  if (!isFirst || processFile(`/proc/${pid}/comm`) !== 'bwrap\n') return pid
  const [child = ''] = processFile(`/proc/${pid}/task/${pid}/children`).split(' ')
  return child === '' ? pid : Number(child)
}

/**
 * Starts `command` by the launcher `name` under `filters`.
 * @throws KernelError where the start fails at once; then files and descriptors are cleaned up
 */
export function startOther(
  name: OtherLauncherName,
  filters: readonly Uint8Array[],
  command: OtherCommand,
  stdio: readonly RunStdio[],
  keepFds: readonly number[] = [],
): CommandProcess {
  const given = descriptors(stdio, keepFds)
  const launch = otherLaunch(name, filters, { ...command, firstFd: given.length })
  const { env, cwd } = command
  try {
    const options = {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...env } }),
    }
    const own = [...launch.fds, ...(name === 'bwrap' ? (['pipe'] as const) : [])]
    const child = startWith(launch.command, launch.args, options, [...given, ...own])
    const streams: readonly unknown[] = child.stdio
    // The pipe of bwrap. Deno has none where the start fails.
    const said = (streams[given.length + launch.fds.length] ?? undefined) as Readable | undefined
    const pid = name === 'bwrap' && said !== undefined ? startedByBwrap(said) : Promise.resolve(child.pid)
    return { child, pid, ended: ending(child).finally(() => launch.cleanUp()) }
  } catch (error) {
    launch.cleanUp()
    throw error
  }
}
