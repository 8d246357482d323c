import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { BPF, verdictOf } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { benchAttach } from '@seccompile/clock'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const allowing = [{ code: 0x06, jt: 0, jf: 0, k: verdictOf('ALLOW') }]

/** The reason why this machine cannot time filters. It is printed, so that skipped tests do not look like success. */
async function whyNot(): Promise<string | undefined> {
  try {
    await benchAttach([{ name: 'allow', programs: [allowing] }], { rounds: 1 })
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`\n*** NOT RUN: seccompile bench: ${why}\n\n`)
    return why
  }
}

const unable = (await whyNot()) !== undefined
const folder = temporaryFolder()
const allow = folder.file('allow.bpf', encode(allowing, 'little'))
const refusing = [{ code: 0x06, jt: 0, jf: 0, k: verdictOf('ERRNO', 1) }]
const refuse = folder.file('refuse.bpf', encode(refusing, 'little'))
const SECCOMP = 317
const noSeccomp = folder.file(
  'no-seccomp.bpf',
  encode(
    [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: SECCOMP },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('KILL_PROCESS') },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
    ],
    'little',
  ),
)
const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))

describe.skipIf(unable)('bench', () => {
  it('times getppid, which is made, and the attach', async () => {
    const { status, out, err } = await runCli(['bench', '--rounds', '1', allow, allow])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(/getppid +as it is +no filter/)
    expect(out).toMatch(/getppid +bitmap defeated +\S+allow\.bpf \(2\)/)
    expect(out).toMatch(/noise: one filter measured twice differs by/)
  })

  it('times other calls without making them, and says so', async () => {
    const { status, out, err } = await runCli(
      ['bench', '--rounds', '1', '--call', 'exit_group', `${allow},${allow}`, '--json'], // prettier-ignore
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      rows: [
        { call: 'exit_group', mode: 'answered', filter: 'ret ALLOW' },
        { call: 'exit_group', mode: 'answered', filter: `${allow},${allow}` },
      ],
      attach: [{ insns: 2 }],
      noise: [{ mode: 'answered' }, { mode: 'attach' }],
    })
    expect(err).toBe('')
    const text = await runCli(['bench', '--rounds', '1', '--call', 'exit_group', allow])
    expect(text.err).toContain('calls that would have an effect are not executed')
  })

  it('names the filter that refuses a call which bench makes', async () => {
    const calls = ['--call', 'getppid', '--call', 'getuid'] as const
    const { status, out, err } = await runCli(['bench', '--rounds', '1', ...calls, allow, refuse])
    expect(status).toBe(0)
    expect(out).toMatch(/getuid +as it is +\S+refuse\.bpf/)
    expect(out).toMatch(
      /\nmeasured +difference\nas it is +\S+ %.*\nbitmap defeated +\S+ %.*\nattach +\S+ %\n$/,
    )
    expect(err).toBe(
      `note: ${refuse}: answers getppid, getuid with ERRNO(EPERM), so the kernel does not execute these calls; their rows lack the time of the call, and may be below the rows of "ret ALLOW"\n`,
    )
    const json = await runCli(['bench', '--rounds', '1', `${allow},${refuse}`, '--json'])
    const { rows } = JSON.parse(json.out) as { rows: readonly Record<string, unknown>[] }
    expect(rows.slice(0, 3).map(({ filter, verdict }) => [filter, verdict])).toEqual([
      ['no filter', 'ALLOW'],
      ['ret ALLOW', 'ALLOW'],
      [`${allow},${refuse}`, 'ERRNO(1)'],
    ])
    expect(json.err).toBe('')
  })

  it('names the attach where a filter above the process kills for it (the message named "ret ALLOW" and getppid)', ({
    skip,
  }) => {
    const bench = [process.execPath, COMMAND, 'bench', '--rounds', '1', allow]
    const args = [COMMAND, 'run', noSeccomp, '--', ...bench]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    skip(status === 125, stderr)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(
      /^error: (no filter|ret ALLOW|\S+allow\.bpf): the process ended by SIGSYS before the filter was attached: a filter already attached to this process kills for a call that the measurement needs: seccomp, prctl or sched_setaffinity\n$/,
    )
  })
})

it.each([
  [['nope.bpf'], 'nope.bpf: cannot be read: no such file'],
  [[allow, '--rounds', '0'], '--rounds: expected a whole number from 1 to 10000; got "0"'],
  [[allow, '--rounds', '1e3'], '--rounds: expected a whole number from 1 to 10000; got "1e3"'],
  [[allow, '--cpu', 'x'], '--cpu: expected a whole number from 0 to 1023; got "x"'],
  [[allow, '--call', 'opennat'], '"opennat" is no system call of x86_64; did you mean "openat"?'],
  [
    [allow, '--call', 'read', '--abi', 'aarch64'],
    '--abi: only calls of x86_64, x32 and x86 can be timed; got aarch64',
  ],
  [
    ['--abi', 's390x', 'preset:container-default'],
    'preset:container-default: is a filter for big-endian machines',
  ],
] as const)('refuses bench %j', async (args, message) => {
  const { status, out, err } = await runCli(['bench', ...args])
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(message)
})
