import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from '../src/launch/run.ts'
import { isInDenoCache } from '../src/launch/second-runtime.ts'
import { isLeaderless } from '../src/launch/start-second.ts'
import { whyNotRun } from './why-not-run.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const ALLOW = Uint8Array.of(6, 0, 0, 0, 0, 0, 0xff, 0x7f)
const QUIET = ['ignore', 'ignore', 'ignore'] as const
const koffi = await whyNotRun('what the folder of a command holds, by koffi', 'koffi')

it('tells the cache of Deno from a folder of packages', () => {
  const cached = '/home/a/.cache/deno/npm/registry.npmjs.org/@seccompile/kernel/1.0.0/dist/launch/launcher.js'
  expect(isInDenoCache('deno', cached)).toBe(true)
  expect(isInDenoCache('bun', cached)).toBe(false)
  for (const place of ['/home/a/node_modules/@seccompile/kernel', '/home/a/seccompile/packages/kernel'])
    expect(isInDenoCache('deno', `${place}/dist/launch/launcher.js`)).toBe(false)
})

it('tells a process of which only the first thread has ended from one that has ended', () => {
  const stat = (state: string, threads: number): string =>
    `7 (a) Z (b) ${state} 6 7 6 0 -1 4227084 9 0 0 0 2 4 0 0 20 0 ${threads} 0 3704278 0 0`
  expect([stat('Z', 2), stat('Z', 1), stat('S', 2)].map(isLeaderless)).toEqual([true, false, false])
})

/** Whether a descriptor of this process is memory that a launcher shares. */
function isMemory(fd: string): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`).includes('memfd:seccompile')
  } catch {
    return false // closed since: the folder was read through it
  }
}

/** What `act` yields in a folder whose `preload.cjs`, with this source, Node loads before a program. */
async function preloading<Result>(
  source: (folder: string) => string,
  path: (folder: string) => string,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
  const before = process.env['NODE_OPTIONS']
  try {
    writeFileSync(join(folder, 'preload.cjs'), source(folder))
    process.env['NODE_OPTIONS'] = `--require ${path(folder)}`
    return await act(folder)
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = before
    rmSync(folder, { recursive: true })
  }
}

it.skipIf(koffi !== undefined)('runs nothing of the folder of the command without the filter', () =>
  preloading(
    (folder) => `require('node:fs').writeFileSync(${JSON.stringify(folder)} + '/ran', '')`,
    () => './preload.cjs',
    async (cwd) => {
      const started = run(ALLOW, ['true'], { cwd, launcher: 'koffi', stdio: QUIET })
      await expect(started).rejects.toMatchObject({
        code: 'E_NATIVE',
        message: expect.stringMatching(
          /ended with status 1 before it began; .* such as NODE_OPTIONS\?$/,
        ) as string,
      })
      expect(existsSync(join(cwd, 'ran'))).toBe(false)
    },
  ),
)

const CRASHED = {
  code: 'E_NATIVE',
  message: expect.stringContaining('ended by SIGABRT before it became the command') as string,
}

it.skipIf(koffi !== undefined)('whose crash is not the end of the command', () =>
  preloading(
    () => 'process.abort()',
    (folder) => join(folder, 'preload.cjs'),
    () => expect(run(ALLOW, ['true'], { launcher: 'koffi', stdio: QUIET })).rejects.toMatchObject(CRASHED),
  ),
)

it.skipIf(koffi !== undefined)('tells a command that ends by SIGABRT from such a crash', async () => {
  const { signal } = await run(ALLOW, ['sh', '-c', 'kill -ABRT $$'], { launcher: 'koffi', stdio: QUIET })
  expect(signal).toBe('SIGABRT')
})

it.skipIf(koffi !== undefined)('leaves no memory of the launcher in this process', async () => {
  // Tests of other files, which run in this process too, leave mappings of their own.
  const mapped = (): number => readFileSync('/proc/self/maps', 'latin1').split('memfd:seccompile').length
  const open = (): number => readdirSync('/proc/self/fd').filter(isMemory).length
  const before = [mapped(), open()]
  await run(ALLOW, ['true'], { launcher: 'koffi' })
  expect([mapped(), open()]).toEqual(before)
})

it('says why no launcher can be asked where this process may start none', () => {
  const flag = process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission'
  const script = `import { probe } from '@seccompile/kernel'
    for (const { name, why } of probe().launchers) console.log(name + ': ' + why)`
  const words = [flag, '--allow-fs-read=*', '--input-type=module', '-e', script]
  const { stdout } = spawnSync(process.execPath, words, { cwd: PACKAGE, encoding: 'utf8' })
  for (const name of ['bwrap', 'setpriv'])
    expect(stdout).toMatch(
      new RegExp(
        `^${name}: (the ${name} installed cannot be asked for its options: ERR_ACCESS_DENIED|${name} is not installed)$`,
        'm',
      ),
    )
})
