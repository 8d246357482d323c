import { randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { abiTables, numberOf } from '@seccompile/syscalls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../src/launch/run.ts'
import type { RunReport } from '../src/launch/run.ts'
import type { RunOptions } from '../src/launch/start-options.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'
import { whyNotRun } from './why-not-run.ts'

const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
beforeAll(() => {
  mkdirSync(folder, { mode: 0o700 })
})
afterAll(() => rmSync(folder, { recursive: true }))

const bridges: ('ffi' | 'koffi')[] = []
for (const bridge of ['ffi', 'koffi'] as const)
  if ((await whyNotRun(`a command under a filter, attached through ${bridge}`, bridge)) === undefined)
    bridges.push(bridge)
const setpriv = await whyNotRun('a command under a filter, by setpriv', 'setpriv')
const bwrap = await whyNotRun('a command under a filter, by bwrap', 'bwrap')

const numbers = abiTables.find(({ token }) => token === nativeAbi().token)!
const number = (name: string): number => numberOf(numbers, name) ?? -1

/** A filter that says `verdict` to one call and allows the others. */
const refusing = (name: string, verdict: number): Program => [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: number(name) },
  { code: BPF.RET_K, jt: 0, jf: 0, k: verdict },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
]
const KILL = refusing('personality', SECCOMP_RET.KILL_PROCESS)

/** How a command ended, and what it said. */
async function ran(
  filters: Parameters<typeof run>[0],
  command: Parameters<typeof run>[1],
  options: RunOptions = {},
): Promise<RunReport & { readonly out: string }> {
  const file = join(folder, 'out')
  const fd = openSync(file, 'w')
  try {
    const report = await run(filters, command, { stdio: ['ignore', fd, fd], ...options })
    return { ...report, out: readFileSync(file, 'utf8') }
  } finally {
    closeSync(fd)
  }
}

/** Makes the call personality(0xffffffff), which changes nothing: setarch asks by it what the domain is. */
const PERSONALITY = ['setarch', '--show'] as const

describe('run', () => {
  it('names the instruction that the kernel does not accept', async () => {
    await expect(run([{ code: BPF.LD_ABS, jt: 0, jf: 0, k: 1 }, KILL[3]!], ['true'])).rejects.toMatchObject({
      name: 'KernelError',
      code: 'E_FILTER',
      errno: 'EINVAL',
      message: expect.stringContaining('the kernel does not accept the filter: EINVAL: pc 0: ') as string,
    })
  })

  it('refuses no filter, and words that the kernel cannot take', async () => {
    await expect(run([], ['true'])).rejects.toMatchObject({ code: 'E_FILTER' })
    await expect(run(KILL, ['a\0b'])).rejects.toMatchObject({ code: 'E_ARGUMENT' })
    await expect(run(new Uint8Array(12), ['true'])).rejects.toMatchObject({ code: 'E_FILTER' })
  })

  it('names the folder that is not there to start the command in', async () => {
    await expect(run(KILL, ['true'], { cwd: '/nowhere' })).rejects.toMatchObject({
      code: 'E_ARGUMENT',
      message: 'cwd: there is no folder "/nowhere"',
    })
  })

  it('throws a KernelError, and nothing else, for what a caller got wrong', async () => {
    const refusals = [
      [[], {}, 'there is no command to run: expected a list of its name and its words'],
      ['true', {}, 'there is no command to run: expected a list of its name and its words'],
      [['true', 1], {}, 'word 1 of the command: expected text or bytes, got number'],
      [['true', 'a\0b'], {}, 'word 1 of the command: has a NUL in it, which ends texts of the kernel'],
      [
        ['true', Uint8Array.of(97, 0)],
        {},
        'word 1 of the command: has a NUL in it, which ends texts of the kernel',
      ],
      [['true'], { env: { A: 1 } }, 'the environment variable "A": expected text or bytes, got number'],
      [
        ['true'],
        { env: { 'A\0': '' } },
        'the environment variable "A\0": has a NUL in it, which ends texts of the kernel',
      ],
      [['true'], { cwd: 'a\0b' }, 'cwd: expected the path of a folder, without a NUL in it'],
      [['true'], { cwd: '/etc/passwd' }, 'cwd: there is no folder "/etc/passwd"'],
      [['true'], { cwd: '/etc/passwd/x' }, 'cwd: there is no folder "/etc/passwd/x"'],
      [
        ['true'],
        { cwd: `/${'x'.repeat(300)}` },
        `cwd: the folder "/${'x'.repeat(300)}" cannot be entered: ENAMETOOLONG`,
      ],
      [['true'], { launcher: 'foo' }, 'there is no launcher "foo"; there are ffi, koffi, bwrap, setpriv'],
    ] as const
    for (const [command, options, message] of refusals)
      await expect(run(KILL, command as never, options as never)).rejects.toMatchObject({
        name: 'KernelError',
        code: 'E_ARGUMENT',
        message,
      })
  })

  it('says of a filter that forbids execve that nothing was started', async () => {
    await expect(run(refusing('execve', SECCOMP_RET.ERRNO | 1), ['true'])).rejects.toMatchObject({
      code: 'E_FILTER',
      requirement: 'execve',
      message:
        'the filter refuses execve whatever its arguments (ERRNO(EPERM)), and without that call no command can be started under it; nothing was started',
    })
    await expect(run([refusing('seccomp', SECCOMP_RET.KILL_THREAD), KILL], ['true'])).rejects.toMatchObject({
      code: 'E_FILTER',
      message: expect.stringContaining('filter 1 of 2 refuses seccomp') as string,
    })
  })
})

