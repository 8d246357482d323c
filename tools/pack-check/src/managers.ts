/*
 * The package managers that people use, as data: how each installs a package in an empty project, starts a command of the package, and runs a
 * module. README.md shows the same words.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assertNever } from '@seccompile/shape'
import { pnpmFile } from './pack.ts'
import { ROOT } from './packages.ts'
import { run } from './run.ts'
import { runtimeFolder } from './runtimes.ts'

/** Words that start a program. The first names it, as in README.md. */
export type Words = readonly string[]

/** A package manager. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'Yarn' | 'Bun' | 'Deno'
  /** The words that install packages; their names follow. */
  readonly install: Words
  /** Stands before the name of a package. */
  readonly prefix?: string
  /** The words that start the command of the package `seccompile`; its arguments follow. */
  readonly command: Words
  /** The words that run a module; its path follows. */
  readonly module: Words
  /** Files that an empty project needs, by their names. */
  readonly project?: Readonly<Record<string, string>>
  /** Matches a line that is a warning. */
  readonly warning: RegExp
  /** Matches the lines that look like warnings and are about the manager itself, each with what it is about. */
  readonly accepted?: readonly { readonly line: RegExp; readonly why: string }[]
}

const WARNING = /\bwarn(?:ing)?s?\b|deprecat|ignored build|blocked \d+ postinstall/i

/** The package managers, in the order of README.md. */
export const MANAGERS: readonly PackageManager[] = [
  {
    name: 'npm',
    install: ['npm', 'install'],
    command: ['npx', 'seccompile'],
    module: ['node'],
    warning: WARNING,
  },
  {
    name: 'pnpm',
    install: ['pnpm', 'add'],
    command: ['pnpm', 'exec', 'seccompile'],
    module: ['node'],
    warning: WARNING,
  },
  {
    name: 'Yarn',
    install: ['yarn', 'add'],
    command: ['yarn', 'seccompile'],
    module: ['yarn', 'node'],
    // Yarn takes a folder for a project by this file, and `yarn init` would write more.
    project: { 'package.json': '{ "private": true }\n' },
    // Each line of Yarn has a code. These say how far it is, which packages it adds, and how large they are.
    warning: /\bwarning\b|deprecat|YN(?!0000|0013|0085)\d{4}/i,
    accepted: [{ line: /YN0092.*ESM support for PnP/, why: "of every ES module under Plug'n'Play" }],
  },
  {
    name: 'Bun',
    install: ['bun', 'add'],
    command: ['bun', 'x', 'seccompile'],
    module: ['bun'],
    warning: WARNING,
  },
  {
    name: 'Deno',
    install: ['deno', 'add'],
    prefix: 'npm:',
    command: ['deno', 'run', '--allow-all', 'npm:seccompile'],
    module: ['deno', 'run', '--allow-all'],
    warning: WARNING,
  },
]

/** A package manager on this machine. */
export interface FoundManager {
  readonly manager: PackageManager
  readonly version: string
  /** The value of PATH with which its words start it. */
  readonly path: string
}

/**
 * The managers with these names, in any case; all managers where there are no names.
 *
 * @throws Error for an unknown name
 */
export function managersNamed(names: readonly string[]): readonly PackageManager[] {
  const wanted = names.map((name) => name.toLowerCase())
  const known = MANAGERS.map(({ name }) => name.toLowerCase())
  const unknown = names.filter((_, i) => !known.includes(wanted[i] ?? ''))
  if (unknown.length > 0)
    throw new Error(`no package manager "${unknown.join('", "')}"; there are ${known.join(', ')}`)
  return wanted.length === 0 ? MANAGERS : MANAGERS.filter(({ name }) => wanted.includes(name.toLowerCase()))
}

/** A package manager that is not on this machine. */
export interface MissingManager {
  readonly manager: PackageManager
  readonly why: string
}

const path = (...folders: readonly string[]): string => folders.join(':')

/** The folder in which the program of a manager lies; why there is none. */
async function folderOf({ name }: PackageManager): Promise<{ folder: string } | { why: string }> {
  switch (name) {
    case 'npm':
      return { folder: dirname(process.execPath) }
    case 'pnpm': {
      const file = await pnpmFile()
      return file === undefined ? { why: 'the pinned version cannot be had' } : { folder: dirname(file) }
    }
    case 'Yarn': {
      const folder = join(ROOT, 'tools', 'pack-check', 'node_modules', '.bin')
      return existsSync(join(folder, 'yarn'))
        ? { folder }
        : { why: 'it is not installed; run "pnpm install"' }
    }
    case 'Bun':
    case 'Deno':
      return runtimeFolder(name)
    default:
      return assertNever(name)
  }
}

/** Finds a manager on this machine. Bun and Deno get a PATH without Node, as on a machine that has only them. */
export async function findManager(manager: PackageManager): Promise<FoundManager | MissingManager> {
  const found = await folderOf(manager)
  if ('why' in found) return { manager, why: found.why }
  const isAlone = manager.name === 'Bun' || manager.name === 'Deno'
  const here = isAlone
    ? found.folder
    : path(found.folder, dirname(process.execPath), process.env['PATH'] ?? '')
  const [program = ''] = manager.install
  const { status, said } = await run(program, ['--version'], ROOT, { PATH: here })
  if (status !== 0) return { manager, why: `it does not start: ${said.split('\n')[0] ?? ''}` }
  return { manager, version: /\d+\.\d+\.\d+\S*/.exec(said)?.[0] ?? said, path: here }
}
