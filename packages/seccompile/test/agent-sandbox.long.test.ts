/*
 * The programs of docs/agent-sandbox.md, run unchanged by Node, Bun and Deno; and the programs of
 * an agent in the sandbox of the page. All of this as uid 65534 where the tests are root.
 *
 * Each program of an agent does its work there, and is seen to fail at something that it tries itself. The same try succeeds in
 * the same sandbox under a filter that allows everything, so it is the filter that refuses it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { AGENT_PROGRAMS } from './agent-programs.ts'
import { interrupted } from './interrupted.ts'
import { asNobody as user, findRuntimes } from './runtimes.ts'

const FILTERS = fileURLToPath(new URL('../../filters/', import.meta.url))
const PAGE = readFileSync(new URL('../../../docs/agent-sandbox.md', import.meta.url), 'utf8')
/** The programs of the page, by the names in their first lines. */
const programs = new Map(
  [...PAGE.matchAll(/^```js\n(\/\/ (\S+)\n[^]*?)^```$/gm)].map(([, code = '', name = '']) => [name, code]),
)
const sandbox = programs.get('sandbox.mjs') ?? ''
/** The sandbox of the page with a filter that allows everything. */
const open = sandbox.replace('filter.bytes', 'Uint8Array.of(6, 0, 0, 0, 0, 0, 255, 127)')
/** The sandbox of the page with the second filter, as its text says. */
const twice = sandbox
  .replace('--seccomp 3', '--add-seccomp-fd 3 --add-seccomp-fd 4')
  .replace("'pipe']", "'pipe', 'pipe']")
  .concat(
    "import { filter as second } from '@seccompile/filters/no-unix-sockets'\nchild.stdio[4].end(second.bytes)\n",
  )

const folder = mkdtempSync(join(tmpdir(), 'seccompile-agent-'))
const at = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

/** Gives a folder to the user of the sandbox. */
function giveToUser(path: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}

// The user of the sandbox may not be able to read this repository.
for (const part of ['package.json', 'dist'])
  cpSync(join(FILTERS, part), at(`node_modules/@seccompile/filters/${part}`), { recursive: true })
for (const [name, code] of [...programs, ['open.mjs', open], ['twice.mjs', twice]] as const)
  writeFileSync(at(name), code)
giveToUser(folder)

interface Ending {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Makes a folder of the user of the sandbox. */
function ownFolder(name: string): void {
  mkdirSync(at(name), { recursive: true })
  giveToUser(at(name))
}

/** How a command ends as the user of the sandbox, whose folder is `name`. It starts outside of that folder, as the page says. */
function ending(name: string, [file = '', ...args]: readonly string[], path = process.env['PATH']): Ending {
  ownFolder(name)
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: folder,
    env: { PATH: path, HOME: at(name), DENO_DIR: at('deno') },
    encoding: 'utf8',
    timeout: 30_000,
    ...user,
  })
  return { status, out: stdout, err: error?.message ?? stderr }
}

/** How a script for the shell ends in a sandbox. */
const inSandbox = (name: string, program: string, script: string): Ending =>
  ending(name, [process.execPath, program, name, 'sh', '-c', script])

/** Whether `script` succeeds in the sandbox without the filter. Where it does not, standard error says what is not run. */
function succeeds(what: string, script: string): boolean {
  const { status, out, err } = inSandbox('check', 'open.mjs', script)
  if (status === 0) return true
  process.stderr.write(`\n*** NOT RUN: ${what}: ${script}: ${`${err}${out}`.trim() || String(status)}\n\n`)
  return false
}

// The filter of the page is for two kinds of machines.
const isFor = ['x64', 'arm64'].includes(process.arch)
const hasSandbox = isFor && succeeds('the sandbox of docs/agent-sandbox.md', 'true')

const installed = AGENT_PROGRAMS.filter(
  ({ name, check }) => hasSandbox && succeeds(`${name} in the sandbox`, check),
)
const has = (program: string): boolean => installed.some(({ name }) => name === program)

describe.skipIf(!hasSandbox)('in the sandbox of docs/agent-sandbox.md', () => {
  it.each(installed)('$name does its work', ({ name, works, prints }) => {
    const { status, out, err } = inSandbox(`${name}-works`, 'sandbox.mjs', works)
    expect({ status, err, out: out.slice(-prints.length) }).toMatchObject({ status: 0, out: prints })
  })

  it.each(installed)('$name fails where it tries what the filter refuses', ({ name, tries, refused }) => {
    const { status, out, err } = inSandbox(`${name}-tries`, 'sandbox.mjs', tries)
    expect([status, `${out}${err}`]).toEqual([expect.anything(), expect.stringMatching(refused)])
    expect(status).not.toBe(0)
    expect(inSandbox(`${name}-open`, 'open.mjs', tries)).toMatchObject({ status: 0 })
  })
})

