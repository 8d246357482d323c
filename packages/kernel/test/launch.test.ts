import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../src/launch/launch.ts'
import type { LaunchOptions } from '../src/launch/start-options.ts'
import { nativeAbi } from '../src/system/native-abi.ts'
import { whyNotRun } from './why-not-run.ts'

const ALLOW: Program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }]
const refusing = (nr: number, verdict: number): Program => [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: nr },
  { code: BPF.RET_K, jt: 0, jf: 0, k: verdict },
  ...ALLOW,
]

const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
const before = process.env['TMPDIR']
beforeAll(() => {
  mkdirSync(folder, { mode: 0o700 })
  mkdirSync(join(folder, 'tmp'))
  process.env['TMPDIR'] = join(folder, 'tmp')
})
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  rmSync(folder, { recursive: true })
})

const bwrap = await whyNotRun('a command with options of bwrap', 'bwrap')
const setpriv = await whyNotRun('a command with options of setpriv', 'setpriv')

/** The end of a command, its output, and the files that its start has left behind. */
async function launched(
  launcher: Parameters<typeof launch>[0],
  filters: Parameters<typeof launch>[1],
  words: readonly [string, ...string[]],
  options: LaunchOptions = {},
): Promise<{ status: number | undefined; signal: string | undefined; out: string; left: readonly string[] }> {
  const file = join(folder, 'out')
  const fd = openSync(file, 'w')
  try {
    const ended = await launch(launcher, filters, words, { stdio: ['ignore', fd, fd], ...options })
    return { ...ended, out: readFileSync(file, 'utf8'), left: readdirSync(join(folder, 'tmp')) }
  } finally {
    closeSync(fd)
  }
}

describe('launch', () => {
  it.each([
    ['bwarp', ALLOW, ['true'], 'E_ARGUMENT', 'there is no launcher "bwarp"; there are bwrap, crun, setpriv'],
    ['crun', ALLOW, ['--debug', 'true'], 'E_ARGUMENT', 'crun: expected a command, got its option "--debug"'],
    [
      'setpriv',
      [ALLOW, ALLOW],
      ['true'],
      'E_FILTER',
      'setpriv takes only one filter; got 2; use bwrap, which takes several',
    ],
    [
      'bwrap',
      refusing(nativeAbi().calls.execve, SECCOMP_RET.KILL_PROCESS),
      ['true'],
      'E_FILTER',
      'the filter refuses execve whatever its arguments (KILL_PROCESS), and without that call no command can be started under it; nothing was started',
    ],
    [
      'setpriv',
      refusing(nativeAbi().calls.capget, SECCOMP_RET.ERRNO | 1),
      ['true'],
      'E_FILTER',
      'setpriv makes calls of its own, and the filter refuses capget whatever its arguments (ERRNO(EPERM)); nothing was started',
    ],
  ] as const)(
    'by %s starts nothing that cannot work: %#',
    async (launcher, filters, words, code, message) => {
      await expect(launch(launcher as 'bwrap', filters, words)).rejects.toMatchObject({
        name: 'KernelError',
        code,
        message,
      })
    },
  )

  it.each([
    ['bwrap', 'bwrap is not installed; install bubblewrap'],
    ['setpriv', 'setpriv is not installed; install util-linux 2.41 or newer'],
    ['crun', 'crun is not installed; install crun'],
  ] as const)('says what to install where %s is not there', async (launcher, message) => {
    const path = process.env['PATH']
    process.env['PATH'] = folder
    try {
      await expect(launch(launcher, ALLOW, ['true'])).rejects.toMatchObject({
        code: 'E_NO_LAUNCHER',
        message,
      })
    } finally {
      process.env['PATH'] = path
    }
  })
})

describe.skipIf(bwrap !== undefined)('launch by bwrap', () => {
  it('gives the command the files of the machine, and its status', async () => {
    const said = await launched('bwrap', ALLOW, [
      'sh',
      '-c',
      'grep ^Seccomp_filters: /proc/self/status; exit 7',
    ])
    expect(said).toEqual({ status: 7, signal: undefined, out: 'Seccomp_filters:\t1\n', left: [] })
    await expect(launch('bwrap', ALLOW, ['nowhere-at-all'])).rejects.toMatchObject({ code: 'E_NO_COMMAND' })
  })

  it('attaches several filters, and takes options of bwrap before the command', async () => {
    const words = ['--ro-bind', '/', '/'] as const
    const command = ['sh', '-c', `grep ^Seccomp_filters: /proc/self/status; echo x > ${folder}/file`]
    const said = await launched('bwrap', [ALLOW, ALLOW], [...words, ...command])
    expect(said).toMatchObject({ left: [], out: expect.stringContaining('Seccomp_filters:\t2\n') as string })
    expect(said.out).toContain('Read-only file system')
    expect(said.status).not.toBe(0)
  })

  it('finds the command to signal, behind the process that a namespace of process ids begins with', async () => {
    for (const options of [[], ['--unshare-pid'], ['--unshare-pid', '--as-pid-1']]) {
      const words = ['--dev-bind', '/', '/', '--die-with-parent', ...options] as const
      let find: () => number = () => 0
      const file = join(folder, 'ready')
      const script = `trap 'exit 9' TERM; echo ready > ${file}; while :; do sleep 0.02; done`
      const ended = launch('bwrap', ALLOW, [...words, 'sh', '-c', script], {
        onStart: (found) => (find = found),
      })
      await expect.poll(() => readdirSync(folder)).toContain('ready')
      process.kill(find(), 'SIGTERM')
      expect(await ended).toEqual({ status: 9, signal: undefined })
      rmSync(file)
    }
  })
})

describe.skipIf(setpriv !== undefined)('launch by setpriv', () => {
  it('ends the command where onStart throws, as nobody waits for it then', async () => {
    let pid = 0
    const running = launch('setpriv', ALLOW, ['sleep', '60'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      onStart: (find) => {
        pid = find()
        throw new Error('of the caller')
      },
    })
    await expect(running).rejects.toThrow('of the caller')
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 5000 }).toBe(false)
  })

  it('becomes the command: its signal is the end, and no file is left', async () => {
    expect(await launched('setpriv', ALLOW, ['sh', '-c', 'kill -TERM $$'])).toEqual({
      status: undefined,
      signal: 'SIGTERM',
      out: '',
      left: [],
    })
  })

  it('takes options of setpriv before the command', async () => {
    const said = await launched('setpriv', ALLOW, [
      '--bounding-set',
      '-all',
      'grep',
      '-E',
      'Bnd|NoNew',
      '/proc/self/status',
    ])
    // Without CAP_SETPCAP setpriv may not do that, and says so itself.
    expect(said.out).toMatch(/^(CapBnd:\t0+\nNoNewPrivs:\t1\n|setpriv: )/)
    expect(said.left).toEqual([])
  })
})
