/*
 * The allow-lists among the presets on the running kernel: programs do their work under them, and what they refuse fails
 * as their notes say.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Program } from '@seccompile/abi'
import { containerDefault, modeStrict, nestedSandbox, nodeServer, pureCompute } from '@seccompile/presets'
import { encode } from '@seccompile/cbpf'
import { callName } from '@seccompile/syscalls'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../src/launch/run.ts'
import { errorsUnder, nativeFilter, nativeTable, under } from './under.ts'
import { whyNotRun } from './why-not-run.ts'
import { sayNotRun, testProgram, whyNotAsked } from './why-not.ts'

const reason = await whyNotRun('programs under the presets that are allow-lists', 'koffi')

const folder = mkdtempSync(join(tmpdir(), 'seccompile-presets-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Whether `command` works here without a filter; said where it does not. */
function works(what: string, ...command: readonly [string, ...string[]]): boolean {
  const [file, ...args] = command
  const { status, error, stderr } = spawnSync(file, args, { encoding: 'utf8', cwd: folder })
  if (status === 0) return true
  sayNotRun(what, `"${command.join(' ')}": ${error?.message ?? stderr}`)
  return false
}

writeFileSync(join(folder, 'note.txt'), 'a note\n')
const archive = join(folder, 'note.tar')
const repository = join(folder, 'repository')
const hasTar = works('tar under presets', 'tar', '-cf', archive, 'note.txt')
const commit = 'init -q . && git -c user.name=A -c user.email=a@b commit -q --allow-empty -m first'
mkdirSync(repository)
const hasGit = works('git under presets', 'sh', '-c', `cd ${repository} && git ${commit}`)
const python = '/usr/bin/python3'
const hasPython = existsSync(python) && works('python3 under pure-compute', python, '-c', '')
if (!existsSync(python)) sayNotRun('python3 under pure-compute', `there is no ${python}`)
const bwrap = ['bwrap', '--unshare-all', '--dev-bind', '/', '/'] as const
const hasBwrap = works('bubblewrap under nested-sandbox', ...bwrap, 'true')

const PROGRAM = `
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static void *work(void *seen) { *(int *)seen = 42; return malloc(1 << 20); }
int main(void) {
  int seen = 0; void *got; pthread_t thread; char line[16];
  if (pthread_create(&thread, NULL, work, &seen) || pthread_join(thread, &got)) return 1;
  FILE *file = fopen("/proc/self/comm", "r");
  if (file == NULL || fgets(line, sizeof line, file) == NULL) return 2;
  printf("%d %s", seen, line);
  return got == NULL;
}
`
const source = join(folder, 'program.c')
writeFileSync(source, PROGRAM)
/** The programs that musl's compiler makes: linked dynamically and statically. */
const muslPrograms = [[], ['-static']].flatMap((flags, index) => {
  const file = join(folder, `musl-${index}`)
  const made = works('programs of musl under presets', 'musl-gcc', ...flags, '-pthread', '-o', file, source)
  return made ? [file] : []
})

/** The filters, each compiled once. */
const [computes, serves, nests] = [pureCompute, nodeServer, nestedSandbox].map(nativeFilter) as [
  Program,
  Program,
  Program,
]

describe.skipIf(reason !== undefined)('pure-compute on the kernel', () => {
  const program = computes

  it.skipIf(!hasPython)('lets python3 compute', async () => {
    expect(await under(program, python, '-c', 'print(sum(range(10**6)))')).toEqual({
      status: 0,
      out: '499999500000\n',
    })
  })

  it('lets Node compute, with a worker thread', async () => {
    const script = `
      const { Worker } = require('node:worker_threads')
      new Worker('require("node:worker_threads").parentPort.postMessage(6 * 7)', { eval: true })
        .on('message', (answer) => console.log(answer))`
    expect(await under(program, process.execPath, '-e', script)).toEqual({ status: 0, out: '42\n' })
  })

  it('lets ls and the builtins of a shell run', async () => {
    expect(await under(program, 'ls', '-l', '/')).toMatchObject({
      status: 0,
      out: expect.stringContaining('etc'),
    })
    expect(await under(program, '/bin/sh', '-c', 'echo $((6 * 7)); exit 5')).toEqual({
      status: 5,
      out: '42\n',
    })
  })

  it.skipIf(!hasTar)('lets tar read, and not write', async () => {
    expect(await under(program, 'tar', '-tf', archive)).toEqual({ status: 0, out: 'note.txt\n' })
    const extracted = await under(program, 'tar', '-xf', archive, '-C', folder)
    expect(extracted.status).not.toBe(0)
    expect(extracted.out).toContain('Operation not permitted')
  })

  it.skipIf(muslPrograms.length === 0)('lets programs of musl make threads and read', async () => {
    for (const [index, file] of muslPrograms.entries())
      expect(await under(program, file)).toEqual({ status: 0, out: `42 musl-${index}\n` })
  })

  it('refuses processes, sockets and changes of files', async () => {
    const path = join(folder, 'never')
    const script = `
      const { spawnSync } = require('node:child_process')
      const { writeFileSync } = require('node:fs')
      console.log(spawnSync('true').error.code)
      try { writeFileSync(${JSON.stringify(path)}, '') } catch ({ code }) { console.log(code) }
      require('node:net').connect(1).on('error', ({ code }) => console.log(code))`
    expect(await under(program, process.execPath, '-e', script)).toEqual({
      status: 0,
      out: 'EPERM\nEPERM\nEPERM\n',
    })
    expect(existsSync(path)).toBe(false)
    expect(await errorsUnder(program, [['openat2'], ['clone3'], ['fork'], ['mkdirat'], ['memfd_create']])).toEqual([
      'ENOSYS', 'ENOSYS', 'EPERM', 'EPERM', 'EPERM',
    ]) // prettier-ignore
  })
})

