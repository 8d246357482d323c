/*
 * The presets that are lists of refused calls, on the running kernel. What they refuse is asked with arguments that the
 * kernel refuses for another reason, such as descriptor -1, so that the errno tells who refused: EBADF is the kernel.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AF_ALG, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_UNIX, AF_VSOCK } from '@seccompile/constants/af'
import { CLONE_FS, CLONE_NEWNS, CLONE_NEWUSER, CLONE_SIGHAND } from '@seccompile/constants/clone'
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { TIOCGWINSZ, TIOCLINUX, TIOCSTI } from '@seccompile/constants/ioctl'
import {
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_PACKET,
  SOCK_RAW,
  SOCK_SEQPACKET,
  SOCK_STREAM,
} from '@seccompile/constants/sock'
import {
  noExoticSockets,
  noIoUring,
  noNetwork,
  noNewNamespaces,
  noTracing,
  noTtyInjection,
  noUnixSockets,
  unixSocketsOnly,
} from '@seccompile/presets'
import type { Policy } from '@seccompile/policy'
import { numberOf } from '@seccompile/syscalls'
import { afterAll, describe, expect, it } from 'vitest'
import { errorsUnder, nativeFilter, nativeTable, under } from './under.ts'
import { whyNotRun } from './why-not-run.ts'
import { sayNotRun } from './why-not.ts'

const reason = await whyNotRun('programs under the presets no-… and unix-sockets-only', 'koffi')

const folder = mkdtempSync(join(tmpdir(), 'seccompile-presets-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The value of constants on this machine, joined by or. */
const of = (...constants: readonly Constant[]): number =>
  constants.reduce((all, constant) => all | valueOn(constant, nativeTable.token)!, 0) // all exist everywhere
const stream = of(SOCK_STREAM)
const dgram = of(SOCK_DGRAM)
const seqpacket = of(SOCK_SEQPACKET)

/** `value` with high bits that the kernel does not read. */
const high = (value: number): bigint => (1n << 32n) | BigInt(value)

/** A descriptor that is none: 0xffffffff as an int. */
const NONE = 0xffff_ffff

/** What a Node program prints under `policy`. */
async function node(policy: Policy, script: string): Promise<string> {
  const { out, status } = await under(nativeFilter(policy), process.execPath, '-e', script)
  return status === 0 ? out.trimEnd() : `${String(status)}: ${out}`
}

describe.skipIf(reason !== undefined)('no-network on the kernel', () => {
  const program = nativeFilter(noNetwork)

  it('refuses sockets, connect, addresses and datagram pairs, and makes connected pairs', async () => {
    expect(
      await errorsUnder(program, [
        ['socket', of(AF_INET), stream],
        ['socket', of(AF_UNIX), stream],
        ['socket', high(of(AF_NETLINK)), dgram],
        ['connect', NONE],
        ['sendto', NONE, 0, 0, 0, 1, 16],
        ['sendto', NONE, 0, 0, 0, 0, 0],
        ['socketpair', of(AF_UNIX), dgram],
        ['socketpair', of(AF_INET), stream],
        ['socketpair', high(of(AF_UNIX)), stream],
        ['socketpair', of(AF_UNIX), seqpacket | of(SOCK_CLOEXEC)],
        ['sendmsg', NONE],
        ['io_uring_setup'],
        ['io_uring_enter', NONE],
      ]),
    ).toEqual([
      'EACCES', 'EACCES', 'EACCES', 'EACCES', 'EACCES', 'EBADF', 'EACCES', 'EACCES', 'EFAULT', 'EFAULT', 'EBADF',
      'ENOSYS', 'ENOSYS',
    ]) // prettier-ignore
  })

  it('lets Node talk to a child process through its pipes, and pass it messages', async () => {
    const script = `
      const { execFileSync, fork } = require('node:child_process')
      if (process.send) process.on('message', (text) => process.send(text + ' back', () => process.disconnect()))
      else {
        console.log(execFileSync('cat', { input: 'through pipes' }).toString())
        const child = fork(process.argv[1])
        child.on('message', (text) => console.log(text))
        child.send('there and')
      }`
    const file = join(folder, 'talk.cjs')
    writeFileSync(file, script)
    expect(await under(program, process.execPath, file)).toEqual({
      status: 0,
      out: 'through pipes\nthere and back\n',
    })
  })

  it('lets sendto run on a socketpair without an address', async () => {
    const script = `
      const libc = require(${JSON.stringify(createRequire(import.meta.url).resolve('koffi'))}).load(null)
      const socketpair = libc.func('socketpair', 'int', ['int', 'int', 'int', 'void *'])
      const sendto = libc.func('sendto', 'long', ['int', 'void *', 'ulong', 'int', 'void *', 'uint'])
      const recv = libc.func('recv', 'long', ['int', 'void *', 'ulong', 'int'])
      const [pair, bytes] = [new Int32Array(2), Buffer.alloc(5)]
      console.log(socketpair(1, ${stream}, 0, pair), sendto(pair[0], Buffer.from('hello'), 5, 0, null, 0))
      console.log(recv(pair[1], bytes, 5, 0), bytes.toString(), sendto(pair[0], bytes, 5, 0, bytes, 5))`
    expect(await node(noNetwork, script)).toBe('0 5\n5 hello -1')
  })

  it('tells Node that a connection is not permitted', async () => {
    const script =
      "require('node:net').connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code)).on('connect', () => console.log('connected'))"
    expect(await node(noNetwork, script)).toBe('EACCES')
  })
})

