/*
 * A release of seccompile in a folder of its own.
 *
 * npx would run it in the folder of the repository, and put node_modules/.bin of the repository before PATH. A pull request may hold
 * a `node` or a `sh` there, which would then run in place of seccompile. npm install, in a new folder, reads no file of the repository,
 * and Node itself starts what it installs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf } from './start.mjs'

/** The release of koffi by which a seccompile calls the C library where Node cannot. */
export const KOFFI = 'koffi@3.3.4'

/**
 * npm, without scripts of packages: that of koffi only looks for its own binary, which another package has. The level is given, since
 * npm says nothing of an error where a variable makes it silent.
 */
const INSTALL = [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-save',
  '--no-package-lock',
  '--loglevel=error',
]

/** The words that start the release `version`, which is installed into `folder`. @throws {Error} where npm fails */
function installed(version, isWatcher, folder) {
  const packages = [`seccompile@${version}`, ...(isWatcher ? [KOFFI] : [])]
  const { status, err } = answerOf(['npm'], [...INSTALL, '--prefix', folder, ...packages], folder)
  if (status !== 0) throw new Error(`${packages.join(' and ')} cannot be installed: ${err.trim()}`)
  const home = join(folder, 'node_modules', 'seccompile')
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return [process.execPath, join(home, bin.seccompile)]
}

/**
 * Runs `work` with the words that start seccompile.
 *
 * @template T
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {(command: readonly string[]) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Error} where the release cannot be installed
 */
export async function withSeccompile({ start, tried }, work) {
  if (start.kind === 'command') return work(start.words)
  const folder = mkdtempSync(join(process.env.RUNNER_TEMP || tmpdir(), 'seccompile-'))
  try {
    return await work(installed(start.version, tried.length > 0, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
