#!/usr/bin/env node
/**
 * The tasks of tasks.mjs, such as `npm start`, `npm test` and `npm run bench rows`, from a clone with nothing installed.
 *
 * A clone needs three steps before a task: the pinned pnpm, the dependencies and the build. A step is left out when it
 * would change nothing. The tools themselves could tell, but asking them costs more than most tasks: npx alone needs
 * half a second to find an installed pnpm. So a stamp with two fingerprints tells:
 *
 * - `install`: the lockfile, the workspace file and every package.json, with the Node and platform they were
 *   installed for;
 * - `build`: the same files, every source and tsconfig file by content, and every built file by size and time.
 *
 * A stamp is computed and written after a step has succeeded, so an interrupted run leaves no stamp that matches.
 * Deleting node_modules deletes the stamp too. Weak point: a file changed by hand inside node_modules is not noticed;
 * `pnpm install` repairs it.
 *
 * Only built-ins and files beside this one may be imported here. Without an error nothing is printed, except on a terminal.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listed } from './listed.mjs'
import { FAMILIES, TASKS } from './tasks.mjs'

const script = fileURLToPath(import.meta.url)
const root = join(dirname(script), '..', '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const windows = process.platform === 'win32'
const [task = '', ...args] = process.argv.slice(2)

/** The versions to try, in order. The second serves registries that lack the first. Both read the same lockfile. */
const PNPM_VERSIONS = [manifest.packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, ''), '10.34.9']
/** Marks the run of this script that npx started, so that it does not start another. */
const REEXEC = 'SECCOMPILE_PNPM'
/** Passes the number of failed steps to a task that counts failures. */
const FAILED_BEFORE = 'SECCOMPILE_FAILED_BEFORE'
/** Tells the tests that every package is built from the current sources. */
const BUILT = 'SECCOMPILE_BUILT'
const stampFile = join(root, 'node_modules', '.cache', 'seccompile', 'stamp.json')

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  COREPACK_ENABLE_DOWNLOAD_PROMPT: '0',
  npm_config_update_notifier: 'false',
}
/** Settings of pnpm: never ask, and (pnpm 10) never fetch and run the version that package.json names. */
const pnpmEnv = { ...env, CI: 'true', npm_config_manage_package_manager_versions: 'false' }

class StepFailed extends Error {}
class BadUsage extends Error {}

/** Writes a line on standard error, on a terminal and in a pipe: a step takes up to a minute. */
function progress(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs pnpm without output. When pnpm fails, the error holds its output. */
function quietly(what, ...pnpmArgs) {
  progress(`${what} …`)
  const done = spawnSync('pnpm', pnpmArgs, {
    cwd: root,
    env: pnpmEnv,
    shell: windows,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (done.status === 0) return
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.trimEnd()
  const how = done.error?.message ?? (done.signal ? `killed by ${done.signal}` : `exit ${done.status}`)
  throw new StepFailed(`${said}\n${what} failed (${how}): pnpm ${pnpmArgs.join(' ')}`)
}

function versionOfPnpm() {
  const asked = spawnSync('pnpm', ['--version'], {
    cwd: root,
    env,
    shell: windows,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return asked.status === 0 ? asked.stdout.trim() : undefined
}

/** Starts this script again with the pinned `pnpm` on PATH; yields its exit code. */
function reexecUnderPinnedPnpm(words) {
  const tried = []
  for (const version of PNPM_VERSIONS) {
    const npx = ['--yes', '--prefer-offline', '--package', `pnpm@${version}`, '--']
    progress(`getting pnpm ${version} …`)
    const probe = spawnSync('npx', [...npx, 'pnpm', '--version'], {
      cwd: root,
      env: pnpmEnv,
      shell: windows,
      encoding: 'utf8',
    })
    if (probe.status !== 0) {
      tried.push(`pnpm@${version}: ${probe.error?.message ?? `${probe.stdout}${probe.stderr}`.trim()}`)
      continue
    }
    const run = spawnSync('npx', [...npx, 'node', script, task, ...words], {
      cwd: root,
      env: { ...env, [REEXEC]: version },
      shell: windows,
      stdio: 'inherit',
    })
    return exitCode(run)
  }
  throw new StepFailed(`no usable pnpm, neither on PATH nor from the registry\n${tried.join('\n')}`)
}

function exitCode(run) {
  if (run.error) throw new StepFailed(run.error.message)
  if (run.signal === 'SIGINT') return 130
  return run.status ?? 1
}

/** Files below `folder`, sorted, without installed files, built files and files of a version control system. */
function filesBelow(folder, skip = new Set(['node_modules', 'dist', '.turbo', '.cache', '.git'])) {
  if (!existsSync(folder)) return []
  const found = []
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory()) {
      if (!skip.has(item.name)) found.push(...filesBelow(path, skip))
    } else if (item.isFile()) found.push(path)
  }
  return found.sort((a, b) => (a < b ? -1 : 1))
}

function packageFolders() {
  return ['packages', 'tools']
    .map((group) => join(root, group))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .sort((a, b) => (a < b ? -1 : 1))
}

function fingerprint(paths, seed) {
  const hash = createHash('sha256').update(seed)
  for (const path of paths) {
    const name = relative(root, path).split(sep).join('/')
    if (name.includes('/dist/')) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`\0${name}\0${size}\0${mtimeMs}`)
    } else {
      hash.update(`\0${name}\0`).update(readFileSync(path))
    }
  }
  return hash.digest('hex')
}

function installFingerprint() {
  const paths = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name))
  const manifests = packageFolders().map((folder) => join(folder, 'package.json'))
  return fingerprint(
    [...paths, ...manifests],
    `${process.platform} ${process.arch} ${process.versions.modules}`,
  )
}