describe.skipIf(reason !== undefined)('unix-sockets-only on the kernel', () => {
  it('refuses sockets of other families, whatever the high bits of the register', async () => {
    const families = [AF_INET, AF_NETLINK, AF_ALG, AF_VSOCK].map((family) => of(family))
    const calls = families.flatMap((family) =>
      [BigInt(family), high(family)].map((each) => ['socket', each, stream] as const),
    )
    const errors = await errorsUnder(nativeFilter(unixSocketsOnly), [
      ...calls,
      ['socketpair', high(of(AF_INET)), stream],
      ['socket', of(AF_UNIX), stream],
      ['socket', high(of(AF_UNIX)), dgram],
      ['socketpair', of(AF_UNIX), stream],
      ['io_uring_setup'],
    ])
    expect(errors).toEqual([
      ...Array<string>(calls.length + 1).fill('EAFNOSUPPORT'), 'ok', 'ok', 'EFAULT', 'ENOSYS',
    ]) // prettier-ignore
  })

  it('lets a client and a server talk over a path, over an abstract name and over a socketpair', async () => {
    const script = `
      const net = require('node:net')
      const { execFileSync } = require('node:child_process')
      const talk = (path) => new Promise((done) => {
        const server = net.createServer((socket) => socket.end('hello over ' + path[0]))
        server.listen(path, () => {
          let text = ''
          net.connect(path).on('data', (data) => { text += data }).on('close', () => server.close(() => done(text)))
        })
      })
      const refused = (...where) => new Promise((done) =>
        net.connect(...where).on('error', ({ code }) => done(code)).on('connect', () => done('connected')))
      const main = async () => {
        console.log(await talk(${JSON.stringify(join(folder, 'talk.sock'))}))
        console.log((await talk('\\0seccompile-' + process.pid)).length)
        console.log(execFileSync('cat', { input: 'hello over a pair' }).toString())
        console.log(await refused(9, '127.0.0.1'), await refused(9, '::1'))
      }
      main()`
    expect(await node(unixSocketsOnly, script)).toBe(
      'hello over /\n12\nhello over a pair\nEAFNOSUPPORT EAFNOSUPPORT',
    )
  })
})

