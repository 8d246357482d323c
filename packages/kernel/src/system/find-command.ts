import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, optional, record, text } from '@seccompile/shape'
import { readOptions } from './option-readers.ts'

/** The path of a command; or why it cannot be run, with the exit status of shells and env(1) for that case. */
export type FoundCommand =
  | { readonly kind: 'found'; readonly path: Uint8Array }
  /** 127: no such file. */
  | { readonly kind: 'missing'; readonly message: string }
  /** 126: a file that cannot be executed. */
  | { readonly kind: 'unusable'; readonly message: string }

/** The command that is looked for: its name, `PATH`, and the folder in which it is started. */
interface CommandSearch {
  readonly name: Uint8Array
  readonly path?: string | undefined
  readonly cwd?: string | undefined
}

const searchReader = record<CommandSearch>({
  name: (at) => (at.value instanceof Uint8Array ? at.value : fail(at, 'the bytes of the name')),
  path: optional(text),
  cwd: optional(text),
})

/**
 * The folders that the C library searches where `PATH` is not set. @see execvp(3), confstr(3) under _CS_PATH
 */
const DEFAULT_PATH = '/bin:/usr/bin'

/** Why the file cannot be run: an empty text where it can be run, `undefined` where there is no such file. */
export function whyNotRun(path: Uint8Array): string | undefined {
  const file = Buffer.from(path)
  try {
    if (statSync(file).isDirectory()) return 'it is a directory'
    accessSync(file, constants.X_OK)
    return ''
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    return code === 'EACCES' ? 'permission denied' : code
  }
}

/** Whether the file exists; false also where this process may not see it. */
function isThere(path: Buffer): boolean {
  try {
    statSync(path)
    return true
  } catch {
    return false
  }
}

/**
 * The file that `name` stands for, as execvp(3) finds it: itself where it has a slash, else in the folders of `PATH`.
 *
 * The search runs before the filter is attached: it makes calls that the filter may refuse.
 *
 * @param name - as typed, perhaps not UTF-8
 * @param path - the value of `PATH`, if it is set
 * @param cwd - the folder in which the command is started; that of this process by default
 * @throws KernelError `E_ARGUMENT` where an argument has a wrong type
 */
export function findCommand(name: Uint8Array, path: string | undefined, cwd?: string): FoundCommand {
  readOptions(searchReader, { name, path, cwd }, 'search')
  const shown = Buffer.from(name).toString()
  if (name.length === 0) return { kind: 'missing', message: 'the name of the command is empty' }
  if (name.includes(0)) return { kind: 'missing', message: 'the name of the command has a NUL in it' }
  const folders = name.includes(0x2f) ? [undefined] : (path ?? DEFAULT_PATH).split(':')
  let unusable: string | undefined
  const inFolder = (folder: string): string => (cwd === undefined ? folder || '.' : resolve(cwd, folder))
  for (const folder of folders) {
    const before =
      folder !== undefined ? `${inFolder(folder)}/` : cwd === undefined || name[0] === 0x2f ? '' : `${cwd}/`
    const file = Buffer.concat([Buffer.from(before), name])
    const why = whyNotRun(file)
    if (why === '') return { kind: 'found', path: file }
    // The search continues past a directory and past a file that may not be executed; either is the reason only if no
    // other file is found. A folder that may not be searched is skipped, as shells do. There execvp(3) would answer
    // EACCES for any name.
    if (why !== undefined && (folder === undefined || isThere(file)))
      unusable ??= `${file.toString()}: ${why}`
  }
  if (unusable !== undefined) return { kind: 'unusable', message: unusable }
  return { kind: 'missing', message: `${shown}: no such command` }
}
