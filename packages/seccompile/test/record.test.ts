import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { main } from '../src/main.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at } = temporaryFolder()
const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing) process.stderr.write('\n*** NOT RUN: seccompile record: there is neither FFI nor koffi\n\n')

describe.skipIf(isMissing)('seccompile record', () => {
  it('writes the recording to standard output by -o -', async () => {
    const { status, out, err } = await runCli(['record', '-o', '-', '--', 'true'])
    expect([status, err]).toEqual([0, 'note: not seen: exit, exit_group, rt_sigreturn, sigreturn\n'])
    expect(out).toMatch(/^\{"format":"seccompile-recording",.*\n(?:.*\n)*.*"call":"execve"/)
  })

  it('shows on a terminal the calls, the different ones, and the time of the newest', async () => {
    let err = ''
    const io = { out: () => {}, outBytes: () => {}, outIsTerminal: false, errIsTerminal: true }
    const words = ['record', '-o', at('shown.ndjson'), '--', 'sleep', '0.2']
    expect(await main(words, { ...io, err: (text) => (err += text), env: { NO_COLOR: '1' } })).toBe(0)
    const [first = '', ...more] = err.split('\r\u001B[K').slice(1)
    expect(first).toMatch(/^\d+ calls, \d+ different, the newest at \d\d:\d\d:\d\d$/)
    expect(more.at(-1)).toMatch(/^note: not seen: /)
  })

  it('starts nothing where there is no folder for the recording', async () => {
    const { status, err } = await runCli(['record', '-o', at('none/r.ndjson'), '--', 'touch', at('ran')])
    expect(status).toBe(125)
    expect(err).toMatch(/none\/r\.ndjson: cannot be written: its folder does not exist; nothing was started/)
    expect(existsSync(at('ran'))).toBe(false)
  })

  it.skipIf(!existsSync('/dev/full'))('keeps the recording where the disk is full', async () => {
    const { status, err } = await runCli(['record', '-o', '/dev/full', '--', 'true'])
    expect(status).toBe(125)
    expect(err).toContain('/dev/full: cannot be written: no space left')
    const [, path = ''] = /the recording is in (\S+)/.exec(err) ?? []
    expect(readFileSync(path, 'utf8')).toContain('"call":"execve"')
    rmSync(dirname(path), { recursive: true })
  })

  it('offers strace where the kernel gives no listener', () => {
    const { status, stderr } = underRefusing('seccomp', ['record', '--', 'touch', at('watched')])
    expect(status).toBe(125)
    expect(stderr).toMatch(/^error: .*EPERM.*; "record --by strace" needs none of it, only strace\n$/)
    expect(existsSync(at('watched'))).toBe(false)
  })

  it('offers no strace where there is no /proc, which strace needs too', ({ skip }) => {
    const hidden = (...words: readonly string[]): { status: number | null; stderr: string } =>
      spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', HIDE_PROC, 'sh', ...words], {
        encoding: 'utf8',
      })
    skip(hidden('true').status !== 0, 'this user may not hide /proc from a process')
    const { status, stderr } = hidden(process.execPath, COMMAND, 'record', '--', 'true')
    expect(status).toBe(125)
    expect(stderr).toMatch(/^error: .*\/proc.*; mount \/proc\n$/)
  })

  it('offers no strace where no process can be started, as strace is one', () => {
    const CLONE_THREAD = 0x10000
    const noProcess = [
      { names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: constants.errno.ENOSYS },
      {
        names: ['clone'],
        action: 'SCMP_ACT_ERRNO',
        errnoRet: constants.errno.EAGAIN,
        args: [{ index: 0, value: CLONE_THREAD, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
      },
    ]
    const { status, stderr } = under('no-process', noProcess, ['record', '--', 'true'])
    expect(status).toBe(125)
    expect(stderr).toMatch(/^error: no process can be started: EAGAIN\nno further process .*\n$/)
  })
})

const HIDE_PROC = 'mount -t tmpfs none /proc && exec "$@"'

/** The command under a filter that refuses `call` with EPERM. */
const underRefusing = (call: string, words: readonly string[]): ReturnType<typeof under> =>
  under(`no-${call}`, [{ names: [call], action: 'SCMP_ACT_ERRNO', errnoRet: constants.errno.EPERM }], words)

/** The command under a filter that allows all but `syscalls`. */
function under(
  name: string,
  syscalls: readonly object[],
  words: readonly string[],
): { status: number | null; stderr: string } {
  const policy = at(`${name}.json`)
  writeFileSync(policy, JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', syscalls }))
  const { status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, 'run', policy, '--', process.execPath, COMMAND, ...words],
    { encoding: 'utf8' },
  )
  // Warnings about the profile come first.
  return { status, stderr: stderr.replaceAll(/^(?:warning|note): .*\n/gm, '') }
}

const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
if (!hasStrace)
  process.stderr.write(
    '\n*** NOT RUN: seccompile record --by strace: strace is missing, or may not trace\n\n',
  )

describe.skipIf(!hasStrace)('seccompile record --by strace', () => {
  it('writes a recording, and ends as the command does', async () => {
    const words = ['record', '--by', 'strace', '--scenario', 's', '-o', '-', '--', 'sh', '-c', 'exit 3']
    const { status, out, err } = await runCli(words)
    expect([status, err]).toEqual([3, ''])
    const [head = '', ...rows] = out.trim().split('\n')
    expect(JSON.parse(head)).toMatchObject({ source: 'strace', scenario: 's', unseen: [] })
    expect(rows.join('\n')).toMatch(
      /"call":"exit_group","program":"sh","args":\["0x3"\],"count":1,"first":1\d{12}/,
    )
  })

  it('has a status for a command that is not there', async () => {
    const { status, err } = await runCli(['record', '--by', 'strace', '--', 'nosuchcommand'])
    expect([status, err]).toEqual([127, 'error: nosuchcommand: no such command\n'])
  })

  it.skipIf(isMissing)('says that strace may not trace, and starts nothing', () => {
    const { status, stderr } = underRefusing('ptrace', [
      'record',
      '--by',
      'strace',
      '--',
      'touch',
      at('traced'),
    ])
    expect(status).toBe(125)
    expect(stderr).toMatch(
      /^error: strace may not trace a command here: .*Operation not permitted; nothing was started\n$/,
    )
    expect(existsSync(at('traced'))).toBe(false)
  })
})

describe('seccompile record --by strace without a strace', () => {
  const { PATH = '' } = process.env
  /** The error where the folder of `strace` is the only one of PATH. */
  function errorWith(strace: string | undefined): unknown {
    if (strace !== undefined) writeFileSync(at('strace'), strace, { mode: 0o755 })
    const args = [COMMAND, 'record', '--by', 'strace', '--', '/bin/true']
    const path = strace === undefined ? at('nowhere') : `${at('.')}:${PATH}`
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: path } })
    return [status, stderr]
  }

  it.each([
    [undefined, 'strace is not installed; install strace 6 or newer'],
    ['#!/bin/sh\necho "strace: unrecognized option: absolute" >&2; exit 1\n', 'strace 6 or newer is needed: unrecognized option: absolute'],
    ['#!/bin/sh\nexit 0\n', 'strace 6 or newer is needed: this one shows no call of a command'],
  ])('says so: %j', (strace, message) => {
    expect(errorWith(strace)).toEqual([125, `error: ${message}; nothing was started\n`])
  }) // prettier-ignore
})
