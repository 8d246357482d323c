/*
 * The native programs of this package: compiled from their sources when first needed, and kept.
 *
 * A program of a few hundred lines takes a third of a second to compile, so what came of it is kept under the user's
 * cache folder, by a name with a hash of what went in: the source, the flags, and which compiler it was. It takes its name
 * by one rename, so two processes that compile at once both end with a whole program.
 */
import { createHash, randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, chmod, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileC, findCCompiler } from './c-compiler.ts'
import type { Environment } from './c-compiler.ts'
import { KernelError } from './kernel-error.ts'
import { requireLinux } from './require-linux.ts'

/** The native programs that this package brings. */
export type NativeName = 'oracle' | 'dump' | 'bench'

/** Where to look for the compiler and where to keep what it makes. */
export interface CompileNativeOptions {
  /** The environment: `PATH`, `XDG_CACHE_HOME`. That of this process unless told. */
  readonly env?: Environment
}

/**
 * The path of the native program `name`, compiled now where that has not been done yet.
 * @throws KernelError `E_NOT_LINUX`; `E_NO_CC` where there is no `cc` that can be run; `E_NATIVE` where it cannot be
 * started after all, where it fails, or where there is no place to keep the program
 */
export async function nativeProgram(name: NativeName, options: CompileNativeOptions = {}): Promise<string> {
  return compileNative(fileURLToPath(new URL(`../native/${name}.c`, import.meta.url)), options)
}

/**
 * The path of the program that the C file `source` makes: {@link nativeProgram} for a file of one's own.
 * @throws KernelError as that does
 */
export async function compileNative(source: string, options: CompileNativeOptions = {}): Promise<string> {
  const { env = process.env } = options
  const name = basename(source, '.c')
  requireLinux(`run the native program "${name}"`)
  const compiler = await findCCompiler(name, env)
  const text = await readFile(source)
  const hash = createHash('sha256').update(`${compiler.identity} ${text.length}\n`).update(text)
  const folder = join(cacheHome(env, name), 'seccompile', 'native')
  const path = join(folder, `${name}-${hash.digest('hex').slice(0, 24)}`)
  if (await isOurProgram(path)) return path
  const fresh = `${path}.${randomUUID()}`
  try {
    await makeFolders(folder)
    await compileC(compiler, { source, output: fresh })
    await chmod(fresh, 0o700)
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined) // the error to tell is the first one
    if (error instanceof Error && error.name === 'KernelError') throw error
    const what = error instanceof Error ? error.message : String(error)
    throw noPlace(name, `in ${folder}: ${what}`, error)
  }
  try {
    await access(path, constants.X_OK)
  } catch (error) {
    throw noPlace(name, `in ${folder}: nothing there can be executed; is it mounted with "noexec"?`, error)
  }
  return path
}

function noPlace(name: string, why: string, cause?: unknown): KernelError {
  return new KernelError(
    'E_NATIVE',
    `cannot keep the compiled program "${name}" ${why}; name another folder with XDG_CACHE_HOME`,
    { requirement: 'a writable cache folder', cause },
  )
}

/** The user's cache folder. @throws KernelError `E_NATIVE` where there is no home */
function cacheHome(env: Environment, name: string): string {
  const [cache = '', home = ''] = [env['XDG_CACHE_HOME'], env['HOME']]
  // A relative path is to be ignored, says the XDG base directory specification.
  if (isAbsolute(cache)) return cache
  if (isAbsolute(home)) return join(home, '.cache')
  try {
    return join(userInfo().homedir, '.cache')
  } catch (error) {
    throw noPlace(name, 'in the home folder of this user, who has none', error)
  }
}

/** Makes `folder` and those above it. `recursive` of Node's own mkdir tries for ever below /proc, which takes no folder. */
async function makeFolders(folder: string): Promise<void> {
  if (!existsSync(dirname(folder))) await makeFolders(dirname(folder))
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Whether `path` is a program that this user put there and nobody else can write to. After a crash it may be empty. */
async function isOurProgram(path: string): Promise<boolean> {
  try {
    const { uid, mode, size } = await stat(path)
    await access(path, constants.X_OK)
    return uid === process.getuid?.() && (mode & 0o022) === 0 && size > 0
  } catch {
    return false // not there, or not to be used: compiled anew
  }
}
