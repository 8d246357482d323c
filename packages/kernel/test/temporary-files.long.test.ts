/*
 * Temporary files whose content is executed or attached, where another user may write to TMPDIR. That user runs here as a
 * process, which puts a folder of its own in the place of each one that it finds there.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abiTables, numberOf } from '@seccompile/syscalls'
import { run } from '../src/launch/run.ts'
import { probe } from '../src/probe/probe.ts'
import { nativeAbi } from '../src/system/native-abi.ts'
import { NOBODY, whyNotOthers } from './other-user.ts'
import { whyNotRun } from './why-not-run.ts'

const others = whyNotOthers('temporary files where another user may write')
const setpriv = await whyNotRun('temporary files of setpriv', 'setpriv')
const bwrap = await whyNotRun('temporary files of bwrap', 'bwrap')

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

const before = process.env['TMPDIR']
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccompile-open-'))
  chmodSync(folder, 0o777)
  process.env['TMPDIR'] = folder
})
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  rmSync(folder, { recursive: true })
})

const numbers = abiTables.find(({ token }) => token === nativeAbi().token)!
/** A filter under which `setarch --show` fails. */
const NO_PERSONALITY: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: numberOf(numbers, 'personality') ?? -1 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO | 1 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
]

/** The program that the other user has a victim run instead of its own. */
const SWAPPER = `
  const { chmodSync, mkdirSync, readdirSync, renameSync, writeFileSync } = require('node:fs')
  const folder = process.argv[1]
  const quietly = (act) => { try { return act() } catch { return undefined } }
  const program = '#!/bin/sh\\n: > ' + folder + '/has-run\\n'
  const allow = Buffer.from([6, 0, 0, 0, 0, 0, 0xff, 0x7f])
  const swapped = new Map()
  process.stdout.write('ready\\n')
  for (;;) {
    for (const name of quietly(() => readdirSync(folder)) ?? process.exit()) {
      if (!name.startsWith('seccompile-') || swapped.has(name)) continue
      swapped.set(name, 0)
      quietly(() => renameSync(folder + '/' + name, folder + '/gone-' + name))
      quietly(() => mkdirSync(folder + '/' + name))
      quietly(() => chmodSync(folder + '/' + name, 0o777))
    }
    for (const [name, turns] of swapped) {
      if (turns > 3000) continue
      swapped.set(name, turns + 1)
      for (const [file, content] of [['exit', program], ['0.bpf', allow]]) {
        quietly(() => writeFileSync(folder + '/mine', content, { mode: 0o755 }))
        quietly(() => renameSync(folder + '/mine', folder + '/' + name + '/' + file))
      }
    }
  }`

/** Does `work` while another user puts folders of his own in the place of those in {@link folder}. */
async function besideSwapper(work: () => Promise<void> | void): Promise<void> {
  const swapper = spawn(process.execPath, ['-e', SWAPPER, folder], {
    uid: NOBODY,
    gid: NOBODY,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(swapper, 'exit')
  await once(swapper.stdout, 'data')
  try {
    await work()
  } finally {
    swapper.kill('SIGKILL')
    await ended
  }
}

describe.skipIf(others !== undefined)(
  'where another user may write to the folder for temporary files',
  () => {
    it('probe runs no program of that user', async () => {
      const expected = probe().abis
      await besideSwapper(() => {
        const abis: unknown[] = []
        for (let round = 0; round < 10; round += 1)
          try {
            abis.push(probe().abis)
          } catch (error) {
            abis.push(String(error))
          }
        expect(existsSync(join(folder, 'has-run'))).toBe(false)
        expect(abis).toEqual(abis.map(() => expected))
      })
    })

    it.for([
      ['setpriv', setpriv],
      ['bwrap', bwrap],
    ] as const)('run by %s attaches no filter of that user', async ([launcher, why], { skip }) => {
      skip(why !== undefined, why)
      await besideSwapper(async () => {
        const ends: unknown[] = []
        for (let round = 0; round < 12; round += 1) {
          const options = { launcher, stdio: ['ignore', 'ignore', 'ignore'] } as const
          const ended = run(NO_PERSONALITY, ['setarch', '--show'], options)
          ends.push(await ended.then(({ status }) => status, String))
        }
        expect(ends).toEqual(ends.map(() => 1))
      })
    })
  },
)

describe('temporary files', () => {
  it.for([
    ['setpriv', setpriv],
    ['bwrap', bwrap],
  ] as const)('have no name where a filter is handed to %s', async ([launcher, why], { skip }) => {
    skip(why !== undefined, why)
    const seen: string[] = []
    const watcher = watch(folder, (_, name) => seen.push(name ?? ''))
    await run(NO_PERSONALITY, ['true'], { launcher })
    await new Promise((resolve) => setTimeout(resolve, 50))
    watcher.close()
    expect(seen.filter((name) => name.includes('seccompile'))).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })
})

/** A program that is killed as soon as the command has been started. */
const KILLED = `
  import { run } from '@seccompile/kernel'
  await run(new Uint8Array([6, 0, 0, 0, 0, 0, 0xff, 0x7f]), ['true'], {
    launcher: process.argv[1],
    onStart: () => process.kill(process.pid, 'SIGKILL'),
  })`

describe('temporary files of a process that SIGKILL ends', () => {
  it.for([
    ['setpriv', setpriv],
    ['bwrap', bwrap],
  ] as const)('do not stay where a filter was handed to %s', ([launcher, why], { skip }) => {
    skip(why !== undefined, why)
    const args = ['--input-type=module', '-e', KILLED, launcher]
    const { signal } = spawnSync(process.execPath, args, { cwd: PACKAGE })
    expect(signal).toBe('SIGKILL')
    expect(readdirSync(folder)).toEqual([])
  })
})
