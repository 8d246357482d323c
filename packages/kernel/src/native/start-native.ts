import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { basename } from 'node:path'
import { callback, listOf, record, text } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { readOptions } from '../system/option-readers.ts'
import { removeStarted } from './compile-native.ts'
import { startProcess } from './start-process.ts'

/** How to start a native program. */
export interface NativeStart extends SpawnOptions {
  readonly args?: readonly string[]
  /** Called when the program cannot start; `close` follows. */
  readonly onError: (error: KernelError) => void
}

/** Errors that the file or its loader causes. A program that is compiled anew may name another loader. */
const OF_THE_FILE = new Set(['EACCES', 'ENOENT', 'ENOEXEC'])

function notStarted(path: string, cause: unknown): KernelError {
  const why = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  const [name] = basename(path).split('-')
  const advice = OF_THE_FILE.has(why) ? `; remove ${path}, and it is compiled anew` : ''
  return new KernelError('E_NATIVE', `the native program "${name}" cannot be started: ${why}${advice}`, {
    cause,
  })
}

/** The values that Node does not check itself. */
const startReader = record({ path: text, args: listOf(text), onError: callback() })

/**
 * Starts the program at `path`, a result of `nativeProgram`, and then removes it if it is not kept.
 * @throws KernelError `E_ARGUMENT` where an argument is wrong; `E_NATIVE` where the start fails at once. Later errors
 * go to `onError`
 */
export function startNative(path: string, { args = [], onError, ...options }: NativeStart): ChildProcess {
  readOptions(startReader, { path, args, onError }, 'start')
  try {
    return startProcess(path, args, options).on('error', (error) => onError(notStarted(path, error)))
  } catch (error) {
    throw notStarted(path, error)
  } finally {
    removeStarted(path) // Node has waited for execve, so the file is no longer needed
  }
}
