/*
 * The error of execve(2) for a script, found before the call. It fails where the interpreter that the first
 * line names cannot be run. This is checked here because execve(2) fails only once the filter is attached, and
 * the filter may then forbid to say why.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { whyNotRun } from '../system/find-command.ts'

/** The reason that a script cannot be executed. */
export interface ScriptFailure {
  /** The name of the error by which execve(2) would fail. */
  readonly errno: 'ENOENT' | 'EACCES'
  readonly message: string
}

const SLASH = 0x2f

/** The first bytes of a file; zeros where it cannot be read, or where a read could block or consume data. */
function firstBytes(path: Buffer, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  try {
    if (!statSync(path).isFile()) return bytes
    const file = openSync(path, 'r')
    try {
      readSync(file, bytes)
    } finally {
      closeSync(file)
    }
  } catch {
    // A file may be executable without being readable. Then only the kernel can find its interpreter.
  }
  return bytes
}

/** The program that the first line of a script names. @see fs/binfmt_script.c: load_script() */
function interpreterOf(path: Buffer): Buffer | undefined {
  const [, name] = /^#![ \t]*([^ \t\n\0]+)[ \t\n\0]/.exec(firstBytes(path, 256).toString('latin1')) ?? []
  return name === undefined ? undefined : Buffer.from(name, 'latin1')
}

/**
 * Why the interpreter of the script `path` cannot be run; `undefined` where no obstacle is found, and where `path` is
 * no script.
 *
 * @param cwd - the folder in which the script is run; that of this process by default
 */
export function scriptFailure(path: Uint8Array, cwd?: string): ScriptFailure | undefined {
  const interpreter = interpreterOf(Buffer.from(path))
  if (interpreter === undefined) return undefined
  const isHere = cwd === undefined || interpreter[0] === SLASH
  const why = whyNotRun(isHere ? interpreter : Buffer.concat([Buffer.from(`${cwd}/`), interpreter]))
  if (why === '') return undefined
  const named = `"${interpreter.toString()}", which its first line names to interpret it`
  return {
    errno: why === undefined ? 'ENOENT' : 'EACCES',
    message: `${Buffer.from(path).toString()}: cannot be executed: ${named}${why === undefined ? ', is not there' : `: ${why}`}`,
  }
}
