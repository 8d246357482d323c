/* A git repository in a temporary folder, and policies for it. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ACTION } from './run-action.ts'

/** The words that start the last build of the command. */
export const COMMAND: string = `${process.execPath} ${join(ACTION, '..', '..', 'packages', 'seccompile', 'bin', 'seccompile.js')}`

/** For tests that start many processes. */
export const SLOW = { timeout: 120_000 } as const

/** Calls without which a program cannot live. */
export const CALLS: readonly string[] = [
  'read',
  'write',
  'exit',
  'exit_group',
  'execve',
  'rt_sigreturn',
  'restart_syscall',
]

/** A profile that lets the calls `names` run. */
export const profile = (...names: readonly string[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }] })

/** Runs a program in `cwd`; what it prints. @throws Error where it fails */
export function run(cwd: string, name: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, words, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}: ${stderr}`)
  return stdout
}

/** A repository, below a temporary folder of its own. */
export interface TemporaryRepository {
  readonly folder: string
  readonly path: (name: string) => string
  /** Writes a file, and the folders above it. */
  readonly write: (name: string, content: string) => void
  readonly git: (...words: readonly string[]) => string
  readonly seccompile: (...words: readonly string[]) => string
  /** Commits all files; the name of the commit. */
  readonly commit: () => string
  readonly remove: () => void
}

/** A new repository without commits. */
export function temporaryRepository(): TemporaryRepository {
  const above = mkdtempSync(join(tmpdir(), 'seccompile-action-'))
  const folder = join(above, 'repository')
  mkdirSync(folder)
  const path = (name: string): string => join(folder, name)
  const git = (...words: readonly string[]): string =>
    run(folder, 'git', '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...words)
  git('init', '--quiet', '--initial-branch', 'main')
  return {
    folder,
    path,
    git,
    write: (name, content) => {
      mkdirSync(dirname(path(name)), { recursive: true })
      writeFileSync(path(name), content)
    },
    seccompile: (...words) => run(folder, ...(COMMAND.split(' ') as [string, string]), ...words),
    commit: () => {
      git('add', '--all')
      git('commit', '--quiet', '--message', 'a change')
      return git('rev-parse', 'HEAD').trim()
    },
    remove: () => rmSync(above, { recursive: true, force: true }),
  }
}
