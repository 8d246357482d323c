/*
 * The preset `container-default` on the running kernel: ordinary programs run under it, and what it refuses fails with
 * the error that it promises.
 */
import { containerDefault } from '@seccompile/presets'
import { describe, expect, it } from 'vitest'
import { errorsUnder, nativeFilter, under } from './under.ts'
import { whyNotRun } from './why-not-run.ts'

const reason = await whyNotRun('programs under the preset container-default', 'koffi')
const program = nativeFilter(containerDefault)

const AF_INET = 2
const AF_ALG = 38
const AF_VSOCK = 40
const SOCK_STREAM = 1
const SOCK_SEQPACKET = 5
const CLONE_NEWUSER = 0x1000_0000
const UNAME26 = 0x20000

describe.skipIf(reason !== undefined)('container-default on the kernel', () => {
  it('lets a shell, Node and ls run', async () => {
    expect(await under(program, '/bin/sh', '-c', 'echo hello | cat; (exit 5)')).toEqual({
      status: 5,
      out: 'hello\n',
    })
    expect(await under(program, process.execPath, '-e', 'setTimeout(() => console.log(6 * 7), 1)')).toEqual({
      status: 0,
      out: '42\n',
    })
    const listed = await under(program, 'ls', '-l', '/')
    expect(listed.status).toBe(0)
    expect(listed.out).toContain('etc')
  })

  it('refuses mount, unshare, personalities and sockets of the kernel with EPERM, clone3 with ENOSYS', async () => {
    expect(
      await errorsUnder(program, [
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
      await errorsUnder(program, [
        ['personality', 0xffff_ffff],
        ['personality', UNAME26],
        ['socket', AF_INET, SOCK_STREAM],
      ]),
    ).toEqual(['ok', 'ok', 'ok'])
  })
})
