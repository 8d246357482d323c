/*
 * The descriptors that a command gets. A process with open descriptors that Node does not close at its start runs what was
 * built: `npm test` does that first.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBridge } from '../src/libc/open-bridge.ts'
import { run } from '../src/launch/run.ts'
import { descriptors } from '../src/launch/start-with.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import { whyNotRun } from './why-not-run.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const koffi = await whyNotRun('descriptors of a command, by koffi', 'koffi')
const setpriv = await whyNotRun('descriptors of a command, by setpriv', 'setpriv')
const bwrap = await whyNotRun('descriptors of a command, by bwrap', 'bwrap')

const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
const secret = join(folder, 'secret')
beforeAll(() => writeFileSync(secret, 'the secret\n'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Hides koffi, the only bridge of Node before 26. */
const NO_KOFFI = join(folder, 'no-koffi.cjs')
writeFileSync(
  NO_KOFFI,
  `const Module = require('node:module')
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (name, ...rest) {
    if (name === 'koffi') throw Object.assign(new Error("Cannot find module 'koffi'"), { code: 'MODULE_NOT_FOUND' })
    return resolve.call(this, name, ...rest)
  }`,
)

const OPEN = [3, 5, 12, 40, 41]

/**
 * Descriptors of the secret that a command has, which a process starts by the expression `start`. The process has it as each of
 * {@link OPEN}; there is a gap before 40.
 */
function secretFds(start: string, node: readonly string[] = []): readonly number[] | string {
  const out = join(folder, 'out')
  const [fd, said] = [openSync(secret, 'r'), openSync(out, 'w')]
  const script = `
    import * as kernel from '@seccompile/kernel'
    const ALLOW = [{ code: 6, jt: 0, jf: 0, k: 0x7fff0000 }]
    const LIST = ['ls', '-l', '/proc/self/fd']
    try { await ${start} } catch ({ code, message }) { console.log(code + ': ' + message) }`
  try {
    const stdio = Array.from({ length: 42 }, (_, n) => (OPEN.includes(n) ? fd : 'ignore'))
    spawnSync(process.execPath, [...node, '--input-type=module', '-e', script], {
      cwd: PACKAGE,
      stdio: ['ignore', said, said, ...stdio.slice(3)],
    })
    const text = readFileSync(out, 'utf8')
    if (!text.includes('/proc/')) return text
    return [...text.matchAll(/(\d+) -> (.*)$/gm)]
      .filter(([, , file]) => file === secret)
      .map(([, n]) => Number(n))
      .sort((a, b) => a - b)
  } finally {
    closeSync(fd)
    closeSync(said)
  }
}

describe.each([
  ['koffi', koffi],
  ['setpriv', setpriv],
  ['bwrap', bwrap],
] as const)('a command that run starts by %s', (launcher, why) => {
  it.skipIf(why !== undefined)('gets no descriptor past 2 but those that are named', () => {
    const start = (keep: string): string => `kernel.run(ALLOW, LIST, { launcher: '${launcher}'${keep} })`
    expect(secretFds(start(''))).toEqual([])
    expect(secretFds(start(', keepFds: [3, 40]'))).toEqual([3, 40])
  })
})

describe.each([
  ['setpriv', setpriv],
  ['bwrap', bwrap],
] as const)('a command that launch starts by %s', (launcher, why) => {
  it.skipIf(why !== undefined)('gets no descriptor past 2 but those that are named', () => {
    expect(secretFds(`kernel.launch('${launcher}', ALLOW, LIST)`)).toEqual([])
    expect(secretFds(`kernel.launch('${launcher}', ALLOW, LIST, { keepFds: [12, 41] })`)).toEqual([12, 41])
  })

  it.skipIf(why !== undefined || hasBridge('ffi'))(
    'gets /dev/null in the place of a descriptor, where no bridge is there',
    () => {
      const hidden = ['--require', NO_KOFFI]
      expect(secretFds(`kernel.launch('${launcher}', ALLOW, LIST)`, hidden)).toEqual([])
      expect(secretFds(`kernel.run(ALLOW, LIST, { keepFds: [40] })`, hidden)).toEqual([40])
    },
  )
})

describe('the descriptors of a process that starts a command', () => {
  it.skipIf(koffi !== undefined || setpriv !== undefined)('are those of before', () => {
    const start = `kernel.run(ALLOW, ['true'], { launcher: 'setpriv' })
      const { spawnSync } = await import('node:child_process')
      spawnSync(LIST[0], LIST.slice(1), { stdio: 'inherit' })`
    expect(secretFds(start)).toEqual([40, 41])
  })
})

/** Answers close_range(2) with success. */
const CLOSED = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: nativeAbi().calls.close_range },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
]

describe.skipIf(koffi !== undefined)(
  'a command below a filter that answers close_range(2) with success',
  () => {
    it('gets no descriptor past 2 but those that are named', () => {
      const bytes = [...encode(CLOSED, machineEndianness())].join(', ')
      const start = `kernel.attach(Uint8Array.of(${bytes}))
      await kernel.run(ALLOW, LIST, { launcher: 'koffi', keepFds: [5] })`
      expect(secretFds(start)).toEqual([5])
    })
  },
)

describe('the descriptors that a command is to get', () => {
  it.each([
    [[2], 'options.keepFds[0]: expected the number of a descriptor, 3 or more; 0 to 2 are in `stdio`; got 2'],
    [
      ['3'],
      'options.keepFds[0]: expected the number of a descriptor, 3 or more; 0 to 2 are in `stdio`; got "3"',
    ],
    [[1_000_000], 'options.keepFds[0]: descriptor 1000000 is not open'],
    [7, 'options.keepFds: expected a list; got 7'],
  ])('are checked before anything is started: %j', async (keepFds, message) => {
    const started = run(CLOSED, ['true'], { keepFds: keepFds as never })
    await expect(started).rejects.toMatchObject({ name: 'KernelError', code: 'E_ARGUMENT', message })
  })
})

describe('the numbers of the descriptors of a child process', () => {
  it('are those of the caller, and then those that only a launcher needs', () => {
    expect(descriptors(['ignore', 1, 'inherit'], [], 'node')).toEqual(['ignore', 1, 'inherit'])
    expect(descriptors(['ignore', 1, 2], [4], 'bun')).toEqual(['ignore', 1, 2, 'ignore', 4])
  })

  it('leave a gap in Deno, which would overwrite a descriptor that it has not moved yet', () => {
    const all = descriptors(['ignore', 1, 2], [4], 'deno')
    expect(all.slice(0, 5)).toEqual(['ignore', 1, 2, 'ignore', 4])
    expect(all.slice(5)).toEqual(Array.from({ length: 32 }, () => 'ignore'))
    expect(descriptors(['ignore', 1, 2], [], 'deno')).toEqual(['ignore', 1, 2])
  })
})