describe.skipIf(reason !== undefined)('node-server on the kernel', () => {
  const program = serves

  it('lets a server serve by TCP and by a unix socket, to a worker thread, take SIGTERM and end with its status', async () => {
    const script = `
      const { createServer } = require('node:http')
      const { readFileSync, watch, writeFileSync } = require('node:fs')
      const { Worker } = require('node:worker_threads')
      const file = ${JSON.stringify(join(folder, 'served.txt'))}
      const path = ${JSON.stringify(join(folder, 'server.sock'))}
      const answer = ({ url }, response) => {
        writeFileSync(file, url)
        response.end(readFileSync(file))
      }
      const client = \`
        const { get } = require('node:http')
        const { parentPort, workerData } = require('node:worker_threads')
        const body = (options) => new Promise((resolve, reject) => get(options, async (response) => {
          let text = ''
          for await (const part of response) text += part
          resolve(text)
        }).on('error', reject))
        const { port, path } = workerData
        body({ host: 'localhost', family: 4, port, path: '/tcp' })
          .then(async (tcp) => parentPort.postMessage([tcp, await body({ socketPath: path, path: '/unix' })]))\`
      const local = createServer(answer).listen(path)
      const server = createServer(answer).listen(0, '127.0.0.1', () => {
        const workerData = { port: server.address().port, path }
        new Worker(client, { eval: true, workerData }).on('message', (bodies) => {
          console.log(bodies.join(' '))
          process.kill(process.pid, 'SIGTERM')
        })
      })
      process.on('SIGTERM', () => {
        local.close()
        server.close()
        process.exit(7)
      })`
    expect(await under(program, process.execPath, '-e', script)).toEqual({ status: 7, out: '/tcp /unix\n' })
  })

  it('refuses child processes with EPERM, and has addresses of the machine and watched files', async () => {
    const script = `
      const { fork, spawnSync } = require('node:child_process')
      console.log(spawnSync('true').error.code)
      try { fork(process.argv[0]).on('error', ({ code }) => console.log(code)) } catch ({ code }) { console.log(code) }
      console.log(require('node:os').networkInterfaces().lo !== undefined)
      require('node:crypto').randomBytes(8)
      require('node:fs').watch(${JSON.stringify(folder)}).close()`
    const { status, out } = await under(program, process.execPath, '-e', script)
    expect([status, out.split('\n').toSorted()]).toEqual([0, ['', 'EPERM', 'EPERM', 'true']])
  })

  it('lets TLS be spoken and names be asked for: by the C library and by UDP', async () => {
    // A key that both sides have takes no certificate. The server of names answers NXDOMAIN.
    const script = `
      const tls = require('node:tls')
      const dns = require('node:dns')
      const options = { ciphers: 'PSK', maxVersion: 'TLSv1.2', host: '127.0.0.1', checkServerIdentity: () => undefined }
      const psk = Buffer.alloc(16, 1)
      const server = tls.createServer({ ...options, pskCallback: () => psk }, (socket) => socket.end('secret'))
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address()
        tls.connect({ ...options, port, pskCallback: () => ({ psk, identity: 'a' }) })
          .on('data', (data) => console.log(String(data)))
          .on('close', () => server.close())
      })
      dns.lookup('localhost', { family: 4 }, (error, address) => console.log(error?.code ?? address))
      const names = require('node:dgram').createSocket('udp4', (query, { port, address }) => {
        query[2] = 0x81
        query[3] = 0x83
        names.send(query, port, address)
      })
      names.bind(0, '127.0.0.1', () => {
        const resolver = new dns.Resolver()
        resolver.setServers(['127.0.0.1:' + names.address().port])
        resolver.resolve4('a.example', ({ code }) => {
          console.log(code)
          names.close()
        })
      })`
    const { status, out } = await under(program, process.execPath, '-e', script)
    expect([status, out.split('\n').toSorted()]).toEqual([0, ['', '127.0.0.1', 'ENOTFOUND', 'secret']])
  })

  it('refuses other sockets, also with high bits set, and io_uring, namespaces, TIOCSTI and BPF', async () => {
    const [AF_UNIX, AF_INET, AF_NETLINK, AF_PACKET, AF_ALG, AF_VSOCK] = [1, 2, 16, 17, 38, 40]
    const [SOCK_STREAM, SOCK_RAW, SOCK_SEQPACKET] = [1, 3, 5]
    const [IPPROTO_SCTP, NETLINK_AUDIT, TIOCSTI] = [132, 9, 0x5412]
    expect(
      await errorsUnder(program, [
        ['socket', AF_UNIX, SOCK_STREAM],
        ['socket', AF_INET, SOCK_STREAM, 6],
        ['socket', AF_NETLINK, SOCK_RAW],
        ['socket', AF_UNIX, SOCK_SEQPACKET],
        ['socket', AF_INET, SOCK_RAW, 1],
        ['socket', AF_INET, SOCK_STREAM, IPPROTO_SCTP],
        ['socket', AF_NETLINK, SOCK_RAW, NETLINK_AUDIT],
        ['socket', AF_PACKET, SOCK_RAW],
        ['socket', AF_ALG, SOCK_SEQPACKET],
        ['socket', AF_VSOCK, SOCK_STREAM],
        ['socket', 0x1_0000_0000 + AF_ALG, SOCK_SEQPACKET],
        ['io_uring_setup', 1],
        ['unshare'],
        ['ioctl', 0, TIOCSTI],
        ['bpf'],
      ]),
    ).toEqual(['ok', 'ok', 'ok', ...Array<string>(12).fill('EPERM')])
  })

  it.skipIf(!hasGit)('lets git read', async () => {
    expect(await under(program, 'git', '-C', repository, 'log', '-1', '--format=%s')).toEqual({
      status: 0,
      out: 'first\n',
    })
  })

  it.skipIf(!hasTar)('lets tar write files', async () => {
    expect(await under(program, 'tar', '-xf', archive, '-C', folder)).toEqual({ status: 0, out: '' })
  })
})

