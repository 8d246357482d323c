/*
 * Commands of other projects that run a command under a raw filter, for where koffi is not installed.
 *
 * Both set `no_new_privs`, and neither takes a flag of seccomp(2). The filter has to allow the calls that they
 * make once it is attached. `bwrap` only executes the command. `setpriv` reads capabilities first, and takes
 * only one filter.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCommand } from './find-command.ts'
import { KernelError } from '../kernel-error.ts'
import { makeTemporary } from '../native/leftovers.ts'
import type { LaunchCall } from '../native-abi.ts'

/**
 * A launcher, which starts a command under a filter: this package through koffi, or a command of another
 * project.
 */
export type LauncherName = 'koffi' | 'setpriv' | 'bwrap'

/** The calls of each launcher between attaching a filter and being the command. */
export const LAUNCHER_CALLS: Readonly<Record<LauncherName, readonly LaunchCall[]>> = {
  koffi: ['execve'],
  setpriv: ['prctl', 'capget', 'openat', 'read', 'close', 'execve'],
  bwrap: ['execve'],
}

/** Why a launcher cannot be used, as a clause; `undefined` where it can. */
export function whyNotLauncher(
  name: 'setpriv' | 'bwrap',
  searchPath: string | undefined = process.env['PATH'],
): string | undefined {
  const found = findCommand(Buffer.from(name), searchPath)
  if (found.kind !== 'found') return `${name} is not installed`
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
  /** The words before the command and its own words. */
  readonly args: readonly string[]
  /** Descriptors to hand over, as 3 and on. On the next one, bwrap writes what it has started. */
  readonly fds: readonly number[]
  /** Removes files and descriptors that were only for the start; to be called when the command has ended. */
  readonly cleanUp: () => void
}

function notHanded(name: string, how: string, cause: unknown, requirement?: string): KernelError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new KernelError('E_NATIVE', `the filter cannot be handed to ${name} ${how}: ${why}`, {
    ...(requirement === undefined ? {} : { requirement }),
    cause,
  })
}

/**
 * Each of `filters` in a file of its own, in a folder that `remove` takes away.
 * @throws KernelError where no folder can be made
 */
function temporaryFiles(
  name: string,
  filters: readonly Uint8Array[],
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
    files = filters.map((_, index) => join(made, `${index}.bpf`))
    filters.forEach((bytes, index) => writeFileSync(files[index]!, bytes, { mode: 0o600 }))
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

/**
 * Writes `filters` to files of their own, and yields how `name` is called with them.
 * @throws KernelError `E_NO_LAUNCHER` where it is not installed, `E_NATIVE` where no file can be made or opened
 */
export function otherLaunch(name: 'setpriv' | 'bwrap', filters: readonly Uint8Array[]): OtherLaunch {
  const found = findCommand(Buffer.from(name), process.env['PATH'])
  if (found.kind !== 'found') throw noLauncher([`${name} is not installed`])
  const command = Buffer.from(found.path).toString()
  const { files, remove } = temporaryFiles(name, filters)
  if (name === 'setpriv') {
    const args = ['--no-new-privs', ...files.flatMap((file) => ['--seccomp-filter', file]), '--']
    return { command, args, fds: [], cleanUp: remove }
  }
  let fds: readonly number[]
  try {
    fds = openAll(name, files)
  } finally {
    remove() // bwrap reads from the descriptors
  }
  return {
    command,
    args: [
      '--dev-bind',
      '/',
      '/',
      ...fds.flatMap((_, index) => ['--add-seccomp-fd', String(index + 3)]),
      '--json-status-fd',
      String(fds.length + 3),
      '--',
    ],
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
