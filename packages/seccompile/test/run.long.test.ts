/*
 * `seccompile run` as a process of its own, since `run` replaces its process. The tests run the built command; `npm
 * test` builds it first.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AUDIT_ARCH, BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()

const PERSONALITY = 135
const EXECVE = 59
const WRITE = 1
/** A filter for x86_64 that gives one call `verdict` and allows the others. */
const refusing = (nr: number, verdict: number): Uint8Array =>
  encode(
    [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
      { code: BPF.JEQ_K, jt: 0, jf: 3, k: AUDIT_ARCH.X86_64 },
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: nr },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdict },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
    ],
    'little',
  )

const KILL = refusing(PERSONALITY, SECCOMP_RET.KILL_PROCESS)
const kill = file('kill.bpf', KILL)
file('no-exec.bpf', refusing(EXECVE, SECCOMP_RET.ERRNO | 1))
file('bad.bpf', encode([{ code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 }], 'little'))
// Without koffi: a module that is loaded first hides koffi.
file(
  'no-koffi.cjs',
  `const Module = require('node:module')
const resolve = Module._resolveFilename
Module._resolveFilename = function (name, ...rest) {
  if (name === 'koffi') throw Object.assign(new Error("Cannot find module 'koffi'"), { code: 'MODULE_NOT_FOUND' })
  return resolve.call(this, name, ...rest)
}`,
)

// With koffi, but without the package that holds its binary.
file(
  'broken-koffi.cjs',
  `const Module = require('node:module')
const load = Module._load
Module._load = function (name, ...rest) {
  if (name === 'koffi') throw new Error('Cannot find the native Koffi module; did you bundle it correctly?\\nand more')
  return load.call(this, name, ...rest)
}`,
)

interface RunOutcome {
  readonly status: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
}

interface CommandRun {
  readonly node?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: Uint8Array
}

/** Runs `seccompile run`, by default in the temporary folder. */
function run(
  args: readonly string[],
  { node = [], env = {}, cwd = at(''), input = Buffer.alloc(0) }: CommandRun = {},
): RunOutcome {
  const done = spawnSync(process.execPath, [...node, COMMAND, 'run', ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 20_000,
  })
  return { status: done.status, signal: done.signal, out: done.stdout, err: done.stderr }
}

function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `the filters of these tests are for Linux on x86_64, and this is ${process.platform} on ${process.arch}`
  // The temporary folder does not exist yet.
  const tried = run(['-', '--launcher', 'koffi', '--', 'true'], { cwd: tmpdir(), input: KILL })
  return tried.status === 0 ? undefined : tried.err
}

const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: "seccompile run" on the kernel: ${reason}\n\n`)

describe('run, before anything is started', () => {
  it.each([
    ['2', 'expected a descriptor number, 3 or more (the command always gets 0, 1 and 2); got "2"'],
    ['x', 'expected a descriptor number, 3 or more (the command always gets 0, 1 and 2); got "x"'],
    ['1000000', 'descriptor 1000000 is not open'],
  ])('ends with 125 for --keep-fd %s', async (fd, message) => {
    const { status, err } = await runCli(['run', kill, '--keep-fd', fd, '--', 'true'])
    expect([status, err]).toEqual([125, `error: --keep-fd: ${message}\n`])
  })

  it('ends with 125 for what is wrong with the filter or the line, as env(1) does', async () => {
    const ended = async (...args: readonly string[]): Promise<readonly [number, string]> => {
      const { status, err } = await runCli(['run', ...args])
      return [status, err]
    }
    expect(await ended(at('none.bpf'), '--', 'true')).toEqual([
      125,
      `error: ${at('none.bpf')}: cannot be read: no such file\n`,
    ])
    expect(await ended(at('bad.bpf'), '--', 'true')).toEqual([
      125,
      `error: ${at('bad.bpf')}: the kernel would refuse this program: pc 0: the last instruction is not a return (P8)\n`,
    ])
    expect((await ended(kill))[0]).toBe(125)
    expect((await ended(kill, '--json', '--', 'true'))[1]).toBe('error: --json needs --report\n')
    expect((await ended(kill, '--launcher', 'setprv', '--', 'true'))[1]).toBe(
      'error: --launcher: expected ffi, koffi, bwrap or setpriv; got "setprv"; did you mean "setpriv"?\n',
    )
    expect((await runCli(['run', '--help'])).status).toBe(0)
  })
})

describe.skipIf(process.platform !== 'linux')('a launcher that is named', () => {
  it.each([
    ['', []],
    [' with --report', ['--report']],
  ])('is asked for its options once%s', (name, options) => {
    const folder = at(`launchers${name}`)
    mkdirSync(folder)
    const lines = join(folder, 'lines')
    const text = `#!/bin/sh\necho "$*" >> '${lines}'\necho --seccomp-filter\n`
    writeFileSync(join(folder, 'setpriv'), text, { mode: 0o755 })
    run(['kill.bpf', ...options, '--launcher', 'setpriv', '--', 'true'], {
      env: { PATH: `${folder}:/usr/bin:/bin` },
    })
    expect(readFileSync(lines, 'utf8').match(/^--help$/gm)).toEqual(['--help'])
  })
})

