/*
 * Bits that the kernel ignores. A policy with names of arguments refuses a call whatever these bits are: on the
 * running kernel, and in the interpreter for both byte orders. A policy with indices shows that the kernel does
 * ignore the bits: the policy lets the calls run.
 */
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { meaning } from '@seccompile/interpreter'
import { run } from '@seccompile/kernel'
import { numberOf, abiTable } from '@seccompile/syscalls'
import type { AbiToken, SyscallName } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { AF_UNIX, all, arg, CLONE_NEWNET, CLONE_NEWUSER, compile, errno, policy, S_ISUID, SOCK_STREAM, SOCK_TYPE_MASK, TIOCSTI } from 'seccompile' // prettier-ignore
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()

/** The first policy of a newcomer, with refusals of a request, a mode and a negative number. */
const byName = policy({ default: 'allow', unknown: errno('ENOSYS') })
  .deny('socket', ({ family }) => family.notIn(AF_UNIX))
  .deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET))
  .deny('socketpair', ({ family, type }) =>
    all(family.eq(AF_UNIX), type.masked(SOCK_TYPE_MASK).ne(SOCK_STREAM)),
  )
  .deny('ioctl', ({ cmd }) => cmd.eq(TIOCSTI))
  .deny('chmod', ({ mode }) => mode.hasAny(S_ISUID))
  .deny('kill', ({ pid }) => pid.lt(0))

const byIndex = policy({ default: 'allow' })
  .deny('socket', arg(0).in(2, 10, 16))
  .deny('ioctl', arg(1).eq(0x5412))
  .deny('chmod', arg(1).eq(0o4755))
  .deny('kill', arg(0).ge(0xffff_ffff_8000_0000n))

/** A call, as its name and its arguments. */
type CheckedCall = readonly [name: SyscallName, ...args: readonly bigint[]]

/** High halves of a register. */
const HALVES = [0n, 1n, 0x8000_0000n, 0xffff_ffffn].map((half) => half << 32n)

const sockets = (family: bigint): readonly CheckedCall[] =>
  HALVES.map((high) => ['socket', high | family, 1n])
/** The calls are on a file descriptor that is not open. */
const requests = (request: bigint): readonly CheckedCall[] =>
  HALVES.map((high) => ['ioctl', 0xffff_ffffn, high | request])
/** The calls are on a path at address 0. */
const modes = (mode: bigint): readonly CheckedCall[] =>
  [0n, 1n << 16n, ...HALVES].map((high) => ['chmod', 0n, high | mode])
/** Signal 0 only tests whether the process exists. */
const kills = (pid: bigint): readonly CheckedCall[] => HALVES.map((high) => ['kill', high | pid, 0n])

/**
 * The reason why no command can run under a filter here; `undefined` if one can. The tests print it, so that nobody
 * overlooks it.
 */
