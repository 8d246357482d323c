/*
 * Commands of other projects that run a command under a raw filter: for where koffi is not installed, and for
 * those who want what else they do.
 *
 * All set `no_new_privs`, and none takes a flag of seccomp(2). The filter has to allow the calls that they
 * make once it is attached. `bwrap` only executes the command. `setpriv` reads capabilities first. `crun` closes
 * descriptors first. `setpriv` and `crun` take only one filter.
 */
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findCommand } from './find-command.ts'
import { KernelError } from '../kernel-error.ts'
import { BWRAP_SAME_ROOT, bwrapArgs, crunArgs, crunConfig, setprivArgs } from '../launch-words.ts'
import { makeTemporary } from '../native/leftovers.ts'
import { thisUser } from './this-user.ts'
import type { LaunchCall } from '../native-abi.ts'

/**
 * A launcher, which starts a command under a filter: this package through koffi, or a command of another
 * project.
 */
export type LauncherName = 'koffi' | 'setpriv' | 'bwrap'

/** A launcher of another project. */
export type OtherLauncherName = 'bwrap' | 'setpriv' | 'crun'

/** In the order of their names. */
export const OTHER_LAUNCHERS: readonly OtherLauncherName[] = ['bwrap', 'crun', 'setpriv']

/** Any launcher, those that `run` does not choose included. */
export type AnyLauncherName = LauncherName | OtherLauncherName

/** The calls of each launcher between attaching a filter and being the command. */
export const LAUNCHER_CALLS: Readonly<Record<AnyLauncherName, readonly LaunchCall[]>> = {
  koffi: ['execve'],
  setpriv: ['prctl', 'capget', 'openat', 'read', 'close', 'execve'],
  bwrap: ['execve'],
  crun: ['close', 'close_range', 'execve'],
}

/** Why a launcher cannot be used, as a clause; `undefined` where it can. */
export function whyNotLauncher(
  name: OtherLauncherName,
  searchPath: string | undefined = process.env['PATH'],
): string | undefined {
  const found = findCommand(Buffer.from(name), searchPath)
  if (found.kind !== 'found') return `${name} is not installed`
  if (name === 'crun') return undefined // the annotation is older than any release that is still in use
  const option = name === 'setpriv' ? '--seccomp-filter' : '--add-seccomp-fd'
  const { stdout, stderr, status, error } = spawnSync(Buffer.from(found.path).toString(), ['--help'], {
    encoding: 'utf8',
    timeout: 5000,
  })
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
  /** Descriptors to hand over, as 3 and on. On the next one, bwrap writes what it has started. */
  readonly fds: readonly number[]
  /** Removes files and descriptors that were only for the start; to be called when the command has ended. */
  readonly cleanUp: () => void
}

/** A command for a launcher. */
export interface OtherCommand {
  readonly words: readonly string[]
  /** Whether the words of the command come after options of the launcher itself; by default they do not. */
  readonly hasOptions?: boolean
  /** The environment and the folder of the command, where they are not those of this process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly cwd?: string | undefined
}

function notHanded(name: string, how: string, cause: unknown, requirement?: string): KernelError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new KernelError('E_NATIVE', `the filter cannot be handed to ${name} ${how}: ${why}`, {
    ...(requirement === undefined ? {} : { requirement }),
    cause,
  })
}

/**
 * Each of `contents` in a file of its own, in a folder that `remove` takes away.
 * @throws KernelError where no folder can be made
 */
function temporaryFiles(
  name: string,
  contents: readonly (Uint8Array | string)[],
): { readonly files: readonly string[]; readonly remove: () => void } {
  let folder: string | undefined
  let files: readonly string[] = []
  const remove = (): void => {
    // One by one: listing a folder takes a descriptor, and none may be left.
    for (const file of files) rmSync(file, { force: true })
    try {
      if (folder !== undefined) rmdirSync(folder)
    } catch (error) {
      // A command may run longer than the age at which leftovers.ts removes a folder. Then another process has
      // removed it.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  try {
    const made = makeTemporary(tmpdir(), 'filters')
    folder = made
    files = contents.map((_, index) => join(made, `${index}.bpf`))
    contents.forEach((bytes, index) => writeFileSync(files[index]!, bytes, { mode: 0o600 }))
    return { files, remove }
  } catch (error) {
    remove()
    throw notHanded(name, 'in a file', error, 'a writable folder for temporary files')
  }
}

/** Descriptors that read `files`. @throws KernelError where one cannot be opened; then none stays open */
function openAll(name: string, files: readonly string[]): readonly number[] {
  const fds: number[] = []
  try {
    for (const file of files) fds.push(openSync(file, 'r'))
    return fds
  } catch (error) {
    for (const fd of fds) closeSync(fd)
    throw notHanded(name, 'as an open file', error)
  }
}

/** Descriptors that read `contents`, which no file has any more. @throws KernelError */
function unlinked(name: string, contents: readonly (Uint8Array | string)[]): readonly number[] {
  const { files, remove } = temporaryFiles(name, contents)
  try {
    return openAll(name, files)
  } finally {
    remove()
  }
}

function bwrapWords(count: number, { words, hasOptions = false }: OtherCommand): readonly string[] {
  const fds = Array.from({ length: count }, (_, index) => index + 3)
  const options = [...bwrapArgs({ fds }), '--json-status-fd', String(count + 3)]
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
 * Writes `filters` to files of their own, and yields how `name` is called to start a command under them.
 *
 * @param filters - one, except for bwrap
 * @throws KernelError `E_NO_LAUNCHER` where it is not installed, `E_NATIVE` where no file can be made or opened
 */
export function otherLaunch(
  name: OtherLauncherName,
  filters: readonly Uint8Array[],
  started: OtherCommand,
): OtherLaunch {
  const { words, hasOptions = false } = started
  const found = findCommand(Buffer.from(name), process.env['PATH'])
  if (found.kind !== 'found') throw noLauncher([`${name} is not installed`])
  const command = Buffer.from(found.path).toString()
  if (name === 'setpriv') {
    // From a file that is there while the command runs: a descriptor would stay open in the command.
    const { files, remove } = temporaryFiles(name, filters)
    const before = files.flatMap((file) => setprivArgs({ file }))
    return {
      command,
      args: [...before, ...(hasOptions ? [] : ['--']), ...words],
      fds: [],
      cleanUp: remove,
    }
  }
  if (name === 'crun') {
    const fds = unlinked(
      name,
      filters.map((filter) => crunText(filter, started)),
    )
    return {
      command,
      args: crunArgs({ file: '/proc/self/fd/3', id: `seccompile-${randomUUID()}` }),
      fds,
      cleanUp: () => fds.forEach((fd) => closeSync(fd)),
    }
  }
  const fds = unlinked(name, filters)
  return {
    command,
    args: bwrapWords(fds.length, started),
    fds,
    cleanUp: () => fds.forEach((fd) => closeSync(fd)),
  }
}

/** Why no launcher can be used, and what to install. */
export function noLauncher(reasons: readonly string[]): KernelError {
  return new KernelError(
    'E_NO_LAUNCHER',
    `nothing here can start a command under this filter: ${reasons.join('; ')}; run "npm install koffi", or install bubblewrap, or util-linux 2.41 or newer`,
    { requirement: 'koffi' },
  )
}