describe.each(bridges)('run through %s', (launcher) => {
  const runHere: typeof run = async (filters, command, options) =>
    run(filters, command, { ...options, launcher })
  const ranHere: typeof ran = async (filters, command, options) =>
    ran(filters, command, { ...options, launcher })

  it('passes status, output and environment', async () => {
    const done = await ranHere(KILL, ['sh', '-c', 'echo "$0 $FOO"; exit 7', 'a  b'], {
      env: { FOO: 'ü', PATH: process.env['PATH'] },
    })
    expect(done).toMatchObject({ status: 7, signal: undefined, refused: undefined, launcher })
    expect(done.out).toBe('a  b ü\n')
  })

  it('passes words on that are not UTF-8, byte for byte', async () => {
    const name = Buffer.concat([Buffer.from(join(folder, `sh-${launcher}`)), Buffer.of(0xff)])
    symlinkSync('/bin/sh', name)
    const { out } = await ranHere(KILL, [
      name,
      '-c',
      'printf %s "$0" | od -An -tx1',
      Uint8Array.of(0x61, 0xff, 0xfe),
    ])
    expect(out).toBe(' 61 ff fe\n')
  })

  it('leaves nothing of Node: signals have their default, no descriptor is open, no_new_privs is set', async () => {
    const grep = 'grep -E "SigIgn|SigBlk|NoNewPrivs|Seccomp:" /proc/self/status'
    const { out } = await ranHere(KILL, ['sh', '-c', `${grep}; ls /proc/self/fd`])
    expect(out).toBe(
      `SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\n0\n1\n2\n3\n`,
    )
  })

  it('says which signal ended it', async () => {
    expect(await ranHere(KILL, ['sh', '-c', 'kill -TERM $$'])).toMatchObject({
      signal: 'SIGTERM',
      status: undefined,
    })
  })

  it.for([
    ['KILL_PROCESS', SECCOMP_RET.KILL_PROCESS],
    ['TRAP', SECCOMP_RET.TRAP],
  ] as const)('says for which call it was killed by %s', async ([, verdict], { skip }) => {
    const { signal, refused } = await ranHere(refusing('personality', verdict), PERSONALITY)
    expect(signal).toBe('SIGSYS')
    // Without the right to read the record, it says that.
    if (refused?.known === false) skip(`the record of the call is not seen: ${refused.why}`)
    expect(refused).toEqual({
      known: true,
      arch: nativeAbi().auditArch,
      nr: number('personality'),
      abi: nativeAbi().token,
      name: 'personality',
      verdict,
      says: [[verdict]],
    })
  })

  it('says with `log` which calls the kernel has recorded that got an errno', async ({ skip }) => {
    const filter = refusing('personality', SECCOMP_RET.ERRNO | 1)
    const twice = ['sh', '-c', 'exec setarch --show'] as const
    expect(await ranHere(filter, twice)).toMatchObject({ status: 1, logged: undefined })
    const { status, refused, logged } = await ranHere(filter, twice, { log: true })
    expect({ status, refused }).toEqual({ status: 1, refused: undefined })
    // Without the right to read the record, it says that.
    if (logged?.known === false) return skip(`the record of the call is not seen: ${logged.why}`)
    expect(logged?.calls).toEqual([
      {
        arch: nativeAbi().auditArch,
        nr: number('personality'),
        abi: nativeAbi().token,
        name: 'personality',
        verdict: SECCOMP_RET.ERRNO,
        says: [[SECCOMP_RET.ERRNO | 1]],
        count: 1,
      },
    ])
  })

  it('attaches several in order, the first of which may forbid prctl', async () => {
    const stack = [refusing('prctl', SECCOMP_RET.KILL_PROCESS), encode(KILL, machineEndianness())]
    const { status, out } = await ranHere(stack, ['grep', 'Seccomp_filters', '/proc/self/status'])
    expect({ status, out }).toEqual({ status: 0, out: 'Seccomp_filters:\t2\n' })
  })

  it('takes flags', async () => {
    expect(await ranHere(KILL, ['true'], { log: true, specAllow: true })).toMatchObject({ status: 0 })
  })

  it('goes without no_new_privs where it may', async ({ skip }) => {
    skip(process.getuid?.() !== 0, 'it takes CAP_SYS_ADMIN')
    const { out } = await ranHere(KILL, ['grep', 'NoNewPrivs', '/proc/self/status'], { noNewPrivs: false })
    expect(out).toBe('NoNewPrivs:\t0\n')
  })

  it('tells what is no command from what is no program', async () => {
    await expect(runHere(KILL, ['no-such-command'])).rejects.toMatchObject({ code: 'E_NO_COMMAND' })
    await expect(runHere(KILL, ['/etc/passwd'])).rejects.toMatchObject({ code: 'E_NOT_EXECUTABLE' })
    await expect(runHere(KILL, ['./nothing'], { cwd: folder })).rejects.toMatchObject({
      code: 'E_NO_COMMAND',
    })
  })

  it.each([
    ['refuses', SECCOMP_RET.ERRNO | 1],
    ['kills for', SECCOMP_RET.KILL_PROCESS],
  ])('says that a command was not executed where the filter %s write', async (_, verdict) => {
    const text = join(folder, 'text')
    writeFileSync(text, 'hello\n', { mode: 0o700 })
    await expect(runHere(refusing('write', verdict), [text])).rejects.toMatchObject({
      code: 'E_NOT_EXECUTABLE',
      errno: 'ENOEXEC',
      message: `${text}: cannot be executed: ENOEXEC: it is no program that this kernel runs; a script begins with "#!"`,
    })
  })

  it('says that a later filter was not attached where the first kills for write', async () => {
    const long = Array.from({ length: 4096 }, (_, pc) => (pc < 4095 ? KILL[0]! : KILL[3]!))
    const stack = [refusing('write', SECCOMP_RET.KILL_PROCESS), ...Array.from({ length: 8 }, () => long)]
    await expect(runHere(stack, ['true'])).rejects.toMatchObject({ code: 'E_REFUSED', errno: 'ENOMEM' })
  })

  it('starts nothing where the interpreter of a script is not there', async () => {
    const script = join(folder, 'script')
    writeFileSync(script, '#!/nowhere\n', { mode: 0o700 })
    await expect(runHere(refusing('write', SECCOMP_RET.KILL_PROCESS), [script])).rejects.toMatchObject({
      code: 'E_NO_COMMAND',
      message: `${script}: cannot be executed: "/nowhere", which its first line names to interpret it, is not there`,
    })
  })

  it('is ended by an abort', async () => {
    const controller = new AbortController()
    const running = ran(KILL, ['sleep', '60'], {
      signal: controller.signal,
      onStart: () => setImmediate(() => controller.abort()),
    })
    expect(await running).toMatchObject({ signal: 'SIGTERM' })
  })

  it('tells its end, after which an abort sends no signal', async () => {
    const controller = new AbortController()
    const told: (number | string)[] = []
    const onStart = (pid: number): void => void told.push(pid)
    const onEnd = (): void => {
      told.push('ended')
      controller.abort()
    }
    const { pid, status } = await ran(KILL, ['true'], { signal: controller.signal, onStart, onEnd })
    expect([status, told]).toEqual([0, [pid, 'ended']])
  })

  it('yields the error of onEnd', async () => {
    const onEnd = (): never => {
      throw new Error('of the caller')
    }
    await expect(ran(KILL, ['true'], { onEnd })).rejects.toThrow('of the caller')
  })

  it('is ended where onStart throws, as nobody waits for it then', async () => {
    let pid = 0
    const running = runHere(KILL, ['sleep', '60'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      onStart: (started) => {
        pid = started
        throw new Error('of the caller')
      },
    })
    await expect(running).rejects.toThrow('of the caller')
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 5000 }).toBe(false)
  })
})