async function whyNotRun(): Promise<string | undefined> {
  try {
    const { program } = compile(byName, { abis: ['x86_64'] })
    const { status } = await run(program, ['true'], {
      launcher: 'koffi',
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    if (process.arch !== 'x64')
      throw new Error(`the numbers of the calls are those of x64, not of ${process.arch}`)
    if (status === 0) return undefined
    throw new Error(`"true" under the filter ends with ${status}`)
  } catch (error) {
    const { message } = error as Error
    process.stderr.write(`\n*** NOT RUN: calls with ignored bits on the kernel: ${message}\n\n`)
    return message
  }
}
const reason = await whyNotRun()

/** The names of the errors with which the calls fail under the filter; `ok` for a call that does not fail. */
async function errors(program: Program, made: readonly CheckedCall[]): Promise<readonly string[]> {
  const koffi = createRequire(import.meta.url).resolve('koffi')
  const table = abiTable('x86_64')
  const calls = made.map(([name, ...args]) => [numberOf(table, name)!, ...args.map(String)])
  const script = `
    const koffi = require(${JSON.stringify(koffi)})
    const syscall = koffi.load(null).func('syscall', 'long', Array(7).fill('uint64_t'))
    const names = Object.entries(${JSON.stringify(constants.errno)})
    const answers = ${JSON.stringify(calls)}.map((call) => {
      const words = [...call.map(BigInt), 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 7)
      return Number(syscall(...words)) !== -1 ? 'ok' : names.find(([, value]) => value === koffi.errno())?.[0]
    })
    console.log(JSON.stringify(answers))`
  const fd = openSync(at('out'), 'w')
  try {
    const { status } = await run(program, [process.execPath, '-e', script], { stdio: ['ignore', fd, fd] })
    expect([status, readFileSync(at('out'), 'utf8')]).toEqual([0, expect.stringMatching(/^\[.*\]\n$/)])
    return JSON.parse(readFileSync(at('out'), 'utf8')) as readonly string[]
  } finally {
    closeSync(fd)
  }
}

/** The distinct answers to the calls `made`. */
const distinct = async (program: Program, made: readonly CheckedCall[]): Promise<readonly string[]> => [
  ...new Set(await errors(program, made)),
]

describe.skipIf(reason !== undefined)('on the running kernel', () => {
  const { program } = compile(byName, { abis: ['x86_64'] })
  const raw = compile(byIndex, { abis: ['x86_64'] }).program
  const atWidth = compile(byIndex, { abis: ['x86_64'], widths: 'kernel' }).program

  it('the first policy of a newcomer refuses socket(0x100000002)', async () => {
    expect(await errors(program, [['socket', 0x1_0000_0002n, 1n]])).toEqual(['EPERM'])
    expect(await distinct(program, [...sockets(2n), ...sockets(10n)])).toEqual(['EPERM'])
    expect(await distinct(program, sockets(1n))).toEqual(['ok'])
  })

  it('a policy by index lets it open a socket of AF_INET, and refuses it with widths: kernel', async () => {
    expect(await errors(raw, sockets(2n))).toEqual(['EPERM', 'ok', 'ok', 'ok'])
    expect(await distinct(atWidth, sockets(2n))).toEqual(['EPERM'])
  })

  it('a request of ioctl with high bits is refused', async () => {
    expect(await distinct(program, requests(0x5412n))).toEqual(['EPERM'])
    expect(await distinct(program, requests(0x5413n))).toEqual(['EBADF'])
    expect(await errors(raw, requests(0x5412n))).toEqual(['EPERM', 'EBADF', 'EBADF', 'EBADF'])
    expect(await distinct(atWidth, requests(0x5412n))).toEqual(['EPERM'])
  })

  it('a mode with bits above its 16 is refused', async () => {
    expect(await distinct(program, modes(0o4755n))).toEqual(['EPERM'])
    expect(await distinct(program, modes(0o755n))).toEqual(['EFAULT'])
    expect(await errors(raw, modes(0o4755n))).toEqual([
      'EPERM',
      'EFAULT',
      'EPERM',
      'EFAULT',
      'EFAULT',
      'EFAULT',
    ])
    expect(await distinct(atWidth, modes(0o4755n))).toEqual(['EPERM'])
  })

  it('a negative int is refused, extended or not', async () => {
    const group = 0x8000_0007n // no process id, and so no group id, is that large
    expect(await distinct(program, kills(group))).toEqual(['EPERM'])
    expect(await distinct(program, kills(BigInt(process.pid)))).toEqual(['ok'])
    expect(await errors(raw, kills(group))).toEqual(['ESRCH', 'ESRCH', 'ESRCH', 'EPERM'])
    expect(await distinct(atWidth, kills(group))).toEqual(['EPERM'])
  })
})

describe.each(['x86_64', 'ppc64', 's390x', 'mips64'] as const)(
  'by the interpreter, on %s',
  (token: AbiToken) => {
    const table = abiTable(token)
    const { program } = compile(byName, { abis: [token] })
    const verdicts = (made: readonly CheckedCall[]): readonly number[] => [
      ...new Set(
        made.map(([name, ...args]) =>
          meaning(
            program,
            seccompData({ nr: numberOf(table, name)!, arch: table.auditArch, args }),
            table.endianness,
          ),
        ),
      ),
    ]
    const [ALLOW, EPERM] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
    /** TIOCSTI on the ABI. */
    const request = token === 'mips64' ? 0x5472n : 0x5412n

    it('ignored bits change no verdict', () => {
      expect(verdicts([...sockets(2n), ...requests(request), ...modes(0o4755n), ...kills(0x8000_0007n)])).toEqual([EPERM]) // prettier-ignore
      expect(verdicts([...sockets(1n), ...requests(request + 1n), ...modes(0o755n), ...kills(7n)])).toEqual([ALLOW]) // prettier-ignore
    })
  },
)