/** The words of the page between `deno` and the name of a program: what Deno permits `sandbox.mjs`. */
const [, permitted = ''] = /`deno (run [^`]*) sandbox\.mjs/.exec(PAGE) ?? []

/** The runtimes of the tests, each with the words before the names of the two programs that have a filter. */
const runtimes = (isFor ? await findRuntimes() : []).map(({ name, kind, file }) => {
  const isDeno = kind === 'deno'
  return {
    name,
    kind,
    words: [file, ...(isDeno ? permitted.split(' ') : [])],
    landlock: [file, ...(isDeno ? permitted.replace('=bwrap', '=setpriv --allow-write').split(' ') : [])],
  }
})

/** Asks the proxy for each host that it is given, and prints the status and what the host says. */
const ASK = `
const { request } = require('node:http')
const ask = ([path, ...others]) => path && request(process.env.HTTPS_PROXY, { method: 'CONNECT', path })
  .on('connect', ({ statusCode }, socket, head) => {
    let said = head.toString()
    socket.on('data', (data) => { said += data }).on('close', () => {
      console.log(statusCode, said)
      ask(others)
    })
  }).end()
ask(process.argv.slice(2))`

const EVIL = "console.error('outside of the sandbox')"
/** Files that a command leaves in its folder, for the runtime that starts the next one. */
const HOSTILE = [
  ['bunfig.toml', 'preload = ["./evil.js"]\n'],
  ['evil.js', EVIL],
  ['.env', 'LD_PRELOAD=outside.so\nNODE_OPTIONS=--require=./evil.js\n'],
  ['deno.json', '{ "imports": { "node:child_process": "./evil.js" } }'],
  ['package.json', '{ "imports": { "#evil": "./evil.js" } }'],
  ['node_modules/@seccompile/filters/package.json', '{ "exports": { "./agent-command": "./evil.js" } }'],
  ['node_modules/@seccompile/filters/evil.js', `${EVIL}\nexport const filter = { bytes: [] }`],
] as const

const SCRIPT = 'echo changed > file; cat file; unshare --user true || echo no namespace; exit 7'

describe('docs/agent-sandbox.md', () => {
  it('has programs of at most 25 lines', () => {
    expect([...programs.keys()]).toEqual(['sandbox.mjs', 'proxy.mjs', 'forward.mjs', 'landlock.mjs'])
    for (const code of programs.values()) expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(25)
  })

  describe.skipIf(!hasSandbox).each(runtimes)('by $name', ({ name, kind, words }) => {
    it('starts a command under bubblewrap and the filter', () => {
      const own = `by-${name}`
      const { status, out, err } = ending(own, [...words, 'sandbox.mjs', own, 'sh', '-c', SCRIPT])
      expect([status, out, err]).toEqual([
        7,
        'changed\nno namespace\n',
        expect.stringContaining('unshare failed'),
      ])
      expect(readFileSync(at(`by-${name}/file`), 'utf8')).toBe('changed\n')
    })

    it('reads no configuration in the folder of the command', () => {
      const own = `hostile-${name}`
      ownFolder(own)
      for (const [file, content] of HOSTILE) {
        mkdirSync(dirname(at(`${own}/${file}`)), { recursive: true })
        writeFileSync(at(`${own}/${file}`), content)
      }
      const { status, out, err } = ending(own, [...words, 'sandbox.mjs', own, 'sh', '-c', SCRIPT])
      expect([status, out]).toEqual([7, 'changed\nno namespace\n'])
      expect(err).not.toContain('outside')
    })

    it('passes on the descriptors that the page names, of those that it was started with', () => {
      const inherits = `exec 10</ 40</; exec "$@" sh -c 'for i in 10 40; do test -e /proc/self/fd/$i && echo $i; done; true'`
      const own = `fds-${name}`
      const { status, out } = ending(own, ['bash', '-c', inherits, '', ...words, 'sandbox.mjs', own])
      const passed = { node: '40\n', deno: '10\n40\n', bun: '' }
      expect([status, out]).toEqual([0, passed[kind]])
    })

    it('starts nothing where no folder is named', () => {
      const { status, out, err } = ending('check', [...words, 'sandbox.mjs', '', 'echo', 'started'])
      expect([status, out, err]).toEqual([1, '', expect.stringContaining("Can't find source path")])
    })

    it('starts nothing without bubblewrap, and says what is missing', () => {
      const own = `none-${name}`
      const { status, out, err } = ending(
        own,
        [...words, 'sandbox.mjs', own, 'sh', '-c', SCRIPT],
        at('empty'),
      )
      expect([status, out, err]).toEqual([
        expect.anything(),
        '',
        expect.stringMatching(/spawn bwrap|not found in .*"bwrap"|bwrap.*ENOENT/),
      ])
      expect(status).not.toBe(0)
      expect(existsSync(at(`none-${name}/file`))).toBe(false)
    })
  })

  it.skipIf(!hasSandbox).each(['', 'filter.bytes.slice(0, 12)'])(
    'starts nothing where bubblewrap gets no whole filter: %j',
    (sent) => {
      writeFileSync(at('cut.mjs'), sandbox.replace('filter.bytes', sent))
      const { status, out, err } = inSandbox('cut', 'cut.mjs', SCRIPT)
      expect([status, out, err]).toEqual([1, '', expect.stringMatching(/^bwrap: .*seccomp/i)])
    },
  )

  it.skipIf(!has('python3'))('refuses unix sockets by a second filter', () => {
    const script = `python3 -c 'import socket; socket.socketpair(); print("pair"); socket.socket(socket.AF_UNIX)'`
    expect(inSandbox('twice', 'sandbox.mjs', script)).toEqual({ status: 0, out: 'pair\n', err: '' })
    const { status, out, err } = inSandbox('twice', 'twice.mjs', script)
    expect([status, out, err]).toEqual([1, 'pair\n', expect.stringContaining('Permission denied')])
  })

  it.skipIf(!has('chromium'))('says that Chromium does not start under the second filter', () => {
    const { works } = installed.find(({ name }) => name === 'chromium')!
    const { status, err } = inSandbox('chromium-twice', 'twice.mjs', works)
    expect([status === 0, err]).toEqual([
      false,
      expect.stringContaining('socket() failed: Permission denied'),
    ])
  })

  it.skipIf(!has('npm'))('opens the hosts of a list by a proxy, and no other', async () => {
    const target = createServer((socket) => socket.end('hello from a host')).listen(0, '127.0.0.1')
    await once(target, 'listening')
    const host = `127.0.0.1:${(target.address() as AddressInfo).port}`
    const code = programs.get('proxy.mjs')!
    expect(code).toContain("'github.com:443'")
    ownFolder('proxied')
    for (const [name, content] of [
      ['proxied.mjs', code.replace('github.com:443', host)],
      ['proxied/forward.mjs', programs.get('forward.mjs')!],
      ['proxied/ask.cjs', ASK],
    ] as const)
      writeFileSync(at(name), content)
    writeFileSync(at('proxied/proxy.sock'), '') // as of a proxy that was killed
    const proxy = spawn(process.execPath, ['proxied.mjs', 'proxied'], { cwd: folder, ...user })
    try {
      await once(proxy.stdout, 'data')
      const words = ['sandbox.mjs', 'proxied', 'node', 'forward.mjs', 'node', 'ask.cjs', host, '127.0.0.1:1']
      const asked = spawn(process.execPath, words, { cwd: folder, ...user })
      const [out, [status]] = await Promise.all([text(asked.stdout), once(asked, 'close')])
      expect([status, out]).toEqual([0, `200 hello from a host\n403 \n`])
    } finally {
      proxy.kill()
      target.close()
    }
  })
})

