/*
 * Launchers of other projects, which start a command under a raw filter: for machines without a bridge, and for what
 * else these launchers can do.
 *
 * All of them set `no_new_privs`, and none takes a flag of seccomp(2). The filter has to allow the calls that a
 * launcher makes once the filter is attached. `bwrap` only executes the command. `setpriv` reads capabilities first.
 * `crun` closes descriptors first. `setpriv` and `crun` take only one filter.
 */
import { spawnSync } from 'node:child_process'
import type { SpawnSyncReturns } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { assertNever } from '@seccompile/shape'
import { pathOfOpen, readOnlyFile } from '../native/nameless-file.ts'
import { findCommand } from '../system/find-command.ts'
import { KernelError } from '../system/kernel-error.ts'
import type { LaunchCall } from '../system/native-abi.ts'
import { BWRAP_SAME_ROOT, bwrapArgs, crunArgs, crunConfig, setprivArgs } from './launch-words.ts'
import type { LauncherName, OtherLauncherName } from './launch-words.ts'
import { thisUser } from './this-user.ts'

/** Any launcher, also one that `run` never chooses. */
export type AnyLauncherName = LauncherName | OtherLauncherName

/** The calls that each launcher makes from attaching a filter to execve. */
export const LAUNCHER_CALLS: Readonly<Record<AnyLauncherName, readonly LaunchCall[]>> = {
  ffi: ['execve'],
  koffi: ['execve'],
  setpriv: ['prctl', 'capget', 'openat', 'read', 'close', 'execve'],
  bwrap: ['execve'],
  crun: ['close', 'close_range', 'execve'],
}

/** The packages that bring the launchers. */
export const LAUNCHER_PACKAGES: Readonly<Record<OtherLauncherName, string>> = {
  bwrap: 'bubblewrap',
  setpriv: 'util-linux 2.41 or newer',
  crun: 'crun',
}

type Help = Pick<SpawnSyncReturns<string>, 'stdout' | 'stderr' | 'status' | 'error'>

const noHelp = (error: Error): Help => ({ stdout: '', stderr: '', status: null, error })

/** What a command prints for `--help`. */
function helpOf(command: string): Help {
  try {
    const done = spawnSync(command, ['--help'], { encoding: 'utf8', timeout: 5000 })
    // Deno yields an empty object where it cannot enter the folder of this process.
    return 'status' in done ? done : noHelp(new Error('no process can be started'))
  } catch (error) {
    // Node and Deno throw where they may start no process.
    return noHelp(error instanceof Error ? error : new Error(String(error)))
  }
}

/**
 * Why a launcher cannot open the filter, as a clause. setpriv opens it by its path in /proc. The descriptors of a process
 * that has changed its user belong to root there.
 * @see proc(5), PR_SET_DUMPABLE(2const)
 */
export function whyNotOpened(name: OtherLauncherName): string | undefined {
  try {
    if (name !== 'setpriv' || statSync('/proc/self/fd').uid === process.geteuid?.()) return undefined
  } catch {
    return undefined // there is no /proc, which the start says
  }
  return 'setpriv cannot open the filter, because this process has changed its user'
}

/** Why a launcher cannot be used, as a clause; `undefined` where it can. */
export function whyNotLauncher(
  name: OtherLauncherName,
  searchPath: string | undefined = process.env['PATH'],
): string | undefined {
  const found = findCommand(Buffer.from(name), searchPath)
  if (found.kind !== 'found') return `${name} is not installed`
  if (name === 'crun') return undefined // every release in use knows the annotation
  const option = name === 'setpriv' ? '--seccomp-filter' : '--add-seccomp-fd'
  const { stdout, stderr, status, error } = helpOf(Buffer.from(found.path).toString())
  const cannotBeAsked = `the ${name} installed cannot be asked for its options`
  if (error !== undefined) return `${cannotBeAsked}: ${'code' in error ? String(error.code) : error.message}`
  if (stdout.includes(option)) return undefined
  if (status !== 0) return `${cannotBeAsked}: ${stderr.split('\n', 1)[0]!}`
  const since = name === 'setpriv' ? 'util-linux 2.41' : 'bubblewrap 0.5'
  return `the ${name} installed has no option ${option}; it came with ${since}`
}

/** How to start a command by another launcher. */
export interface OtherLaunch {
  readonly command: string
  /** All words after the name of the launcher, the command included. */
  readonly args: readonly string[]
  /**
   * Descriptors to pass on, with the numbers from `firstFd` on. To the number after them, bwrap writes the process
   * that it has started.
   */
  readonly fds: readonly number[]
  /** Removes files and closes descriptors that only the start needs. Call it when the command has ended. */
  readonly cleanUp: () => void
}

