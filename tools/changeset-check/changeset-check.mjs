#!/usr/bin/env node
/**
 * `npm run check changesets`: every changeset can be read and names packages that exist, and every package changed
 * since the base branch has one.
 *
 * `changeset status` throws when the base branch does not exist, as in a clone of one branch or of a detached commit.
 * Then the branch of the remote is the base. Without it HEAD is: nothing has changed since HEAD, so the check only
 * reads the changesets that exist, and prints a line about it.
 *
 * The pull request of a release changes versions and CHANGELOGs alone, which `pnpm versions` has written from changesets. It needs no
 * changeset of its own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { baseBranch } = JSON.parse(readFileSync(join(root, '.changeset', 'config.json'), 'utf8'))
const exists = (ref) =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root }).status === 0

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout

/** The text of a package.json without its version. */
const withoutVersion = (text) => JSON.stringify({ ...JSON.parse(text), version: undefined })

/** Whether `path` has changed since the commit `from` by what `pnpm versions` writes, and nothing else. */
function isOfVersions(path, from) {
  if (/^(?:\.changeset\/|packages\/[^/]+\/CHANGELOG\.md$)/.test(path)) return true
  const before = git('show', `${from}:${path}`)
  const isManifest =
    /^packages\/[^/]+\/package\.json$/.test(path) && before !== '' && existsSync(join(root, path))
  return isManifest && withoutVersion(before) === withoutVersion(readFileSync(join(root, path), 'utf8'))
}

/** Whether the versions of a release are all that has changed since `base`. */
function areVersionsAlone(base) {
  const from = git('merge-base', base, 'HEAD').trim()
  const changed = git('diff', '--name-only', from)
    .split('\n')
    .filter((path) => path !== '')
  return (
    changed.some((path) => path.endsWith('/package.json')) &&
    changed.every((path) => isOfVersions(path, from))
  )
}

const base = [baseBranch, `origin/${baseBranch}`, 'HEAD'].find(exists)
if (base === undefined) {
  console.log('not a git checkout: there is nothing to compare with')
} else {
  if (base === 'HEAD') console.log(`no branch ${baseBranch} to compare with: only reading the changesets`)
  const isRelease = areVersionsAlone(base)
  if (isRelease)
    console.log('this branch changes the versions of a release alone: only reading the changesets')
  const since = isRelease ? 'HEAD' : base
  const cli = createRequire(join(root, 'package.json')).resolve('@changesets/cli/bin.js')
  const run = spawnSync(process.execPath, [cli, 'status', `--since=${since}`], {
    cwd: root,
    stdio: 'inherit',
  })
  const others = ['ls-files', '--others', '--exclude-standard', '.changeset/*.md']
  const untracked = git(...others).trim()
  if (run.status !== 0 && untracked !== '')
    console.log(`a changeset counts once git tracks it: git add ${untracked.replaceAll('\n', ' ')}`)
  process.exitCode = run.status ?? 1
}
