/*
 * The C compiler of this machine.
 */
import { realpath, stat } from 'node:fs/promises'
import { execFailure } from '../system/errno.ts'
import { findCommand } from '../system/find-command.ts'
import { KernelError } from '../system/kernel-error.ts'
import { startProcess } from './start-process.ts'

const COMPILER = 'cc'
/** Loops are aligned for what is timed in them: see native/bench.c. */
const FLAGS = ['-O2', '-falign-loops=64', '-Wall', '-Wextra'] as const

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A compiler that was found, for the native program `name`. */
export interface CCompiler {
  /** The path that it is called by. */
  readonly path: string
  /**
   * The compiler and its flags, as text: from one source, compilers with one identity make the same program.
   */
  readonly identity: string
  readonly name: string
  readonly env: Environment
}

/**
 * The compiler that `PATH` of `env` leads to, for the native program `name`.
 * @throws KernelError `E_NO_CC`
 */
export async function findCCompiler(name: string, env: Environment): Promise<CCompiler> {
  const found = findCommand(Buffer.from(COMPILER), env['PATH'])
  if (found.kind === 'found') {
    const path = Buffer.from(found.path).toString()
    // It is called by the name that was found: the file behind the name may act by that name, as ccache does.
    const [{ size, mtimeMs }, real] = await Promise.all([stat(path), realpath(path)])
    // To ask for its version would cost more.
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
  /** Ends it, and what it has started, at once. */
  readonly signal: AbortSignal
}

/**
 * Compiles `how.source` to `how.output`.
 *
 * @throws KernelError `E_NATIVE` with why the compiler cannot be started, or with its messages where it fails
 */
export async function compileC(compiler: CCompiler, how: CompilerCall): Promise<void> {
  const { path, name, env } = compiler
  const said: Buffer[] = []
  const ended = new Promise<string>((resolve, reject) => {
    const child = startProcess(path, [...FLAGS, '-o', how.output, how.source], {
      // Messages in English: they are quoted in one of ours.
      env: { ...env, LC_ALL: 'C', TMPDIR: how.scratch },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true, // a group of its own, to be ended with all that it has started
    })
    const end = (): void => endGroup(child.pid)
    how.signal.addEventListener('abort', end)
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      how.signal.removeEventListener('abort', end) // its number may soon be another's
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
    // It has ended.
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