/** A command for a launcher. */
export interface OtherCommand {
  readonly words: readonly string[]
  /** Whether options of the launcher come before the words of the command; not by default. */
  readonly hasOptions?: boolean
  /** The environment and the folder of the command; those of this process by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly cwd?: string | undefined
  /** The first descriptor past those of the command; 3 by default. */
  readonly firstFd?: number
}

/**
 * Descriptors, each open for reading on one of `contents`.
 * @throws KernelError where a file cannot be made; then all are closed
 */
function openFiles(name: string, contents: readonly (Uint8Array | string)[]): readonly number[] {
  const fds: number[] = []
  try {
    for (const content of contents) fds.push(readOnlyFile(Buffer.from(content)))
    return fds
  } catch (cause) {
    for (const fd of fds) closeSync(fd)
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new KernelError(
      'E_NATIVE',
      `the filter cannot be handed to ${name} in a file: ${why}; allow a file in one of these folders, or take another launcher (seccompile doctor)`,
      {
        requirement: 'a writable folder for temporary files',
        cause,
      },
    )
  }
}

function bwrapWords(
  count: number,
  { words, hasOptions = false, firstFd = 3 }: OtherCommand,
): readonly string[] {
  const fds = Array.from({ length: count }, (_, index) => index + firstFd)
  const options = [...bwrapArgs({ fds }), '--json-status-fd', String(count + firstFd)]
  return hasOptions ? [...options, ...words] : [...BWRAP_SAME_ROOT, ...options, '--', ...words]
}

/** The `config.json` by which crun starts `words` under `filter`, as this process would start them. */
function crunText(
  filter: Uint8Array,
  { words, env = process.env, cwd = process.cwd() }: OtherCommand,
): string {
  const config = crunConfig({
    args: words,
    filter,
    ...thisUser(),
    env: Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])),
    cwd: resolve(cwd),
  })
  return JSON.stringify(config)
}

/**
 * Writes `filters` to nameless files, and yields the command line by which the launcher `name` starts a command under
 * them.
 *
 * @param filters - one, except for bwrap
 * @throws KernelError `E_NO_LAUNCHER` where `name` is not installed, `E_NATIVE` where no file can be made or opened
 */
export function otherLaunch(
  name: OtherLauncherName,
  filters: readonly Uint8Array[],
  started: OtherCommand,
): OtherLaunch {
  const { words, hasOptions = false, firstFd = 3 } = started
  const found = findCommand(Buffer.from(name), process.env['PATH'])
  if (found.kind !== 'found') throw noLauncher([whyNotInstalled(name, `${name} is not installed`)])
  const contents = name === 'crun' ? filters.map((filter) => crunText(filter, started)) : filters
  const files = openFiles(name, contents)
  const launch = {
    command: Buffer.from(found.path).toString(),
    cleanUp: () => files.forEach((fd) => closeSync(fd)),
  }
  switch (name) {
    case 'setpriv': {
      // setpriv opens the file through the descriptor of this process: a descriptor passed to setpriv would stay open
      // in the command.
      const options = files.flatMap((fd) => setprivArgs({ file: pathOfOpen(fd) }))
      return { ...launch, args: [...options, ...(hasOptions ? [] : ['--']), ...words], fds: [] }
    }
    case 'crun': {
      const container = { file: `/proc/self/fd/${firstFd}`, id: `seccompile-${randomUUID()}` }
      return { ...launch, args: crunArgs(container), fds: files }
    }
    case 'bwrap':
      return { ...launch, args: bwrapWords(files.length, started), fds: files }
    default:
      return assertNever(name)
  }
}

/** Why a launcher cannot be used, and what to do where something can be done; both as clauses. */
export interface NoLauncher {
  readonly why: string
  readonly toDo?: string
}

/** The answer for a launcher whose package is missing, or is too old. */
export const whyNotInstalled = (name: OtherLauncherName, why: string): NoLauncher => ({
  why,
  toDo: `install ${LAUNCHER_PACKAGES[name]}`,
})

/** Why no launcher can be used, and what to do. */
export function noLauncher(reasons: readonly NoLauncher[]): KernelError {
  const toDo = new Set(reasons.flatMap((one) => one.toDo ?? []))
  return new KernelError(
    'E_NO_LAUNCHER',
    `nothing here can start a command under this filter: ${reasons.map(({ why }) => why).join('; ')}; ${[...toDo].join(', or ')}`,
    { requirement: 'a launcher' },
  )
}
