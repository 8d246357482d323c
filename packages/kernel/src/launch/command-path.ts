/* The folder and the file of a command, checked before it is started. */
import { statSync } from 'node:fs'
import { findCommand } from '../system/find-command.ts'
import { KernelError } from '../system/kernel-error.ts'
import { scriptFailure } from './script.ts'

/** The environment and the folder in which a command is looked for. */
export interface CommandPlace {
  /** The environment of the command, with its `PATH`; that of this process by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  readonly cwd?: string | undefined
}

/** The error for a folder of the command that cannot be its folder. */
function noFolder(cwd: string, errno: string): KernelError {
  const isNone = errno === 'ENOENT' || errno === 'ENOTDIR'
  return new KernelError(
    'E_ARGUMENT',
    isNone ? `cwd: there is no folder "${cwd}"` : `cwd: the folder "${cwd}" cannot be entered: ${errno}`,
    { errno },
  )
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/**
 * Makes `cwd` the folder of this process.
 * @throws KernelError `E_ARGUMENT`
 */
export function enterFolder(cwd: string): void {
  try {
    process.chdir(cwd)
  } catch (error) {
    throw noFolder(cwd, codeOf(error))
  }
}

/** @throws KernelError `E_ARGUMENT` */
export function checkFolder(cwd: string | undefined): void {
  if (cwd === undefined) return
  if (typeof cwd !== 'string' || cwd.includes('\0'))
    throw new KernelError('E_ARGUMENT', 'cwd: expected the path of a folder, without a NUL in it')
  let errno = 'ENOTDIR'
  try {
    if (statSync(cwd).isDirectory()) return
  } catch (error) {
    errno = codeOf(error)
  }
  throw noFolder(cwd, errno)
}

/**
 * The path of the file that `name` stands for.
 * @throws KernelError `E_NO_COMMAND` or `E_NOT_EXECUTABLE`
 */
export function commandPath(name: Uint8Array, { env = process.env, cwd }: CommandPlace): Uint8Array {
  const found = findCommand(name, env['PATH'], cwd)
  if (found.kind !== 'found')
    throw new KernelError(found.kind === 'missing' ? 'E_NO_COMMAND' : 'E_NOT_EXECUTABLE', found.message)
  const failure = scriptFailure(found.path, cwd)
  if (failure === undefined) return found.path
  const { errno, message } = failure
  throw new KernelError(errno === 'ENOENT' ? 'E_NO_COMMAND' : 'E_NOT_EXECUTABLE', message, { errno })
}