/** Whether Landlock works here, by setpriv. */
function hasLandlock(): boolean {
  const { status, err } = ending('check', [process.execPath, 'landlock.mjs', 'check', 'true'])
  if (status !== 0) process.stderr.write(`\n*** NOT RUN: landlock.mjs of docs/agent-sandbox.md: ${err}\n\n`)
  return status === 0
}

describe.skipIf(!isFor || !hasLandlock()).each(runtimes)('landlock.mjs by $name', ({ name, landlock }) => {
  const own = `land-${name}`

  it('starts a command that writes its folder, reads no other, and makes no namespace', () => {
    writeFileSync(at('key'), 'secret\n')
    const script = `cat ../key; mkfifo pipe; head -c 0 /dev/ptmx; ${SCRIPT}`
    expect(ending(own, ['cat', 'key'])).toMatchObject({ status: 0, out: 'secret\n' })
    const { status, out, err } = ending(own, [...landlock, 'landlock.mjs', own, 'sh', '-c', script])
    expect([status, out]).toEqual([7, 'changed\nno namespace\n'])
    expect(err).toMatch(
      /^cat: \S*key: Permission denied\n.*ptmx.*: Permission denied\nunshare.*: Operation not permitted\n$/,
    )
  })

  it('leaves no file after ^C', async () => {
    ownFolder(own)
    const program = programs.get('landlock.mjs')!.replace('/tmp/filter-', at(`${own}/filter-`))
    expect(program).toContain(own)
    writeFileSync(at('interrupted.mjs'), program)
    const command = [...landlock, 'interrupted.mjs', own, 'sh', '-c', 'echo started; exec sleep 20']
    const env = { PATH: process.env['PATH'], HOME: at(own), DENO_DIR: at('deno') }
    expect(await interrupted(command, { ...user, env, cwd: folder })).toBe(1)
    expect(readdirSync(at(own)).filter((name) => name.startsWith('filter-'))).toEqual([])
  })

  it('starts nothing where no folder is named', () => {
    const { status, out, err } = ending(own, [...landlock, 'landlock.mjs', '', 'echo', 'started'])
    expect([status === 0, out, err]).toEqual([false, '', expect.stringMatching(/chdir|path/)])
  })
})
