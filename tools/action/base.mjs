/* The files of the repository at the base of a pull request, in a folder of their own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs git; its output without the last line end. @throws {Error} with what git says where it fails */
function git(...words) {
  const { status, stdout, stderr, error } = spawnSync('git', words, { encoding: 'utf8' })
  if (error !== undefined) throw new Error(`git cannot be started: ${error.message}`)
  if (status !== 0) throw new Error(`git ${words[0]}: ${stderr.trim()}`)
  return stdout.trimEnd()
}

/**
 * Runs `work` with the folder that holds the repository as it was at `base`. A policy may be a module that imports its
 * neighbours and packages, so the folder has all files, and the packages that are installed now.
 *
 * @template T
 * @param {string} base a commit
 * @param {(folder: string) => T} work
 * @returns {T}
 * @throws {Error} where the commit is not there
 */
export function atBase(base, work) {
  try {
    git('cat-file', '-e', `${base}^{commit}`)
  } catch {
    throw new Error(
      `the commit ${base} is not in this clone; let actions/checkout fetch it, by "fetch-depth: 0" or "ref"`,
    )
  }
  const folder = join(mkdtempSync(join(tmpdir(), 'seccompile-')), 'base')
  git('worktree', 'add', '--detach', '--quiet', folder, base)
  try {
    if (existsSync('node_modules') && !existsSync(join(folder, 'node_modules')))
      symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
    return work(folder)
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true })
    git('worktree', 'prune')
  }
}
