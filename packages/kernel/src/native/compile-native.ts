/*
 * The native programs of this package: compiled from their sources when first needed, and kept.
 *
 * A program of a few hundred lines takes a third of a second to compile. So it is kept under the user's cache folder.
 * Its file name holds a hash of its source, the flags and the compiler. A rename gives it that name, so two processes
 * that compile at once both get a whole program.
 *
 * A kept program is executed later, perhaps as root. So it is kept only where nobody else can replace it: see
 * own-folder.ts. Under `sudo -E` a process has the home of one user and the rights of another. Then no place is safe,
 * and the process must leave nothing in that home. There, and wherever else there is no cache, the program is
 * compiled for one start, in a folder for temporary files.
 *
 * Each program ends with a digest of itself. No loader looks at the digest, because it lies after the parts that the
 * ELF header describes. The digest shows whether a crash or a disk has damaged the program, which is then compiled
 * anew.
 */
import { createHash } from 'node:crypto'
import { constants, mkdtempSync, rmSync } from 'node:fs'
import { access, appendFile, chmod, lstat, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { listOf, optional, record, text } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { objectOf, readOptions } from '../system/option-readers.ts'
import { ownFile } from '../system/own-file.ts'
import { requireLinux } from '../system/require-linux.ts'
import { compileC, findCCompiler } from './c-compiler.ts'
import type { CCompiler, Environment } from './c-compiler.ts'
import { isTemporary, removeLeftovers, removeOldTemporaries, temporaryPrefix } from './leftovers.ts'
import { folderForOurs, ownFolder } from './own-folder.ts'
import { undoneByTheEnd } from './undone-by-the-end.ts'

/** The native programs that this package brings. */
export type NativeName = 'oracle' | 'dump'

/** The places in which the compiler is looked for and the programs are kept. */
export interface CompileNativeOptions {
  /** The environment: `PATH`, `XDG_CACHE_HOME`, `HOME`. That of this process by default. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /**
   * The folders for a program that is compiled for one start; the first safe one is used. By default the folder for
   * temporary files, then /tmp.
   */
  readonly temporary?: readonly string[]
}

const optionsReader = record<CompileNativeOptions>({
  env: optional(objectOf('an object with the value of each variable')),
  temporary: optional(listOf(text)),
})

/** A native program that is not compiled yet. */
interface NativeProgram {
  readonly source: string
  /** The file name, with the hash of source, flags and compiler. */
  readonly file: string
  readonly compiler: CCompiler
}

/**
 * The path of the native program `name`, compiled first where necessary. Start it with `startNative`, and only once:
 * a program that is not kept is removed after its start.
 * @throws KernelError `E_NOT_LINUX`; `E_NO_CC` where no `cc` can be run; `E_NATIVE` where the compiler cannot be
 * started or fails, or where there is no place for the program
 */
export async function nativeProgram(name: NativeName, options: CompileNativeOptions = {}): Promise<string> {
  return compileNative(ownFile(`native/${name}.c`), options)
}

/**
 * The path of the program that the C file `source` makes: {@link nativeProgram} for a source outside this package.
 * @throws KernelError as {@link nativeProgram} does; `E_ARGUMENT` where an argument is wrong or unknown
 */
export async function compileNative(source: string, options: CompileNativeOptions = {}): Promise<string> {
  const { env = process.env, temporary = [tmpdir(), '/tmp'] } = readOptions(optionsReader, options)
  const name = basename(readOptions(text, source, 'source'), '.c')
  requireLinux(`run the native program "${name}"`)
  const compiler = await findCCompiler(name, env)
  const code = await readFile(source)
  const hash = createHash('sha256').update(`${compiler.identity} ${code.length}\n`).update(code)
  const program = { source, file: `${name}-${hash.digest('hex').slice(0, 24)}`, compiler }
  const places = [
    async () => kept(program, join(await cacheHome(env), 'seccompile', 'native')),
    ...temporary.map((folder) => async () => madeForOneStart(program, folder)),
  ]
  const reasons = new Set<string>()
  let ofTheCompiler: Error | undefined
  for (const place of places) {
    try {
      return await place()
    } catch (error) {
      // The compiler may have had no room for its output, so the next place is tried. Where all places fail, the
      // first error of the compiler is thrown.
      if (error instanceof Error && error.name === 'KernelError') ofTheCompiler ??= error
      else reasons.add(error instanceof Error ? error.message : String(error))
    }
  }
  if (ofTheCompiler !== undefined) throw ofTheCompiler
  throw new KernelError(
    'E_NATIVE',
    `there is no place for the compiled program "${name}": ${[...reasons].join('; ')}; name a folder of your own with XDG_CACHE_HOME`,
    { requirement: 'a cache folder of this user that others cannot write to' },
  )
}

/** The user's cache folder. @throws Error where there is no home */
async function cacheHome(env: Environment): Promise<string> {
  const [cache = '', home = ''] = [env['XDG_CACHE_HOME'], env['HOME']]
  // The XDG base directory specification says to ignore a relative path.
  if (isAbsolute(cache)) return cache
  return join(await presentHome(isAbsolute(home) ? home : undefined), '.cache')
}

/**
 * The user's home folder: `home`, or that of the system's user table. The folder is never made: "/nonexistent" means
 * that the user has none.
 * @throws Error where there is none
 */
async function presentHome(home: string | undefined): Promise<string> {
  try {
    const path = home ?? userInfo().homedir
    await access(`${path}/.`) // fails where `path` is no folder
    return path
  } catch (error) {
    const what = home === undefined ? 'this user has no home folder' : `there is no home folder ${home}`
    throw new Error(what, { cause: error })
  }
}

/** The path of the program in the folder `path`. @throws Error where it cannot be kept there safely */
async function kept(program: NativeProgram, path: string): Promise<string> {
  const folder = await ownFolder(path)
  const target = join(folder, program.file)
  if (await isOurProgram(target)) return target
  await removeLeftovers(folder, LEFTOVER)
  return compiled(program, `${target}.`, async (made) => {
    await rename(made, target).catch(async () => {
      await rm(target, { recursive: true, force: true }) // `target` is a folder; a cache may lose it
      await rename(made, target)
    })
    await rm(dirname(made), { recursive: true })
    return target
  })
}

/**
 * The path of the program in a new folder of this user within `path`. @throws Error where no safe folder can be made
 */
async function madeForOneStart(program: NativeProgram, path: string): Promise<string> {
  const folder = await folderForOurs(path)
  await removeOldTemporaries(folder)
  return compiled(program, temporaryPrefix(folder), (made) => made)
}

/** Removes a program of `compileNative` that has been started and is not kept. */
export function removeStarted(path: string): void {
  const folder = dirname(path)
  if (isTemporary(folder)) rmSync(folder, { recursive: true, force: true })
}

/**
 * Compiles the program in a new folder, whose name begins with `prefix`, and yields the result of `use` for its path.
 * Where that fails, or a signal ends the process, the folder is removed.
 */
async function compiled(
  { source, file, compiler }: NativeProgram,
  prefix: string,
  use: (path: string) => string | Promise<string>,
): Promise<string> {
  const scratch = mkdtempSync(prefix) // synchronous: undoneByTheEnd() below then sees every later signal
  const output = join(scratch, file)
  const stopped = new AbortController()
  const undo = (): void => {
    stopped.abort()
    try {
      rmSync(scratch, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 })
    } catch {
      // The folder could not be removed. The caller's own error matters more.
    }
  }
  return undoneByTheEnd(undo, async () => {
    try {
      await compileC(compiler, { source, output, scratch, signal: stopped.signal })
      await appendFile(output, digest(await readFile(output)))
      await chmod(output, 0o700)
      await access(output, constants.X_OK).catch((error: unknown) => {
        throw new Error(`nothing in ${dirname(scratch)} can be executed; is it mounted with "noexec"?`, {
          cause: error,
        })
      })
      return await use(output)
    } catch (error) {
      undo()
      throw error
    }
  })
}

const DIGEST_BYTES = 32

function digest(program: Uint8Array): Uint8Array {
  return createHash('sha256').update(program).digest()
}

/** Whether `path` is a whole program of this user to which nobody else can write. */
async function isOurProgram(path: string): Promise<boolean> {
  try {
    const stats = await lstat(path)
    if (!stats.isFile() || stats.uid !== process.geteuid?.() || (stats.mode & 0o022) !== 0) return false
    await access(path, constants.X_OK)
    const bytes = await readFile(path)
    return digest(bytes.subarray(0, -DIGEST_BYTES)).every((byte, i) => byte === bytes.at(i - DIGEST_BYTES))
  } catch {
    return false // the program is absent or unusable, and is compiled again
  }
}

/** The names of folders in which {@link kept} compiles, and of files from earlier versions. */
const LEFTOVER = /^.+-[0-9a-f]{24}\.[\w-]+$/