describe.skipIf(reason !== undefined)('no-unix-sockets on the kernel', () => {
  const flags = of(SOCK_CLOEXEC, SOCK_NONBLOCK)

  it('refuses unix sockets and datagram pairs, and makes connected pairs and other sockets', async () => {
    const refused = [stream, dgram, seqpacket, stream | flags].flatMap((type) =>
      [BigInt(of(AF_UNIX)), high(of(AF_UNIX))].map((family) => ['socket', family, type] as const),
    )
    const pairs = [dgram, of(SOCK_RAW), dgram | flags].map(
      (type) => ['socketpair', of(AF_UNIX), type] as const,
    )
    const errors = await errorsUnder(nativeFilter(noUnixSockets), [
      ...refused,
      ...pairs,
      ['socketpair', high(of(AF_UNIX)), high(dgram)],
      ['socketpair', of(AF_UNIX), stream],
      ['socketpair', of(AF_UNIX), seqpacket | flags],
      ['socket', of(AF_INET), stream],
      ['socket', of(AF_NETLINK), of(SOCK_RAW)],
      ['io_uring_setup'],
      ['io_uring_enter', NONE],
      ['io_uring_register', NONE],
    ])
    expect(errors).toEqual([
      ...Array<string>(refused.length + pairs.length + 1).fill('EACCES'),
      'EFAULT', 'EFAULT', 'ok', 'ok', 'ENOSYS', 'ENOSYS', 'ENOSYS',
    ]) // prettier-ignore
  })

  it('lets Node talk by TCP and to a child process, and tells it that a unix socket is not permitted', async () => {
    const script = `
      const net = require('node:net')
      const { execFileSync } = require('node:child_process')
      console.log(execFileSync('cat', { input: 'hello over a pair' }).toString())
      net.connect(${JSON.stringify(join(folder, 'none.sock'))}).on('error', ({ code }) => console.log(code))
      const server = net.createServer((socket) => socket.end('hello over TCP'))
      server.listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1')
        .on('data', (data) => console.log(data.toString())).on('close', () => server.close()))`
    expect(await node(noUnixSockets, script)).toBe('hello over a pair\nEACCES\nhello over TCP')
  })

  it('leaves an end of a pair no way to a service that listens outside', async () => {
    const path = join(folder, 'outside.sock')
    const server = createServer(() => undefined).listen(path)
    await once(server, 'listening')
    const script = `
      const koffi = require(${JSON.stringify(createRequire(import.meta.url).resolve('koffi'))})
      const { errno } = require('node:os').constants
      const libc = koffi.load(null)
      const socketpair = libc.func('socketpair', 'int', ['int', 'int', 'int', 'void *'])
      const close = libc.func('close', 'int', ['int'])
      const listen = libc.func('listen', 'int', ['int', 'int'])
      const connect = libc.func('connect', 'int', ['int', 'void *', 'uint'])
      const name = (value) => value === 0 ? 'ok' : Object.keys(errno).find((key) => errno[key] === koffi.errno())
      const address = Buffer.concat([Buffer.from(new Uint16Array([1]).buffer), Buffer.from(${JSON.stringify(path)} + '\\0')])
      for (const type of [${stream}, ${seqpacket}]) {
        const pair = new Int32Array(2)
        socketpair(1, type, 0, pair)
        console.log(name(connect(pair[0], address, address.length)), name(listen(pair[0], 1)))
        close(pair[1])
        console.log(name(connect(pair[0], address, address.length)), name(listen(pair[0], 1)))
      }`
    const said = await node(noUnixSockets, script)
    server.close()
    // The service takes streams, so a sequenced-packet socket does not reach it whatever its state.
    const [ofStream, ofPackets] = ['EISCONN EINVAL', 'EPROTOTYPE EINVAL']
    expect(said.split('\n')).toEqual([ofStream, ofStream, ofPackets, ofPackets])
  })
})

describe.skipIf(reason !== undefined)('no-exotic-sockets on the kernel', () => {
  it('refuses other families, other protocols of AF_NETLINK, and other names of refused families', async () => {
    const raw = of(SOCK_RAW)
    const families = [AF_ALG, AF_PACKET, AF_VSOCK].map((family) => of(family))
    const refused = families.flatMap((family) =>
      [BigInt(family), high(family)].map((each) => ['socket', each, raw] as const),
    )
    const [NETLINK_SOCK_DIAG, NETLINK_KOBJECT_UEVENT, IPPROTO_SMC] = [4, 15, 256]
    const errors = await errorsUnder(nativeFilter(noExoticSockets), [
      ...refused,
      ['socket', of(AF_NETLINK), raw, NETLINK_SOCK_DIAG],
      ['socket', of(AF_NETLINK), raw, high(NETLINK_KOBJECT_UEVENT)],
      ['socket', of(AF_INET), of(SOCK_PACKET)],
      ['socket', of(AF_INET), high(of(SOCK_PACKET, SOCK_CLOEXEC))],
      ['socket', of(AF_INET6), stream, IPPROTO_SMC],
      ['socketpair', of(AF_PACKET), raw],
      ['socket', of(AF_NETLINK), raw],
      ['socket', high(of(AF_INET)), stream],
      ['socket', of(AF_UNIX), dgram],
      ['socketpair', of(AF_UNIX), dgram],
      ['socketpair', of(AF_INET), stream],
      ['io_uring_setup'],
      ['io_uring_enter', NONE],
      ['io_uring_register', NONE],
    ])
    expect(errors).toEqual([
      ...Array<string>(refused.length + 6).fill('EAFNOSUPPORT'),
      'ok', 'ok', 'ok', 'EFAULT', 'EFAULT', 'ENOSYS', 'ENOSYS', 'ENOSYS',
    ]) // prettier-ignore
  })

  it('lets Node ask for the addresses of the machine, and talk by TCP and by a unix socket', async () => {
    const script = `
      const net = require('node:net')
      console.log(require('node:os').networkInterfaces().lo !== undefined)
      const talk = (...where) => new Promise((done) => {
        const server = net.createServer((socket) => socket.end('hello'))
        server.listen(...where, () => net.connect(server.address().port ?? where[0])
          .on('data', (data) => console.log(data.toString())).on('close', () => server.close(done)))
      })
      talk(0, 'localhost').then(() => talk(${JSON.stringify(join(folder, 'exotic.sock'))}))`
    expect(await node(noExoticSockets, script)).toBe('true\nhello\nhello')
  })
})

