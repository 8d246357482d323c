import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { RunStdio } from './ended.ts'
import { otherLaunch } from './other-launcher.ts'
import type { OtherCommand } from './other-launcher.ts'
import type { OtherLauncherName } from './launch-words.ts'
import { descriptors, startWith } from './start-with.ts'
import { ending } from './started.ts'
import type { CommandProcess } from './started.ts'

/** The process that bwrap has started, as it writes on a descriptor; `undefined` where that closes before. */
function startedByBwrap(said: Readable): Promise<number | undefined> {
  return new Promise((resolve) => {
    let text = ''
    said.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const pid = /"child-pid": *(\d+)/.exec(text)?.[1]
      if (pid !== undefined) resolve(Number(pid))
    })
    said.on('error', () => {}) // then it closes
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
 * The process of the command, where `pid` is what bwrap has started. In a namespace of process ids of its own, that is a
 * bwrap that waits as process 1, and to which signals from outside mean nothing. Its child is the command.
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
 * @throws KernelError where that fails at once; then no file and no descriptor is left
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
    const said = streams[given.length + launch.fds.length] as Readable | null // a pipe, where it is bwrap
    const pid = name === 'bwrap' && said !== null ? startedByBwrap(said) : Promise.resolve(child.pid)
    return { child, pid, ended: ending(child).finally(() => launch.cleanUp()) }
  } catch (error) {
    launch.cleanUp()
    throw error
  }
}