describe.skipIf(setpriv !== undefined)('run by setpriv', () => {
  it('passes status and output, and names the call', async () => {
    expect(await ran(KILL, ['sh', '-c', 'echo hello; exit 3'], { launcher: 'setpriv' })).toMatchObject({
      launcher: 'setpriv',
      status: 3,
      out: 'hello\n',
    })
    expect(await ran(KILL, PERSONALITY, { launcher: 'setpriv' })).toMatchObject({ signal: 'SIGSYS' })
  })

  it('is not used where the filter refuses what it does itself, and says so', async () => {
    await expect(
      run(refusing('capget', SECCOMP_RET.KILL_PROCESS), ['true'], { launcher: 'setpriv' }),
    ).rejects.toMatchObject({
      code: 'E_NO_LAUNCHER',
      message: expect.stringContaining(
        'setpriv makes calls of its own, and the filter refuses capget',
      ) as string,
    })
    await expect(run([KILL, KILL], ['true'], { launcher: 'setpriv' })).rejects.toThrow(
      'setpriv cannot start a command under this filter: setpriv takes only one filter; leave the launcher out to use another one',
    )
    await expect(run(KILL, ['true'], { launcher: 'setpriv', log: true })).rejects.toThrow('takes no flags')
  })
})

describe.each([
  ['setpriv', setpriv],
  ['bwrap', bwrap],
] as const)('run by %s', (launcher, why) => {
  it.skipIf(why !== undefined)(
    'starts nothing where a word is not UTF-8, which would not arrive',
    async () => {
      await expect(run(KILL, ['true', Uint8Array.of(0xff)], { launcher })).rejects.toMatchObject({
        code: 'E_ARGUMENT',
        message: `word 1 of the command is not UTF-8, and only UTF-8 can be passed to ${launcher}; use the launcher ffi or koffi, which pass bytes unchanged`,
      })
      expect(await ran(KILL, ['printf', '%s', Buffer.from('ü')], { launcher })).toMatchObject({ out: 'ü' })
    },
  )
})