describe.skipIf(reason !== undefined)('nested-sandbox on the kernel', () => {
  const program = nests

  it.skipIf(!hasBwrap)('lets bubblewrap make a sandbox, which container-default does not', async () => {
    expect(await under(program, ...bwrap, 'sh', '-c', 'echo inside | cat')).toEqual({
      status: 0,
      out: 'inside\n',
    })
    const refused = await under(nativeFilter(containerDefault), ...bwrap, 'true')
    expect(refused.status).not.toBe(0)
    expect(refused.out).toMatch(/Operation not permitted|No permissions/)
  })

  it('lets a shell with pipes and Node run', async () => {
    const script = `console.log(require('node:child_process').execSync('echo child | cat').toString().trim())`
    expect(await under(program, process.execPath, '-e', script)).toEqual({ status: 0, out: 'child\n' })
  })

  it.skipIf(!hasGit)('lets git commit', async () => {
    expect(
      await under(program, 'sh', '-c', `cd ${repository} && git ${commit} && git log --format=%s`),
    ).toEqual({
      status: 0,
      out: 'first\nfirst\n',
    })
  })

  it('refuses what container-default refuses otherwise', async () => {
    const AF_ALG = 38
    const calls = [
      ['setns', -1],
      ['fsopen'],
      ['bpf'],
      ['io_uring_setup', 1],
      ['socket', AF_ALG, 5],
      ['clone3'],
    ] as const
    expect(await errorsUnder(program, calls)).toEqual(['EPERM', 'EPERM', 'EPERM', 'EPERM', 'EPERM', 'ENOSYS'])
  })
})

describe.each(['setpriv', 'bwrap'] as const)('%s', async (launcher) => {
  const lacking = await whyNotRun(`allow-lists under ${launcher}`, launcher)

  it.skipIf(lacking !== undefined)('starts a program under pure-compute and under node-server', async () => {
    for (const program of [computes, serves]) {
      const { status } = await run(program, ['/bin/sh', '-c', 'exit 7'], { launcher })
      expect(status).toBe(7)
    }
  })
})

const notAsked = await whyNotAsked('mode-strict beside SECCOMP_MODE_STRICT')

describe.skipIf(notAsked !== undefined)('mode-strict on the kernel', () => {
  it('lets a process survive the same calls as SECCOMP_MODE_STRICT', async () => {
    const file = join(folder, 'strict.bpf')
    writeFileSync(file, encode(nativeFilter(modeStrict), nativeTable.endianness))
    const command = await testProgram('strict-mode')
    const survived = (...args: readonly string[]) => {
      const { status, stdout } = spawnSync(command, ['512', ...args], { encoding: 'utf8' })
      expect(status).toBe(0)
      const numbers = stdout.split('\n').filter((line) => line !== '')
      const names = numbers.map((nr) => callName([nativeTable], nativeTable.auditArch, Number(nr)) ?? nr)
      // Older kernels lack the two, and their strict mode kills for them.
      return names.filter((name) => name !== 'uretprobe' && name !== 'uprobe').toSorted()
    }
    const strict = survived()
    expect(strict).toContain('read')
    expect(strict).toHaveLength(4)
    expect(survived(file)).toEqual(strict)
  })
})
