import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const TOOL = fileURLToPath(new URL('../runtimes.mjs', import.meta.url))
const runtimes = JSON.parse(readFileSync(new URL('../runtimes.json', import.meta.url), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'seccompile-runtimes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the tool prints for a folder, with a registry that nobody serves. */
function install(name, ...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...options], {
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      ...process.env,
      SECCOMPILE_RUNTIMES: resolve(folder, name),
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
    },
  })
  return { status, stdout, stderr }
}

/** Puts files where the runtimes would be; the last one has `version`. */
function pretend(name, version) {
  runtimes.forEach((one, index) => {
    const root = join(folder, name, 'node_modules', one.name)
    mkdirSync(dirname(join(root, one.binary)), { recursive: true })
    writeFileSync(join(root, one.binary), '')
    const last = index === runtimes.length - 1
    writeFileSync(join(root, 'package.json'), JSON.stringify({ version: last ? version : one.version }))
  })
}

it('pins exact versions', () => {
  for (const { version } of runtimes) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

it('says in one line that the registry is not reachable, and leaves nothing', () => {
  const { status, stdout, stderr } = install('absent')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^runtimes: .+; the tests that need these runtimes say NOT RUN\n$/)
  expect(readdirSync(folder)).toEqual([])
})

it('says in one line that the folder cannot be written', () => {
  writeFileSync(join(folder, 'file'), '')
  const { status, stderr } = install('file/below')
  rmSync(join(folder, 'file'))
  expect([status, stderr]).toEqual([2, expect.stringMatching(/^runtimes: .+ cannot be written: .+\n$/)])
})

it.each(['/proc/x', '/proc/x/below'])('says in one line that nobody makes folders in /proc: %s', (path) => {
  const { status, stdout, stderr } = install(path)
  expect([status, stdout, stderr]).toEqual([
    2,
    '',
    expect.stringMatching(
      /^runtimes: \/proc\/x.* cannot be written: ENOENT: no such file or directory, mkdir '.+'; .+\n$/,
    ),
  ])
})

it('removes what an interrupted run left, and nothing of a run that goes on', () => {
  const { pid } = spawnSync('true')
  const [left, other] = [`broken.${pid}`, `broken.${process.pid}`]
  for (const name of [left, other]) mkdirSync(join(folder, name))
  install('broken')
  const found = [left, other].map((name) => existsSync(join(folder, name)))
  rmSync(join(folder, other), { recursive: true })
  expect(found).toEqual([false, true])
})

it('takes a runtime whose package is cut off for missing', () => {
  pretend('cut', runtimes.at(-1).version)
  writeFileSync(join(folder, 'cut', 'node_modules', runtimes[0].name, 'package.json'), '')
  expect(JSON.parse(install('cut', '--list').stdout)[0].isInstalled).toBe(false)
})

it('does nothing where the versions are there, and asks no registry', () => {
  pretend('complete', runtimes.at(-1).version)
  const { status, stdout } = install('complete')
  expect([status, stdout.split('\n').length - 1]).toEqual([0, runtimes.length])
})

it('keeps the old folder where another version cannot be installed', () => {
  pretend('old', '0.0.1')
  expect(install('old').status).toBe(2)
  expect(existsSync(join(folder, 'old', 'node_modules', runtimes[0].name))).toBe(true)
})

it('lists what there is, and installs nothing', () => {
  pretend('listed', '0.0.1')
  const { status, stdout } = install('listed', '--list')
  const found = JSON.parse(stdout)
  expect([status, found.map(({ isInstalled }) => isInstalled)]).toEqual([
    0,
    runtimes.map((_one, index) => index < runtimes.length - 1),
  ])
  for (const { file } of found) expect(existsSync(file)).toBe(true)
})

it('takes no other option', () => {
  expect(install('absent', '--all')).toMatchObject({ status: 2, stderr: expect.stringContaining('"--all"') })
})
