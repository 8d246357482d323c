#!/usr/bin/env node
/**
 * `pnpm changeset:check`: every changeset can be read and names packages that exist, and every package changed
 * since the base branch has one.
 *
 * `changeset status` throws when the base branch does not exist, as in a clone of one branch or of a detached commit.
 * Then the branch of the remote is the base. Without it HEAD is: nothing has changed since HEAD, so the check only
 * reads the changesets that exist, and prints a line about it.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { baseBranch } = JSON.parse(readFileSync(join(root, '.changeset', 'config.json'), 'utf8'))
const exists = (ref) =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], { cwd: root }).status === 0

const base = [baseBranch, `origin/${baseBranch}`, 'HEAD'].find(exists)
if (base === undefined) {
  console.log('not a git checkout: there is nothing to compare with')
} else {
  if (base === 'HEAD') console.log(`no branch ${baseBranch} to compare with: only reading the changesets`)
  const cli = createRequire(join(root, 'package.json')).resolve('@changesets/cli/bin.js')
  const run = spawnSync(process.execPath, [cli, 'status', `--since=${base}`], { cwd: root, stdio: 'inherit' })
  const others = ['ls-files', '--others', '--exclude-standard', '.changeset/*.md']
  const untracked = spawnSync('git', others, { cwd: root, encoding: 'utf8' }).stdout.trim()
  if (run.status !== 0 && untracked !== '')
    console.log(`a changeset counts once git tracks it: git add ${untracked.replaceAll('\n', ' ')}`)
  process.exitCode = run.status ?? 1
}