it.skipIf(reason !== undefined)('no-io-uring makes the kernel look like one without io_uring', async () => {
  const calls = [
    ['io_uring_setup'],
    ['io_uring_enter', NONE],
    ['io_uring_register', NONE],
    ['io_submit'],
  ] as const
  expect(await errorsUnder(nativeFilter(noIoUring), calls)).toEqual(['ENOSYS', 'ENOSYS', 'ENOSYS', 'EINVAL'])
})

it.skipIf(reason !== undefined)(
  'no-tty-injection refuses TIOCSTI and TIOCLINUX with any high bits',
  async () => {
    const requests = [TIOCSTI, TIOCLINUX].map((request) => of(request))
    const calls = requests.flatMap((cmd) =>
      [BigInt(cmd), high(cmd)].map((each) => ['ioctl', 0, each] as const),
    )
    // Descriptor 0 is /dev/null, for which the kernel knows no request of terminals.
    expect(
      await errorsUnder(nativeFilter(noTtyInjection), [
        ...calls,
        ['ioctl', 0, of(TIOCGWINSZ)],
        ['ioctl', 0, BigInt(requests[0]!) << 32n],
      ]),
    ).toEqual(['EPERM', 'EPERM', 'EPERM', 'EPERM', 'ENOTTY', 'ENOTTY'])
  },
)

it.skipIf(reason !== undefined)(
  'no-new-namespaces refuses namespaces by clone, clone3, unshare and setns',
  async () => {
    // CLONE_FS beside CLONE_NEWNS or CLONE_NEWUSER, and CLONE_SIGHAND alone, are EINVAL to the kernel: no process is made.
    const argumentsOf = (flags: bigint | number): readonly (bigint | number)[] =>
      nativeTable.token.startsWith('s390') ? [0, flags] : [flags, 0]
    expect(
      await errorsUnder(nativeFilter(noNewNamespaces), [
        ['clone', ...argumentsOf(of(CLONE_NEWUSER, CLONE_FS))],
        ['clone', ...argumentsOf(high(of(CLONE_NEWUSER, CLONE_FS)))],
        ['clone', ...argumentsOf(of(CLONE_NEWNS, CLONE_FS))],
        ['clone', ...argumentsOf(of(CLONE_SIGHAND))],
        ['clone3'],
        ['unshare', of(CLONE_NEWUSER)],
        ['unshare', of(CLONE_FS)],
        ['setns', NONE],
      ]),
    ).toEqual(['EPERM', 'EPERM', 'EPERM', 'EINVAL', 'ENOSYS', 'EPERM', 'ok', 'EPERM'])
  },
)

it.skipIf(reason !== undefined)('no-tracing refuses to reach into other processes', async () => {
  const names = [
    'process_vm_readv',
    'process_vm_writev',
    'process_madvise',
    'pidfd_getfd',
    'kcmp',
    'perf_event_open',
  ]
  expect(
    await errorsUnder(nativeFilter(noTracing), [
      ['ptrace', 0],
      ['ptrace', 16, NONE],
      ...names.map((name) => [name, NONE, NONE] as const),
      ['pidfd_open', NONE],
    ]),
  ).toEqual([...Array<string>(8).fill('EPERM'), 'EINVAL'])
})

describe.skipIf(reason !== undefined)('calls beside the lists on the kernel', () => {
  const isX86 = nativeTable.token === 'x86_64'
  if (!isX86) sayNotRun('calls of x32 under the presets', `this machine is ${nativeTable.token}`)

  /** A script that makes the call `nr` without arguments and prints whether it fails with ENOSYS. */
  const making = (nr: number): string => `
    const koffi = require(${JSON.stringify(createRequire(import.meta.url).resolve('koffi'))})
    const syscall = koffi.load(null).func('syscall', 'long', ['long'])
    console.log(syscall(${nr}), koffi.errno() === require('node:os').constants.errno.ENOSYS)`

  it('are unknown to the kernel, it seems, where they are newer than the tables', async () => {
    expect(await node(noTtyInjection, making(nativeTable.newest + 1))).toBe('-1 true')
  })

  it.runIf(isX86)('end the process where they are those of x32', async () => {
    const getpid = numberOf(nativeTable, 'getpid')!
    const program = nativeFilter(noTtyInjection)
    const { status } = await under(program, process.execPath, '-e', making(getpid | 0x4000_0000))
    expect(status).toBe('SIGSYS')
  })
})