describe('a policy as a module', () => {
  it.each([
    ['exits', 'process.exit(0)', 'error: a loaded module ended the process before seccompile was done\n'],
    ['exits-7', 'process.exit(7)', 'error: a loaded module ended the process before seccompile was done\n'],
    [
      'hangs',
      'await new Promise(() => {})',
      'error: a module did not finish loading: it awaits a promise that never settles\n',
    ],
  ])('that %s is no end of the command', (name, code, err) => {
    file(`${name}.mjs`, code)
    expect(run([`${name}.mjs`, '--', 'true'])).toMatchObject({ status: 125, err })
  })
})

describe.skipIf(reason !== undefined)('run', () => {
  it('becomes the command: its output, status and signal are its own', () => {
    expect(run(['kill.bpf', '--', 'sh', '-c', 'echo "$0|$1"; exit 7', 'a b', ''])).toEqual({
      status: 7,
      signal: null,
      out: 'a b|\n',
      err: '',
    })
    expect(run(['kill.bpf', '--', 'sh', '-c', 'kill -TERM $$'])).toMatchObject({
      status: null,
      signal: 'SIGTERM',
    })
    expect(run(['kill.bpf', '--', 'setarch', '--show'])).toMatchObject({ status: null, signal: 'SIGSYS' })
  })

  /** The result of `run` with `options`. A word and the environment are not UTF-8. */
  const withBytes = (
    options: string,
  ): { readonly status: number | null; readonly out: Buffer; readonly err: string } => {
    const command = `sh -c 'printf "%s %s" "$FOO" "$0"' "$(printf 'b\\376')"`
    const line = `FOO=$(printf 'a\\377') exec "$N" "$C" run kill.bpf ${options} -- ${command}`
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: at(''),
      env: { ...process.env, N: process.execPath, C: COMMAND },
    })
    return { status, out: stdout, err: stderr.toString() }
  }

  it('passes on words and environment that are not UTF-8, byte for byte', () => {
    for (const options of ['', '--launcher koffi', '--report']) {
      const { status, out } = withBytes(options)
      expect([status, ...out]).toEqual([0, 0x61, 0xff, 0x20, 0x62, 0xfe])
    }
  })

  it('starts nothing where a launcher cannot take words that are not UTF-8', () => {
    for (const launcher of ['setpriv', 'bwrap']) {
      if (run(['kill.bpf', '--launcher', launcher, '--', 'true']).status !== 0) continue // not installed
      expect(withBytes(`--launcher ${launcher}`)).toEqual({
        status: 125,
        out: Buffer.alloc(0),
        err: `error: the environment variable "FOO" is not UTF-8, and only UTF-8 can be passed to ${launcher}; use the launcher ffi or koffi, which pass bytes unchanged\n`,
      })
    }
  })

  it('gives the command the environment as it is, through node_modules/.bin too', () => {
    const installed = fileURLToPath(new URL('../../../node_modules/.bin/seccompile', import.meta.url))
    const env = { PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, 'odd.name-1': 'a', '2': 'b', NAME: '' }
    const { stdout } = spawnSync(installed, ['run', 'kill.bpf', '--', 'env', '-0'], { cwd: at(''), env })
    const given = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    expect(stdout.toString().split('\0').slice(0, -1).sort()).toEqual(given.sort())
  })

  /**
   * Starts `run` with `--report` without a terminal, and waits until its command, a shell that runs `script`, prints
   * "ready".
   */
  const reporting = async (script: string) => {
    const args = [COMMAND, 'run', 'kill.bpf', '--report', '--', 'sh', '-c', script]
    const child = spawn(process.execPath, args, { cwd: at(''), detached: true })
    let err = ''
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    const end = once(child, 'close')
    await once(child.stdout, 'data')
    return {
      child,
      ended: async (): Promise<readonly unknown[]> => [...((await end) as readonly unknown[]), err],
    }
  }

  it('with --report ends the command by a SIGINT or SIGQUIT that only run is sent, as ^C does', async () => {
    for (const [signal, number] of [
      ['SIGINT', 2],
      ['SIGQUIT', 3],
    ] as const) {
      const { child, ended } = await reporting('ulimit -c 0; echo ready; exec sleep 60')
      child.kill(signal)
      expect(await ended()).toEqual([128 + number, null, `note: sh: ended by ${signal}\n`])
    }
  })

  it('with --report waits for a command that catches the SIGINT that only run is sent', async () => {
    const { child, ended } = await reporting(`trap 'kill $!; exit 5' INT; sleep 60 & echo ready; wait`)
    child.kill('SIGINT')
    expect(await ended()).toEqual([5, null, 'note: sh: exited with status 5\n'])
  })

  it('leaves pipes as they were: the command is not told to try again', () => {
    const flags = ['sh', '-c', 'cat /proc/self/fdinfo/1 /proc/self/fdinfo/2 | grep flags']
    const mine = spawnSync('sh', flags.slice(1), { encoding: 'utf8' }).stdout
    expect(run(['kill.bpf', '--', ...flags]).out).toBe(mine)
    expect(run(['kill.bpf', '--launcher', 'koffi', '--', ...flags]).out).toBe(mine)
  })

  it('takes several filters, and profiles', () => {
    expect(run(['kill.bpf,kill.bpf', '--', 'grep', 'Seccomp_filters', '/proc/self/status']).out).toBe(
      'Seccomp_filters:\t2\n',
    )
    const profile = {
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [{ names: ['chroot'], action: 'SCMP_ACT_ERRNO' }],
    }
    file('profile.json', JSON.stringify(profile))
    expect(run(['profile.json', '--', 'sh', '-c', 'exit 4'])).toMatchObject({ status: 4, err: '' })
  })

  it('ends with 127 where there is no command and 126 where it is none', () => {
    expect(run(['kill.bpf', '--', 'no-such-command'])).toMatchObject({
      status: 127,
      err: 'error: no-such-command: no such command\n',
    })
    expect(run(['kill.bpf', '--', '/'])).toMatchObject({ status: 126, err: 'error: /: it is a directory\n' })
    file('text', 'hello')
    spawnSync('chmod', ['+x', at('text')])
    expect(run(['kill.bpf', '--', './text'])).toMatchObject({
      status: 126,
      err: 'error: ./text: cannot be executed: ENOEXEC: it is no program that this kernel runs; a script begins with "#!"\n',
    })
    file('script', '#!/nowhere\n')
    spawnSync('chmod', ['+x', at('script')])
    // The filter kills the process when it writes the reason.
    file('kill-write.bpf', refusing(WRITE, SECCOMP_RET.KILL_PROCESS))
    for (const stay of [[], ['--report']])
      expect(run(['kill-write.bpf', ...stay, '--', './script'])).toMatchObject({
        status: 127,
        err: 'error: ./script: cannot be executed: "/nowhere", which its first line names to interpret it, is not there\n',
      })
  })

  it('ends by status where it cannot say that the command was not executed', () => {
    file('no-write.bpf', refusing(WRITE, SECCOMP_RET.ERRNO | 1))
    file('prose', 'hello')
    spawnSync('chmod', ['+x', at('prose')])
    file('kill-write.bpf', refusing(WRITE, SECCOMP_RET.KILL_PROCESS))
    for (const filter of ['no-write.bpf', 'kill-write.bpf'])
      expect(run([filter, '--', './prose'])).toEqual({ status: 126, signal: null, out: '', err: '' })
    // The parent can print the reason.
    for (const filter of ['no-write.bpf', 'kill-write.bpf'])
      expect(run([filter, '--report', '--', './prose'])).toEqual({
        status: 126,
        signal: null,
        out: '',
        err: 'error: ./prose: cannot be executed: ENOEXEC: it is no program that this kernel runs; a script begins with "#!"\n',
      })
  })

  it('ends where the filter kills by thread, and the launcher with the others cannot', () => {
    const only = [
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: EXECVE },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.KILL_THREAD },
    ]
    file('only-exec.bpf', encode(only, 'little'))
    file('verse', 'hello')
    spawnSync('chmod', ['+x', at('verse')])
    const { status, err } = run(['only-exec.bpf', '--report', '--', './verse'])
    expect(status).toBe(126)
    // Node itself may make a refused call before the reason is printed.
    expect(err).toMatch(
      /^error: (\.\/verse: cannot be executed: ENOEXEC|the command was not executed, and the reason is not known)/,
    )
  })

  it('says nothing that could steer a terminal', () => {
    file('crlf', '#!/bin/sh\r\necho\r\n')
    spawnSync('chmod', ['+x', at('crlf')])
    for (const stay of [[], ['--report']])
      expect(run(['kill.bpf', ...stay, '--', './crlf'])).toMatchObject({
        status: 127,
        err: 'error: ./crlf: cannot be executed: "/bin/sh\\u000d", which its first line names to interpret it, is not there\n',
      })
  })

  it('says of a filter that forbids execve that nothing was started', () => {
    expect(run(['no-exec.bpf', '--', 'true'])).toMatchObject({
      status: 125,
      err: 'error: the filter refuses execve whatever its arguments (ERRNO(EPERM)), and without that call no command can be started under it; nothing was started\n',
    })
  })

  it('reports for which call the command was killed', () => {
    const { status, err } = run(['kill.bpf', '--report', '--', 'setarch', '--show'])
    expect(status).toBe(128 + 31)
    expect(err).toMatch(
      /^note: setarch: killed by SIGSYS for (x86_64 personality \(135\): the filter says KILL_PROCESS|a system call that is not known: .*)\n$/,
    )
    expect(run(['kill.bpf', '--report', '--', 'sh', '-c', 'exit 3'])).toMatchObject({
      status: 3,
      err: 'note: sh: exited with status 3\n',
    })
    const { refused } = JSON.parse(run(['kill.bpf', '--report', '--json', '--', 'setarch', '--show']).err)
    if (refused.known === true)
      expect(refused).toMatchObject({
        name: 'personality',
        verdict: 'KILL_PROCESS',
        ret: 0x8000_0000,
        says: [['KILL_PROCESS']],
      })
    const json = run(['kill.bpf', '--report', '--json', '--', 'sh', '-c', 'kill -KILL $$'])
    expect(JSON.parse(json.err)).toMatchObject({ command: ['sh', '-c', 'kill -KILL $$'], signal: 'SIGKILL' })
    expect(json.status).toBe(128 + 9)
  })

  it('says with --report that a launcher which cannot watch hides the calls that got an errno', () => {
    file('errno.bpf', refusing(PERSONALITY, SECCOMP_RET.ERRNO | 1))
    for (const launcher of ['setpriv', 'bwrap']) {
      const { status, err } = run(['errno.bpf', '--report', '--launcher', launcher, '--', 'true'])
      if (status !== 0) continue // not installed
      expect(err).toBe(
        `note: calls that fail with an error are not seen: ${launcher} cannot watch a command; leave --launcher out\nnote: true: exited with status 0\n`,
      )
    }
  })

  it('reports with --log which calls the kernel has recorded that got an errno', () => {
    file('errno.bpf', refusing(PERSONALITY, SECCOMP_RET.ERRNO | 1))
    expect(run(['errno.bpf', '--log', '--report', '--', 'setarch', '--show']).err).toMatch(
      /note: setarch: exited with status 1\nnote: setarch: (the kernel has logged x86_64 personality \(135\) once: the filter says ERRNO\(EPERM\)|what the kernel has logged is not known: .*)\n$/,
    )
    const line = ['errno.bpf', '--log', '--report', '--json', '--', 'sh', '-c', 'exec setarch --show 2>&-']
    const { logged } = JSON.parse(run(line).err)
    if (logged.known === true)
      expect(logged.calls).toMatchObject([
        { name: 'personality', verdict: 'ERRNO', says: [['ERRNO(1)']], errnos: [['EPERM']], count: 1 },
      ])
  })

  it.skipIf(hasBridge('ffi'))(
    'without FFI and koffi goes by bwrap or setpriv, or says what to install',
    () => {
      const node = ['--require', at('no-koffi.cjs')]
      const there = run(['kill.bpf', '--', 'sh', '-c', 'echo hello; exit 3'], { node })
      if (there.status === 125) expect(there.err).toContain('npm install koffi')
      else expect(there).toMatchObject({ status: 3, out: 'hello\n', err: '' })
      // Only bwrap attaches several filters.
      const two = run(['kill.bpf,kill.bpf', '--', 'sh', '-c', 'echo hello; exit 3'], { node })
      if (two.status === 125) expect(two.err).toMatch(/^error: nothing here can start .*npm install koffi/)
      else expect(two).toMatchObject({ status: 3, out: 'hello\n', err: '' })
      // A PATH with nothing but a shell.
      mkdirSync(at('bin'))
      symlinkSync('/bin/sh', at('bin/sh'))
      const bare = run(['kill.bpf', '--', 'sh', '-c', 'exit 3'], { node, env: { PATH: at('bin') } })
      expect(bare).toMatchObject({
        status: 125,
        err: `error: nothing here can start a command under this filter: Node ${process.versions.node} has no FFI; koffi is not installed; bwrap is not installed; setpriv is not installed; take Node 26, Bun or Deno, or run "npm install koffi", or install bubblewrap, or install util-linux 2.41 or newer\n`,
      })
    },
  )

  it('says of a koffi that is there and cannot be loaded why', () => {
    expect(
      run(['kill.bpf', '--launcher', 'koffi', '--', 'true'], { node: ['--require', at('broken-koffi.cjs')] }),
    ).toMatchObject({
      status: 125,
      err: 'error: koffi cannot start a command under this filter: koffi cannot be loaded: Cannot find the native Koffi module; did you bundle it correctly?; install koffi again, or leave the launcher out to use another one\n',
    })
  })
})