describe.skipIf(setpriv !== undefined)('the files by which a launcher gets filters', () => {
  const before = process.env['TMPDIR']
  afterEach(() => {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  })

  it('are made elsewhere where TMPDIR is not there', async () => {
    process.env['TMPDIR'] = join(folder, 'nowhere')
    expect(await ran(KILL, ['true'], { launcher: 'setpriv' })).toMatchObject({ status: 0 })
  })

  it('are gone when the command has ended, or was not started', async () => {
    process.env['TMPDIR'] = mkdtempSync(join(folder, 'temporary-'))
    expect(await ran(KILL, ['true'], { launcher: 'setpriv' })).toMatchObject({ status: 0 })
    await expect(run(KILL, ['true', 'x'.repeat(1 << 20)], { launcher: 'setpriv' })).rejects.toMatchObject({
      code: 'E_NOT_EXECUTABLE',
      errno: 'E2BIG',
    })
    expect(readdirSync(process.env['TMPDIR'])).toEqual([])
  })
})

describe.skipIf(bwrap !== undefined)('run by bwrap', () => {
  it('passes status and output, under several filters', async () => {
    const command = ['sh', '-c', 'grep Seccomp_filters /proc/self/status; exit 3'] as const
    expect(await ran([KILL, KILL], command, { launcher: 'bwrap' })).toMatchObject({
      launcher: 'bwrap',
      status: 3,
      out: 'Seccomp_filters:\t2\n',
    })
  })

  it('hands no descriptor on', async () => {
    const list = ['sh', '-c', 'ls /proc/self/fd'] as const
    const { out } = await ran(KILL, list, { launcher: 'bwrap' })
    expect(out).toBe('0\n1\n2\n3\n') // 3 is that of ls itself
  })

  it('names the call, and leaves a status that means the same to a command that chose it', async () => {
    const { refused, ...killed } = await ran(KILL, PERSONALITY, { launcher: 'bwrap' })
    // Without the right to read the record, it is the status.
    if (refused === undefined) expect(killed).toMatchObject({ status: 159 })
    else expect({ refused, ...killed }).toMatchObject({ signal: 'SIGSYS', refused: { name: 'personality' } })
    expect(await ran(KILL, ['sh', '-c', 'exit 159'], { launcher: 'bwrap' })).toMatchObject({
      status: 159,
      refused: undefined,
    })
  })

  it('ends the command, not bwrap alone, when it is aborted', async () => {
    const controller = new AbortController()
    let pid = 0
    const running = ran(KILL, ['sleep', '60'], {
      launcher: 'bwrap',
      signal: controller.signal,
      onStart: (started) => {
        pid = started
        setImmediate(() => controller.abort())
      },
    })
    expect(await running).toMatchObject({ pid, status: 128 + 15 })
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })
})
