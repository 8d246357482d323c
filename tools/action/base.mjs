/* The files of the repository at the base of a pull request, in a folder of their own. */
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/**
 * @typedef {{ readonly kind: 'file', readonly path: string } | { readonly kind: 'absent' }
 *   | { readonly kind: 'uncompared', readonly why: string }} AtBase a file of the repository, at the base
 *
 * @typedef {object} Base
 * @property {(file: string) => AtBase} at
 * @property {(text: string) => string} shown a text of seccompile, where a file of the base is `base:FILE`
 * @property {boolean} isHead whether the base is what is checked out
 */

/** No hook runs: a configuration may name a folder of the repository for them, as husky's does. */
const NO_HOOKS = ['-c', 'core.hooksPath=/dev/null']

/** Runs git; its output without the last line end. @throws {Error} with what git says where it fails */
function git(...words) {
  const { status, stdout, stderr, error } = spawnSync('git', [...NO_HOOKS, ...words], { encoding: 'utf8' })
  if (error !== undefined) throw new Error(`git cannot be started: ${error.message}`)
  if (status !== 0) throw new Error(`git ${words[0]}: ${stderr.trim()}`)
  return stdout.trimEnd()
}

/** The full name of the commit `base`. @throws {Error} where the clone does not have it */
function commitOf(base) {
  try {
    return git('rev-parse', '--verify', '--quiet', `${base}^{commit}`)
  } catch {
    throw new Error(
      `the commit ${base} is not in this clone; let actions/checkout fetch it, by "fetch-depth: 0" or "ref"`,
    )
  }
}

/**
 * The base of the merge that GitHub made of a pull request, its first parent; undefined where `head` is no such merge. The event of the
 * pull request may name an older commit of the base.
 * @see https://github.com/actions/checkout: by default it checks out refs/pull/NUMBER/merge
 */
function baseOfMerge(head) {
  const { GITHUB_REF = '', GITHUB_SHA } = process.env
  if (!/^refs\/pull\/\d+\/merge$/.test(GITHUB_REF) || GITHUB_SHA !== head) return undefined
  const [, first, second, ...more] = git('rev-list', '--parents', '--max-count=1', head).split(' ')
  return second !== undefined && more.length === 0 ? first : undefined
}

const isInside = (folder, path) => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Whether there is a file, or a link to none. */
function isThere(path) {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

/** Whether `commit` has a submodule at `way`, a path in the repository, or at a folder above it. */
function isInSubmodule(commit, way) {
  const names = way.split(sep)
  const paths = names.map((_, at) => names.slice(0, at + 1).join('/'))
  const entries = git('ls-tree', '-z', '--full-tree', commit, '--', ...paths).split('\0')
  // git lists other entries of these folders too.
  return paths.some((path) =>
    entries.some((entry) => entry.startsWith('160000 ') && entry.endsWith(`\t${path}`)),
  )
}

/** The path of one file in `folder`, which has the repository as it was at `commit`. `root` is the repository as it is. */
function pathAtBase(path, { root, folder, commit }) {
  const way = relative(root, resolve(path))
  if (!isInside(root, resolve(path)))
    return { kind: 'uncompared', why: 'not in the repository, so the base has no such file' }
  const before = join(folder, way)
  if (!isThere(before))
    return isInSubmodule(commit, way)
      ? { kind: 'uncompared', why: 'in a submodule, whose files at the base this clone does not have' }
      : { kind: 'absent' }
  if (!existsSync(before) || !isInside(realpathSync(folder), realpathSync(before)))
    return {
      kind: 'uncompared',
      why: 'a link that leaves the repository at the base, so nothing can be compared',
    }
  return { kind: 'file', path: before }
}

/**
 * A word of the command line, with its paths at the base: a filter of several is `FILE#NAME`, and filters that are attached together
 * are `FILE.1,FILE.2`.
 * @param {string} file
 * @param {{ readonly root: string, readonly folder: string, readonly commit: string }} tree
 * @returns {AtBase}
 */
function wordAtBase(file, tree) {
  const isFile = existsSync(file)
  const at = isFile ? -1 : file.lastIndexOf('#')
  const part = at === -1 ? '' : file.slice(at)
  const named = at === -1 ? file : file.slice(0, at)
  const found = (isFile || part !== '' ? [named] : named.split(',')).map((path) => pathAtBase(path, tree))
  const uncompared = found.find(({ kind }) => kind === 'uncompared')
  if (uncompared !== undefined) return uncompared
  const paths = found.filter(({ kind }) => kind === 'file').map(({ path }) => path)
  if (paths.length === 0) return { kind: 'absent' }
  if (paths.length === found.length) return { kind: 'file', path: paths.join(',') + part }
  return { kind: 'uncompared', why: 'the base has only some of these files, so nothing can be compared' }
}

/** Says `base:` for the folder in a text; in Markdown some characters of the folder have a backslash. */
const withoutFolder = (prefix) => (text) =>
  text.replaceAll(prefix, 'base:').replaceAll(
    prefix.replaceAll(/[\\`*[\]<>|~&$]/g, (sign) => `\\${sign}`),
    'base:',
  )

/**
 * Runs `work` with the files as they were at the base. A policy may be a module that imports its neighbours and packages, so the folder
 * has all files, and the packages that are installed now.
 *
 * @template T
 * @param {Pick<import('./inputs.mjs').Inputs, 'base' | 'isOfEvent'>} inputs
 * @param {(base: Base) => T} work
 * @returns {T}
 * @throws {Error} where the commit is not there, or git fails
 */
export function atBase({ base, isOfEvent }, work) {
  const root = resolve(git('rev-parse', '--show-cdup'))
  const head = git('rev-parse', 'HEAD')
  const commit = (isOfEvent ? baseOfMerge(head) : undefined) ?? commitOf(base)
  const isHead = commit === head && git('status', '--porcelain') === ''
  const folder = join(mkdtempSync(join(tmpdir(), 'seccompile-')), 'base')
  git('worktree', 'add', '--detach', '--quiet', folder, commit)
  try {
    const packages = join(folder, 'node_modules')
    // A junction needs no right on Windows, and is a link like others elsewhere.
    if (existsSync('node_modules') && !isThere(packages))
      symlinkSync(resolve('node_modules'), packages, 'junction')
    return work({
      at: (file) => wordAtBase(file, { root, folder, commit }),
      shown: withoutFolder(`${folder}${sep}`),
      isHead,
    })
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true })
    git('worktree', 'prune')
  }
}
