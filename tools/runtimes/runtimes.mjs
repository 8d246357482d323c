#!/usr/bin/env node
/**
 * `pnpm runtimes`: installs Node 22, 24 and 26, Bun and Deno from npm, for the tests that attach filters in them.
 *
 * runtimes.json pins the versions. Each runtime is the package that holds its binary for this processor. The packages
 * that users install fetch such a package by an install script, and no install script runs here. The runtimes go to
 * `.cache/runtimes` of the repository, or to the folder that SECCOMPILE_RUNTIMES names: 780 MB, of which npm fetches
 * some 250, in about ten seconds. Where the folder has the versions already, nothing is done.
 *
 * npm writes a folder of its own, which replaces the old one when each runtime in it says its version: where a disk is
 * full, npm may end with 0. So an interrupted run leaves no half of a runtime. The next run removes the folder that it leaves.
 *
 * With `--list` it installs nothing, and prints each runtime as JSON: its names, its version, its `file`, and whether
 * that version `isInstalled`.
 *
 * Only built-ins may be imported: .ci/run calls this file before anything is installed. The exit code is 2 where the
 * runtimes cannot be installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const runtimes = JSON.parse(readFileSync(join(here, 'runtimes.json'), 'utf8'))
const folder = resolve(process.env.SECCOMPILE_RUNTIMES ?? join(here, '..', '..', '.cache', 'runtimes'))

class CannotInstall extends Error {}

/** The version of the package in `root`; `undefined` where none can be read. */
function versionIn(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

/** The runtimes below a folder. */
function runtimesIn(below) {
  return runtimes.map(({ name, title, version, binary }) => {
    const root = join(below, 'node_modules', name)
    const file = join(root, binary)
    const isInstalled = existsSync(file) && versionIn(root) === version
    return { name, title, version, file, isInstalled }
  })
}

const isComplete = (below) => runtimesIn(below).every(({ isInstalled }) => isInstalled)

const saysItsVersion = ({ file, version }) =>
  spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.includes(version) === true

/** Whether the process `pid` runs. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch ({ code }) {
    return code === 'EPERM'
  }
}

/** Removes the folders of interrupted runs. */
function removeLeft() {
  const start = `${basename(folder)}.`
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(start) ? Number(name.slice(start.length)) : Number.NaN
    if (Number.isInteger(pid) && !isRunning(pid))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

/**
 * Makes a folder and those above it. For a folder in /proc, mkdir(2) fails with ENOENT, as it does where the folder above is
 * missing. With `recursive`, Node then tries without end.
 */
function makeFolder(path) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error // another run may have made it
  }
}

function npmInstall(into) {
  const dependencies = runtimes.map(({ name, packages, version }) => [
    name,
    `npm:${packages[process.arch]}@${version}`,
  ])
  makeFolder(into)
  writeFileSync(
    join(into, 'package.json'),
    JSON.stringify({ private: true, dependencies: Object.fromEntries(dependencies) }),
  )
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  const { error, status, stderr } = spawnSync('npm', ['install', '--prefix', into, ...quiet], {
    cwd: into,
    encoding: 'utf8',
    timeout: 300_000,
    // One retry, soon: a machine without the registry should hear of it before long.
    env: { npm_config_fetch_retries: '1', npm_config_fetch_retry_mintimeout: '1000', ...process.env },
  })
  if (error !== undefined) throw new CannotInstall(`npm does not run: ${error.message}`)
  const broken = runtimesIn(into).filter((each) => !each.isInstalled || !saysItsVersion(each))
  if (status === 0 && broken.length === 0) return
  // Before the sentence that says why, npm prints fields of the error, each in a line.
  const why = /^npm (?:error|ERR!) (?!(?:code|errno|syscall|type|path) )(.+)$/m.exec(stderr)?.[1]
  const half = broken.map(({ title, version }) => `${title} ${version}`).join(', ')
  throw new CannotInstall(`npm cannot install them: ${why ?? `it ends with ${status}, without ${half}`}`)
}

function install() {
  if (process.platform !== 'linux' || runtimes.some(({ packages }) => !(process.arch in packages)))
    throw new CannotInstall(
      `there are pinned packages for Linux on x64 and arm64, and this is ${process.platform} on ${process.arch}`,
    )
  makeFolder(dirname(folder))
  removeLeft()
  const fresh = `${folder}.${process.pid}`
  try {
    npmInstall(fresh)
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** `install`, whose errors of the file system are told like its own. */
function installOrSay() {
  try {
    install()
  } catch (error) {
    if (error.syscall === undefined) throw error
    throw new CannotInstall(`${folder} cannot be written: ${error.message}`)
  }
}

try {
  const [option, ...more] = process.argv.slice(2)
  if ((option !== undefined && option !== '--list') || more.length > 0)
    throw new CannotInstall(`expected no option, or --list; got "${process.argv.slice(2).join(' ')}"`)
  if (option === undefined && !isComplete(folder)) installOrSay()
  const found = runtimesIn(folder)
  if (option === undefined)
    for (const { title, version, file } of found) console.log(`${title} ${version}: ${file}`)
  else console.log(JSON.stringify(found))
} catch (error) {
  if (!(error instanceof CannotInstall)) throw error
  console.error(`runtimes: ${error.message}; the tests that need these runtimes say NOT RUN`)
  process.exitCode = 2
}