describe('doctor', () => {
  it.skipIf(process.platform !== 'linux')('shows a table, or JSON', async () => {
    const shown = await runCli(['doctor'])
    expect(shown.out).toContain('SECCOMP_FILTER_FLAG_TSYNC')
    const { out } = await runCli(['doctor', '--json'])
    expect(JSON.parse(out)).toMatchObject({ limits: { insns: 4096 } })
  })
})

describe.skipIf(reason !== undefined)('the descriptors of a command', () => {
  /** The descriptors of the file of the filter in the command; seccompile has the file as 3, 9, 20 and 40. */
  const given = (...args: readonly string[]): readonly number[] => {
    const fd = openSync(kill, 'r')
    try {
      const others = Array.from({ length: 41 }, (_, n) => ([3, 9, 20, 40].includes(n) ? fd : 'ignore'))
      const line = [COMMAND, 'run', kill, ...args, '--', 'ls', '-l', '/proc/self/fd']
      const stdio = ['ignore', 'pipe', 'ignore', ...others.slice(3)] as const
      const { stdout } = spawnSync(process.execPath, line, { encoding: 'utf8', stdio: [...stdio] })
      const open = [...stdout.matchAll(/(\d+) -> (.*)$/gm)]
      const here = open.filter(([, , path]) => path === realpathSync(kill))
      return here.map(([, n]) => Number(n)).sort((a, b) => a - b)
    } finally {
      closeSync(fd)
    }
  }

  it('are those of standard input, output and error alone', () => {
    expect(given()).toEqual([])
    expect(given('--report')).toEqual([])
  })

  it('are also those that --keep-fd names', () => {
    expect(given('--keep-fd', '9', '--keep-fd', '40')).toEqual([9, 40])
    expect(given('--keep-fd', '3', '--keep-fd', '20', '--report')).toEqual([3, 20])
  })
})
