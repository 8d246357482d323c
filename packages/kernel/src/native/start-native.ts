import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { basename } from 'node:path'
import { removeStarted } from './compile-native.ts'
import { KernelError } from '../kernel-error.ts'
import { startProcess } from './start-process.ts'

/** A native program, as it is started. */
export interface NativeStart extends SpawnOptions {
  readonly args?: readonly string[]
  /** Told where it does not start after all; then it also closes. */
  readonly onError: (error: KernelError) => void
}

/** Errors for which the file is to blame, or what it asks for; a new one may ask for another loader. */
const OF_THE_FILE = new Set(['EACCES', 'ENOENT', 'ENOEXEC'])

function notStarted(path: string, cause: unknown): KernelError {
  const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  const [name] = basename(path).split('-')
  const advice = OF_THE_FILE.has(why) ? `; remove ${path}, and it is compiled anew` : ''
  return new KernelError('E_NATIVE', `the native program "${name}" cannot be started: ${why}${advice}`, {
    cause,
  })
}

/**
 * Starts the program at `path`, which `nativeProgram` has yielded, and removes it where that has not kept it.
 * @throws KernelError `E_NATIVE` where that fails at once; Node tells some errors so, and others by an event
 */
export function startNative(path: string, { args = [], onError, ...options }: NativeStart): ChildProcess {
  try {
    return startProcess(path, args, options).on('error', (error) => onError(notStarted(path, error)))
  } catch (error) {
    throw notStarted(path, error)
  } finally {
    removeStarted(path) // it has been executed, or will never be: Node has waited for that
  }
}
