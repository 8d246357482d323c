import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { kernelAccepts } from '@seccompile/kernel'
import { describe, expect, it } from 'vitest'
import { agreementAnswer } from '../src/commands/oracle.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()

/**
 * The reason why the kernel of this machine cannot be asked. It is printed, so that skipped tests do not look like
 * success.
 */
async function whyNotAsked(): Promise<string | undefined> {
  try {
    await kernelAccepts([])
    return undefined
  } catch (error) {
    const { message } = error as Error
    process.stderr.write(`\n*** NOT RUN: oracle and dump: ${message}\n\n`)
    return message
  }
}
const reason = await whyNotAsked()

const PROFILE = file(
  'p.json',
  JSON.stringify({
    defaultAction: 'SCMP_ACT_KILL_PROCESS',
    architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'],
    syscalls: [
      { names: ['read'], action: 'SCMP_ACT_ALLOW' },
      {
        names: ['personality'],
        action: 'SCMP_ACT_ERRNO',
        errnoRet: 77,
        args: [{ index: 0, value: 0x1_0000_0000, op: 'SCMP_CMP_GE' }],
      },
    ],
  }),
)

const ALLOW = file('allow.bpf', Buffer.from('060000000000ff7f', 'hex'))

describe('oracle --against', () => {
  it('is not decided where no call could be asked about', () => {
    const nothing = { asked: { x86_64: 0, x86: 0 }, notAsked: 3, disagreements: [] }
    const answer = agreementAnswer([], nothing)
    const reason = 'none of the calls at the edges of the filter can be made on this machine'
    expect(answer.status).toBe('undecided')
    expect(answer.remarks).toMatchObject([{ label: 'not decided', text: reason }])
    expect(answer.facts?.()).toEqual({ answer: 'undecided', reason })
  })
})

