/*
 * The C compiler of this machine.
 */
import { realpath, stat } from 'node:fs/promises'
import { execFailure } from '../system/errno.ts'
import { findCommand } from '../system/find-command.ts'
import { KernelError } from '../system/kernel-error.ts'
import { startProcess } from './start-process.ts'

const COMPILER = 'cc'
/** Loops are aligned because native/bench.c times what runs in them. */
const FLAGS = ['-O2', '-falign-loops=64', '-Wall', '-Wextra'] as const

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A C compiler on this machine, for the native program `name`. */
export interface CCompiler {
  /** The path by which the compiler is called. */
  readonly path: string
  /** The compiler and its flags, as text. Compilers with one identity make the same program from one source. */
  readonly identity: string
  readonly name: string
  readonly env: Environment
}

/**
 * The compiler found in the `PATH` of `env`, for the native program `name`.
 * @throws KernelError `E_NO_CC`
 */
export async function findCCompiler(name: string, env: Environment): Promise<CCompiler> {
  const found = findCommand(Buffer.from(COMPILER), env['PATH'])
  if (found.kind === 'found') {
    const path = Buffer.from(found.path).toString()
    // The compiler is called by the path that was found, not by the target of the link: ccache, for one, acts by the
    // name of the link.
    const [{ size, mtimeMs }, real] = await Promise.all([stat(path), realpath(path)])
    // Size and time stand for the version: to run the compiler for its version would take longer.
    return { path, identity: JSON.stringify([FLAGS, path, real, size, mtimeMs]), name, env }
  }
  const why = found.kind === 'unusable' ? ` (${found.message})` : ''
  throw new KernelError(
    'E_NO_CC',
    `there is no "${COMPILER}" to compile the native program "${name}" with${why}; install a C compiler (Debian and Ubuntu: gcc libc6-dev; Fedora: gcc; Alpine: gcc musl-dev linux-headers)`,
    { requirement: COMPILER },
  )
}

/** One call of the compiler. */
export interface CompilerCall {
  readonly source: string
  readonly output: string
  /** The folder for its intermediate files; nobody else may write there. */
  readonly scratch: string
  /** Ends the compiler and its child processes at once. */
  readonly signal: AbortSignal
}

/**
 * Compiles `how.source` to `how.output`.
 *
 * @throws KernelError `E_NATIVE` with the reason that the compiler cannot be started, or with the messages of a
 * compiler that fails
 */
export async function compileC(compiler: CCompiler, how: CompilerCall): Promise<void> {
  const { path, name, env } = compiler
  const said: Buffer[] = []
  const ended = new Promise<string>((resolve, reject) => {
    const child = startProcess(path, [...FLAGS, '-o', how.output, how.source], {
      // English messages, because our error message quotes them.
      env: { ...env, LC_ALL: 'C', TMPDIR: how.scratch },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true, // the compiler leads a process group, so `end` can end its children too
    })
    const end = (): void => endGroup(child.pid)
    how.signal.addEventListener('abort', end)
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      how.signal.removeEventListener('abort', end) // another process may soon have this pid
      resolve(code === 0 ? '' : (signal ?? `status ${code}`))
    })
  })
  const status = await ended.catch((error: unknown) => {
    throw notStarted(compiler, error)
  })
  if (status === '') return
  const text = Buffer.concat(said).toString('utf8').trim().slice(0, 2000)
  throw new KernelError(
    'E_NATIVE',
    `${path} could not compile the native program "${name}" (${status}):\n${text}`,
    {
      requirement: 'the header files of C and Linux',
    },
  )
}

function endGroup(leader: number | undefined): void {
  if (leader === undefined) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // The compiler has ended already.
  }
}

function notStarted({ path, name }: CCompiler, cause: unknown): KernelError {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  const isItsFault = errno === 'ENOENT' || errno === 'EACCES'
  const advice = isItsFault ? `: mend it, or put another "${COMPILER}" before it in PATH` : ''
  return new KernelError(
    'E_NATIVE',
    `${execFailure(Buffer.from(path), errno)}; it was to compile the native program "${name}"${advice}`,
    { requirement: COMPILER, errno, cause },
  )
}