function buildFingerprint(install) {
  const paths = [join(root, 'tsconfig.base.json'), join(root, 'turbo.json')]
  for (const folder of packageFolders()) {
    const config = join(folder, 'tsconfig.build.json')
    if (!existsSync(config)) continue
    const built = filesBelow(join(folder, 'dist'))
    // A package without a build is never up to date, whatever the stamp says.
    if (!built.some((path) => path.endsWith('.js'))) return undefined
    const bundler = join(folder, 'rolldown.config.mjs')
    if (existsSync(bundler)) paths.push(bundler)
    paths.push(config, ...filesBelow(join(folder, 'src')), ...built)
  }
  return fingerprint(paths, install)
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {} // absent or incomplete: no step counts as done
  }
}

function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify(stamp))
}

/**
 * Whether a package holds the build of a source that no longer exists: `tsc` removes no built files. The bundle has
 * no sources of its own.
 */
function hasStaleBuild(folder) {
  const dist = join(folder, 'dist')
  if (!existsSync(dist)) return false
  return readdirSync(dist, { recursive: true })
    .filter((file) => file.endsWith('.js') && !file.startsWith(`bundle${sep}`))
    .some((file) => !existsSync(join(folder, 'src', `${file.slice(0, -'.js'.length)}.ts`)))
}

/** Lets tests load the builds, unless one could be the build of a deleted source. */
function tellThatBuilt() {
  const folders = ['packages', 'tools'].flatMap((top) =>
    readdirSync(join(root, top)).map((name) => join(root, top, name)),
  )
  if (!folders.some(hasStaleBuild)) env[BUILT] = '1'
}

/** Brings dependencies and build up to date. Yields an exit code where another process has run the whole task. */
function prepare(words) {
  const stamp = readStamp()
  const install = installFingerprint()
  const installed = stamp.install === install
  if (installed && stamp.build !== undefined && stamp.build === buildFingerprint(install)) {
    tellThatBuilt()
    return undefined
  }

  if (process.env[REEXEC] === undefined && versionOfPnpm() !== PNPM_VERSIONS[0])
    return reexecUnderPinnedPnpm(words)
  if (!installed) {
    // pnpm does not update the links in node_modules/.bin where only a setting of the workspace file is new.
    rmSync(join(root, 'node_modules', '.modules.yaml'), { force: true })
    quietly('installing', 'install', '--frozen-lockfile', '--prefer-offline')
    writeStamp({ install })
  }
  try {
    quietly('building', 'exec', 'turbo', 'run', 'build', '--output-logs=errors-only')
    writeStamp({ install, build: buildFingerprint(install) })
    tellThatBuilt()
  } catch (error) {
    // After a failed build, tests read the sources. So tests and checks still run, and may show the cause. They count
    // the build as a failure.
    if (task === 'start' || !(error instanceof StepFailed)) throw error
    console.error(error.message)
    env[FAILED_BEFORE] = '1'
  }
  return undefined
}

/** Runs a program of the repository with `args`, as `pnpm run` does, but half a second faster. */
function runProgram(file) {
  const bin = join(root, 'node_modules', '.bin')
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = `${bin}${windows ? ';' : ':'}${env[pathName] ?? ''}`
  // ^C reaches the program too. This process waits for it: it may print a summary or restore files.
  process.on('SIGINT', () => undefined)
  const run = spawnSync(process.execPath, [...file.split(' '), ...args], {
    cwd: root,
    env: { ...env, [pathName]: path },
    stdio: 'inherit',
  })
  return exitCode(run)
}

/** The program of a family that the first of `args` names, which is taken away. `undefined` where it lists them. */
function memberOf(family) {
  const rows = FAMILIES[family]
  const name = args.shift()
  if (name !== undefined && Object.hasOwn(rows, name)) return rows[name].file
  if (name !== undefined && name !== '--help')
    throw new BadUsage(`unknown ${family} "${name}"; there are ${Object.keys(rows).join(', ')}`)
  console.log(`npm run ${family} NAME:\n`)
  console.log(listed(rows, ({ does, takes, needs }) => [takes, does, needs]))
  return undefined
}

function checkNode() {
  const [wantMajor, wantMinor] = manifest.engines.node.replace(/^>=/, '').split('.').map(Number)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return
  throw new StepFailed(`Node ${process.versions.node} is too old; this needs Node ${manifest.engines.node}`)
}

try {
  checkNode()
  // A run that npx started for the pinned pnpm has the same words.
  const words = [...args]
  const file = Object.hasOwn(FAMILIES, task) ? memberOf(task) : TASKS[task]
  if (file === undefined && !Object.hasOwn(FAMILIES, task)) throw new BadUsage(`unknown task "${task}"`)
  if (file !== undefined) process.exitCode = prepare(words) ?? runProgram(file)
} catch (error) {
  if (!(error instanceof StepFailed) && !(error instanceof BadUsage)) throw error
  console.error(error.message)
  // The last line of a test or check run is a count, whatever went wrong.
  if (task === 'test') console.log('0 passed, 1 failed, 0 skipped')
  if (task === 'check') console.log('0 passed, 1 failed')
  process.exitCode = error instanceof BadUsage ? 2 : 1
}
