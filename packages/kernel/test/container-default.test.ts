/*
 * The preset `container-default` on the running kernel: ordinary programs run under it, and what it refuses fails with
 * the error that it promises. The calls are made by Node through koffi, so no other language is needed.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '@seccompile/compiler'
import { containerDefault, policyTables } from '@seccompile/policy'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nativeAbi } from '../src/native-abi.ts'
import { run } from '../src/launch/run.ts'
import { whyNotRun } from './why-not-run.ts'

const reason = await whyNotRun('programs under the preset container-default', 'koffi')
const folder = join(tmpdir(), `seccompile-${randomUUID()}`)
beforeAll(() => {
  mkdirSync(folder, { mode: 0o700 })
})
afterAll(() => rmSync(folder, { recursive: true }))

const table = abiTable(nativeAbi().token as AbiToken) // one of the tables: see native-abi.test.ts
const { program } = compile(containerDefault, { abis: policyTables(containerDefault, table.token) })

/** How a command under the filter ends, and what it says. */
async function under(...command: readonly [string, ...string[]]): Promise<{ status: unknown; out: string }> {
  const file = join(folder, 'out')
  const fd = openSync(file, 'w')
  try {
    const { status, signal } = await run(program, command, { stdio: ['ignore', fd, fd] })
    return { status: status ?? signal, out: readFileSync(file, 'utf8') }
  } finally {
    closeSync(fd)
  }
}

/** Names of the errors that system calls fail with under the filter; `ok` where one does not. */
async function errors(calls: readonly (readonly [string, ...number[]])[]): Promise<readonly string[]> {
  const koffi = createRequire(import.meta.url).resolve('koffi')
  const made = calls.map(([name, ...args]) => [numberOf(table, name), ...args, 0, 0, 0, 0, 0].slice(0, 6))
  const script = `
    const koffi = require(${JSON.stringify(koffi)})
    const syscall = koffi.load(null).func('syscall', 'long', Array(6).fill('ulong'))
    const names = Object.entries(require('node:os').constants.errno)
    const errorOf = (args) => syscall(...args) !== -1 ? 'ok'
      : names.find(([, value]) => value === koffi.errno())?.[0]
    console.log(JSON.stringify(${JSON.stringify(made)}.map(errorOf)))`
  const { out } = await under(process.execPath, '-e', script)
  return JSON.parse(out) as readonly string[]
}

const AF_INET = 2
const AF_ALG = 38
const AF_VSOCK = 40
const SOCK_STREAM = 1
const SOCK_SEQPACKET = 5
const CLONE_NEWUSER = 0x1000_0000
const UNAME26 = 0x20000

describe.skipIf(reason !== undefined)('container-default on the kernel', () => {
  it('lets a shell, Node and ls run', async () => {
    expect(await under('/bin/sh', '-c', 'echo hello | cat; (exit 5)')).toEqual({ status: 5, out: 'hello\n' })
    expect(await under(process.execPath, '-e', 'setTimeout(() => console.log(6 * 7), 1)')).toEqual({
      status: 0,
      out: '42\n',
    })
    const listed = await under('ls', '-l', '/')
    expect(listed.status).toBe(0)
    expect(listed.out).toContain('etc')
  })

  it('refuses mount, unshare, personalities and sockets of the kernel with EPERM, clone3 with ENOSYS', async () => {
    expect(
      await errors([
        ['mount'],
        ['unshare', CLONE_NEWUSER],
        ['personality', 1],
        ['socket', AF_ALG, SOCK_SEQPACKET],
        ['socket', AF_VSOCK, SOCK_STREAM],
        ['clone3'],
      ]),
    ).toEqual(['EPERM', 'EPERM', 'EPERM', 'EPERM', 'EPERM', 'ENOSYS'])
  })

  it('allows what differs from that in an argument only', async () => {
    expect(
      await errors([
        ['personality', 0xffff_ffff],
        ['personality', UNAME26],
        ['socket', AF_INET, SOCK_STREAM],
      ]),
    ).toEqual(['ok', 'ok', 'ok'])
  })
})