describe.skipIf(reason !== undefined)('oracle', () => {
  it('says the verdict of the kernel on one call', async () => {
    const verdicts = [
      [['read'], 'x86_64 read: ALLOW, says the kernel\n'],
      [['personality', '0x100000000'], 'x86_64 personality: ERRNO(EBADFD), says the kernel\n'],
      [['personality', '0xffffffff'], 'x86_64 personality: KILL_PROCESS, says the kernel\n'],
      [['--', '-1'], 'x86_64 4294967295: KILL_PROCESS, says the kernel\n'],
      [['--abi', 'x86', 'read'], 'x86 read: ALLOW, says the kernel\n'],
    ] as const
    for (const [words, said] of verdicts)
      expect(await runCli(['oracle', PROFILE, ...words])).toMatchObject({ status: 0, out: said })
  })

  it('speaks to machines', async () => {
    const { out } = await runCli(['oracle', PROFILE, 'personality', '0x100000000', '--json'])
    expect(JSON.parse(out)).toEqual({
      abi: 'x86_64',
      nr: 135,
      name: 'personality',
      verdict: 'ERRNO(77)',
      errno: 'EBADFD',
      ret: 0x0005_004d,
      exempt: false,
    })
  })

  it('compares the interpreter with the kernel', async () => {
    const { status, out } = await runCli(['oracle', PROFILE, '--against'])
    expect(out).toMatch(/^the kernel and the interpreter agree on \d+ calls, \d+ of x86_64 and \d+ of x86\n$/)
    expect(status).toBe(0)
    const json = JSON.parse((await runCli(['oracle', PROFILE, '--against', '--json'])).out)
    expect(json).toMatchObject({ agree: true, disagreements: [] })
  })

  it('compares a filter that does not test the arch with the kernel', async () => {
    const { status, out, err } = await runCli(['oracle', ALLOW, '--against'])
    expect(out).toMatch(/^the kernel and the interpreter agree on [12] calls, 1 of x86_64 and [01] of x86\n$/)
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  it('refuses a question that the kernel cannot be asked, in one line', async () => {
    const refusals = [
      [[], 'expected exactly one of: a call, --against, --rate'],
      [['read', '--rate'], 'expected exactly one of: a call, --against, --rate'],
      [['read', '1', '2', '3', '4', '5', '6', '7'], 'a system call has at most 6 arguments; got 7'],
      [
        ['read', '0x100000000', '--abi', 'x86'],
        'argument 0: 0x100000000 does not fit 32 bits, as arguments of x86 have',
      ],
      [['raed'], '"raed" is no system call of x86_64; did you mean "read"?'],
      [
        ['read', '--abi', 'aarch64'],
        '--abi: the kernel can be asked only about calls of x86_64, x32 and x86; got aarch64',
      ],
      [
        ['read', '--abi', 's390x'],
        `${PROFILE}: is a filter for big-endian machines, and this kernel runs none`,
      ],
    ] as const
    for (const [words, message] of refusals) {
      const { status, out, err } = await runCli(['oracle', PROFILE, ...words])
      expect([status, out, err.trimEnd().split('\n').at(-1)]).toEqual([2, '', `error: ${message}`])
    }
  })

  it('names the instruction for which the kernel would refuse a filter', async () => {
    writeFileSync(at('bad.bpf'), Buffer.from('2000000002000000060000000000ff7f', 'hex'))
    const { status, err } = await runCli(['oracle', at('bad.bpf'), 'read'])
    expect(status).toBe(2)
    expect(err).toContain('the kernel would refuse this program: pc 0: loads the word at byte 2')
  })
})

describe.skipIf(reason !== undefined)('oracle, where there is no room for what it hands over', () => {
  const asked = `"${process.execPath}" "${COMMAND}" oracle "${ALLOW}" getppid`
  const shell = (line: string, ...before: readonly string[]): readonly [number | null, string] => {
    const words = [...before, 'sh', '-c', line]
    const { status, stdout, stderr } = spawnSync('env', words, { encoding: 'utf8' })
    return [status, stdout + stderr]
  }

  it('says so, and does not call it a fault of its own', () => {
    const [status, said] = shell(`ulimit -f 100; ${asked}`)
    expect(said).toMatch(
      /^error: cannot ask the kernel: no file of 3\.6 MB can be made in \/dev\/shm: EFBIG, or in .*: EFBIG\n$/,
    )
    expect(status).toBe(2)
  })

  it('goes on to the next folder', ({ skip }) => {
    const full = (size: string, line: string): readonly [number | null, string] =>
      shell(`mount -t tmpfs -o size=${size} tmpfs /dev/shm && ${line}`, 'unshare', '-rm')
    const [unshared, why] = full('8k', 'true')
    skip(unshared !== 0, why)
    // The helper once died at these sizes: there was no room for its pages.
    for (const size of ['8k', '2m', '3m'])
      expect(full(size, asked)).toEqual([0, 'x86_64 getppid: ALLOW, says the kernel\n'])
  })
})

/** A program that attaches the filters in its arguments, in hexadecimal, and waits. */
const ATTACH = `
import ctypes, sys, time
libc = ctypes.CDLL(None)
libc.prctl(38, 1, 0, 0, 0)
class Prog(ctypes.Structure): _fields_ = [('len', ctypes.c_ushort), ('filter', ctypes.c_char_p)]
for text in sys.argv[1:]:
    code = bytes.fromhex(text)
    assert libc.syscall(317, 1, 0, ctypes.byref(Prog(len(code) // 8, code))) == 0
print('ready', flush=True)
time.sleep(100)
`

const CAP_SYS_ADMIN = 21n

/** The reason why this process may not read the filters of other processes. */
function whyNotTold(): string | undefined {
  const text = readFileSync('/proc/self/status', 'utf8')
  const capable = (BigInt(`0x${/^CapEff:\t(.*)$/m.exec(text)![1]!}`) >> CAP_SYS_ADMIN) & 1n
  if (capable === 0n) return 'it takes CAP_SYS_ADMIN'
  return /^Seccomp:\t0$/m.test(text) ? undefined : 'this process is under a filter itself'
}

async function whyNotDumped(): Promise<string | undefined> {
  if (reason !== undefined) return reason
  const [status] = await once(
    spawn('python3', ['-c', '']).on('error', () => undefined),
    'close',
  )
  const lack = status === 0 ? whyNotTold() : 'there is no python3'
  if (lack !== undefined) process.stderr.write(`\n*** NOT RUN: dump: ${lack}\n\n`)
  return lack
}
const whyNot = await whyNotDumped()

describe.skipIf(whyNot !== undefined)('dump', () => {
  const first = '060000000000ff7f'
  const second = '200000000000000015000001e7030000060000000000ff7f060000000100ff7f'

  it('writes the filters of a process byte for byte, the oldest first, and they are a stack', async () => {
    const child = spawn('python3', ['-c', ATTACH, first, second], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await once(child.stdout, 'data')
      const folder = at('of/process')
      const { status, out } = await runCli(['dump', String(child.pid), '-o', folder])
      expect({ status, out }).toEqual({
        status: 0,
        out: `${folder}/1.bpf: 1 instructions\n${folder}/2.bpf: 4 instructions\n`,
      })
      expect(readFileSync(`${folder}/1.bpf`, 'hex')).toBe(first)
      expect(readFileSync(`${folder}/2.bpf`, 'hex')).toBe(second)
      const json = JSON.parse((await runCli(['dump', String(child.pid), '--json'])).out)
      expect(json).toEqual({ pid: child.pid, filters: [{ insns: 1 }, { insns: 4 }] })
      writeFileSync(`${folder}/3.bpf`, '')
      expect((await runCli(['dump', String(child.pid), '-o', folder])).err).toBe(
        `warning: ${folder}/3.bpf is not a filter of this process: it is left over from another dump\n`,
      )
    } finally {
      child.kill('SIGKILL')
    }
  })

  it('says that a process has no filter, that there is none such, and what is no id', async () => {
    const folder = at('none')
    expect(await runCli(['dump', String(process.ppid), '-o', folder])).toMatchObject({
      status: 1,
      err: `error: process ${process.ppid} has no filter\n`,
    })
    expect(await runCli(['dump', '4194303'])).toMatchObject({
      status: 2,
      err: 'error: cannot read the filters of process 4194303: there is no such process\n',
    })
    expect(await runCli(['dump', 'all'])).toMatchObject({
      status: 2,
      err: 'error: expected the id of a process; got "all"\n',
    })
  })
})
