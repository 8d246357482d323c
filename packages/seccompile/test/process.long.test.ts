/*
 * The command as a process of its own, for what only a process has and for Node's own way of loading modules. The
 * tests run the built command; `npm test` builds it first.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess, SpawnSyncReturns } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const SLOW_DISK = new URL('slow-disk.mjs', import.meta.url).href
const LATE_SIGNAL = new URL('late-signal.mjs', import.meta.url).href
const { at, file } = temporaryFolder()
const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'], action: 'SCMP_ACT_ALLOW' },
  ],
})
const LISTING = ['disasm', 'preset:container-default', '--abi', 'x86_64', '--widths', 'kernel']

interface ProcessOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * The environment without FORCE_COLOR and NO_COLOR, which the caller of the tests may have set. Node heeds even an
 * empty value.
 */
const { FORCE_COLOR: _forced, NO_COLOR: _none, ...PLAIN } = process.env

/** Runs the command in the temporary folder. */
function run(
  args: readonly string[],
  { input = '', env = {} }: ProcessOptions = {},
): SpawnSyncReturns<Buffer> {
  return spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: at(''),
    input,
    env: { ...PLAIN, ...env },
    timeout: 20_000,
  })
}

/** Runs a line of shell; `$C` in it is the command. */
function shell(line: string): SpawnSyncReturns<string> {
  const env = { ...PLAIN, C: `${process.execPath} ${COMMAND}` }
  return spawnSync('sh', ['-c', line], { cwd: at(''), env, encoding: 'utf8', timeout: 20_000 })
}

/** The status or signal with which `child` ends. */
async function ending(
  child: ChildProcess,
): Promise<{ readonly status: number | null; readonly signal: string | null }> {
  return new Promise((resolve) => {
    child.once('exit', (status, signal) => resolve({ status, signal }))
  })
}

/** Resolves when `child` has written `text` to standard error. */
async function said(child: ChildProcess, text: string): Promise<void> {
  let all = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      all += chunk.toString()
      if (all.includes(text)) resolve()
    })
    child.once('exit', () => reject(new Error(`ended without saying "${text}": ${all}`)))
  })
}

/**
 * Waits until `condition` holds. If it never holds, the test times out. The pause leaves the processor to the child.
 */
async function comesTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await setTimeout(5)
}

/** Whether a process is running. A process that has ended may still be there, as a zombie. */
function isRunning(pid: string): boolean {
  try {
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const notX86 = process.platform !== 'linux' || process.arch !== 'x64'
if (notX86)
  process.stderr.write('\n*** NOT RUN: signals while a native program is compiled: not Linux on x86_64\n\n')

beforeAll(() => {
  // Fails at once if the packages were not built.
  const { status, stderr } = run(['--version'])
  if (status !== 0) throw new Error(`the command does not run; build it: ${stderr.toString()}`)
})

describe('exit statuses', () => {
  it.each<[string, readonly string[], number]>([
    ['a yes', ['verify', 'yes.bpf'], 0],
    ['a no', ['verify', 'no.bpf'], 1],
    ['bad input', ['compile', 'p.jsn'], 2],
    ['help', ['--help'], 0],
  ])('%s', (_, args, status) => {
    file('yes.bpf', Buffer.from([6, 0, 0, 0, 0, 0, 0, 0]))
    file('no.bpf', Buffer.from([0x15, 0, 9, 0, 1, 0, 0, 0]))
    expect(run(args).status).toBe(status)
  })
})

/** The note about calls of ABIs that the filter on standard output leaves out. */
const OTHERS = 'note: calls of x86 and x32 get KILL_THREAD\n'

describe('pipes', () => {
  it('take a profile in and give the bytes of a filter out', () => {
    const piped = run(['compile', '-'], { input: PROFILE })
    expect([piped.status, piped.stderr.toString()]).toEqual([0, OTHERS])
    expect(run(['compile', '-', '-o', 'piped.bpf'], { input: PROFILE }).status).toBe(0)
    expect(piped.stdout.equals(readFileSync(at('piped.bpf')))).toBe(true)
    file('p.json', PROFILE)
    expect(
      shell('cat p.json | $C compile /dev/stdin -o piped.bpf && $C compile p.json | cmp - piped.bpf').status,
    ).toBe(0)
  })

  it('take a filter in', () => {
    file('p.json', PROFILE)
    expect(shell('$C compile p.json | $C emulate - read').stdout).toMatch(/^x86_64 read: ALLOW/)
  })

  it('that close early are no failure', () => {
    const { stdout, stderr } = shell(`{ $C ${LISTING.join(' ')}; echo $? >&2; } | head -1`)
    expect(stdout).toBe(' line  CODE  JT   JF      K\n')
    expect(stderr).toBe('0\n')
  })

  it('that close early leave a no what it is', () => {
    file('p.json', PROFILE)
    file('no.bpf', Buffer.from([0x15, 0, 9, 0, 1, 0, 0, 0]))
    file('more.json', PROFILE.replace('"read"', '"read","write"'))
    for (const asked of ['diff p.json more.json', 'prove p.json more.json', 'verify no.bpf']) {
      const { stderr } = shell(`{ $C ${asked}; echo $? >&2; } | true`)
      expect(stderr, asked).toBe('1\n')
    }
  })

  it('of standard error that close early are none either', () => {
    expect(shell('{ { $C compile p.jsn 2>&3; echo $? >&4; } 3>&1 | true; } 4>&1').stdout).toBe('2\n')
  })

  it('have no colours, unless FORCE_COLOR says so', () => {
    const env = { TERM: 'xterm-256color' }
    const { stdout, stderr } = run(['compile', 'p.jsn', '-o', 'y'], { env })
    expect(`${stdout.toString()}${stderr.toString()}`).toBe('error: p.jsn: cannot be read: no such file\n')
    expect(run(['--help'], { env: { ...env, FORCE_COLOR: '1' } }).stdout.includes('\u001b')).toBe(false)
    const forced = run(['compile', 'p.jsn', '-o', 'y'], { env: { ...env, FORCE_COLOR: '1' } })
    expect(forced.stderr.toString()).toContain('\u001b[31merror:')
  })
})

describe('an output that is a pipe', () => {
  it('is written to by the path given', () => {
    file('p.json', PROFILE)
    const compile = '$C compile p.json -o'
    const size = Number(shell('$C compile p.json | wc -c').stdout)
    expect(size).toBeGreaterThan(0)
    expect(Number(shell(`${compile} /dev/fd/3 3>&1 >/dev/null | wc -c`).stdout)).toBe(size)
    expect(shell(`${compile} /dev/stdout | head -c ${size} | wc -c`).stdout.trim()).toBe(String(size))
  })
})

describe('standard output that cannot be written', () => {
  it('is told, with exit status 2', () => {
    const { status, stderr } = shell(`$C ${LISTING.join(' ')} > /dev/full`)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: standard output cannot be written: ENOSPC/)
    file('p.json', PROFILE)
    expect(shell('$C compile p.json 2>&- > /dev/full').status).toBe(2)
  })

  it('is told where a module closed it, or where it is open to read only', () => {
    file('p.json', PROFILE)
    file(
      'closes.cjs',
      `require('node:fs').closeSync(1)
module.exports = { defaultAction: { action: 'ERRNO', data: 1 }, rules: [] }`,
    )
    for (const line of ['closes.cjs -o y', 'closes.cjs -o y > z', 'p.json -o y 1< p.json']) {
      const { status, stderr } = shell(`$C compile ${line}`)
      expect(stderr).toMatch(/^error: standard output cannot be written: (?:write )?EBADF/m)
      expect(status).toBe(2)
    }
  })

  it.skipIf(process.platform !== 'linux')(
    'is told where it is closed, unless a status or a file is the answer',
    () => {
      file('p.json', PROFILE)
      file('yes.bpf', Buffer.from([6, 0, 0, 0, 0, 0, 0, 0]))
      const closed = shell('$C compile p.json >&-')
      expect([closed.status, closed.stderr]).toEqual([
        2,
        'error: standard output cannot be written: it is closed, or it is /dev/null opened for reading and writing, which looks the same; to discard the output, open /dev/null for writing only\n',
      ])
      expect(shell('$C compile p.json -o - >&- 2>&-').status).toBe(2)
      expect(shell('$C disasm yes.bpf >&-').status).toBe(2)
      expect(shell('$C disasm yes.bpf >/dev/null').status).toBe(0)
      expect(shell('$C verify yes.bpf >&-').status).toBe(0)
      expect(shell('$C compile p.json -o closed.bpf >&- 2>&-').status).toBe(0)
      expect(existsSync(at('closed.bpf'))).toBe(true)
    },
  )
})

describe('a signal', () => {
  const outputs = (): readonly string[] => readdirSync(at('signal'))
  beforeAll(() => {
    mkdirSync(at('signal'))
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s half way through writing leaves the old file and nothing else',
    async (name) => {
      file('p.json', PROFILE)
      file('signal/f.bpf', 'old')
      const args = ['--import', SLOW_DISK, COMMAND, 'compile', 'p.json', '-o', 'signal/f.bpf']
      const child = spawn(process.execPath, args, { cwd: at('') })
      await said(child, 'flushing')
      expect(outputs()).toHaveLength(2) // the old file and the temporary one
      const end = ending(child)
      child.kill(name)
      expect(await end).toEqual({ status: null, signal: name })
      expect(outputs()).toEqual(['f.bpf'])
      expect(readFileSync(at('signal/f.bpf'), 'utf8')).toBe('old')
    },
  )

  it.skipIf(notX86).each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while a native program is compiled ends the compiler, and leaves nothing in the cache',
    async (name) => {
      mkdirSync(at(`${name}/bin`), { recursive: true })
      // The compiler has begun to write.
      const started = at(`${name}/started`)
      const cc = `#!/bin/sh\n: >"$5"\nsleep 60 & echo $! >${started}.new && mv ${started}.new ${started}\nwait\n`
      chmodSync(file(`${name}/bin/cc`, cc), 0o700)
      file('allow.bpf', Buffer.from([6, 0, 0, 0, 0, 0, 0xff, 0x7f]))
      const PATH = `${at(`${name}/bin`)}:${process.env['PATH'] ?? ''}`
      const env = { ...process.env, PATH, XDG_CACHE_HOME: at(`${name}/cache`) }
      const child = spawn(process.execPath, [COMMAND, 'oracle', 'allow.bpf', 'getppid'], { cwd: at(''), env })
      await comesTrue(() => existsSync(started))
      const end = ending(child)
      child.kill(name)
      expect(await end).toEqual({ status: null, signal: name })
      expect(readdirSync(at(`${name}/cache/seccompile/native`))).toEqual([])
      const pid = readFileSync(started, 'utf8').trim()
      await comesTrue(() => !isRunning(pid))
    },
  )

  it('ends a command that has just written its file, which is whole', async () => {
    file('p.json', PROFILE)
    const args = ['--import', LATE_SIGNAL, COMMAND, 'compile', 'p.json', '-o', 'late.bpf']
    const child = spawn(process.execPath, args, { cwd: at('') })
    expect(await ending(child)).toEqual({ status: null, signal: 'SIGINT' })
    expect(readFileSync(at('late.bpf')).length % 8).toBe(0)
    expect(readdirSync(at('')).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('tells a program that listens itself once, and the file is written', () => {
    file('p.json', PROFILE)
    const hears = `data:text/javascript,process.on('SIGINT', () => process.stderr.write('heard it\\n'))`
    const args = ['--import', hears, '--import', LATE_SIGNAL, COMMAND, 'compile', 'p.json', '-o', 'heard.bpf']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: at(''), encoding: 'utf8' })
    expect([status, stderr.split('heard it').length - 1]).toEqual([0, 1])
    expect(readFileSync(at('heard.bpf')).length % 8).toBe(0)
  })

  it('ends a write to a pipe that nobody reads', async () => {
    execFileSync('mkfifo', [at('pipe')])
    file('p.json', PROFILE)
    const args = ['--import', SLOW_DISK, COMMAND, 'compile', 'p.json', '-o', 'pipe']
    const child = spawn(process.execPath, args, { cwd: at('') })
    await said(child, 'opening pipe')
    const end = ending(child)
    child.kill('SIGINT')
    expect(await end).toEqual({ status: null, signal: 'SIGINT' })
  })

  it('ends a module that loops', async () => {
    file('loops.mjs', `process.stderr.write('looping\\n'); for (;;);`)
    const child = spawn(process.execPath, [COMMAND, 'compile', 'loops.mjs', '-o', 'y'], { cwd: at('') })
    await said(child, 'looping')
    const end = ending(child)
    child.kill('SIGINT')
    expect(await end).toEqual({ status: null, signal: 'SIGINT' })
  })

  it('is 130 to a shell', () => {
    file('kills.mjs', `process.kill(process.pid, 'SIGINT'); await new Promise((r) => setTimeout(r, 10_000))`)
    expect(shell('$C compile kills.mjs -o y; echo $?').stdout).toBe('130\n')
  })
})

describe('modules, as Node loads them', () => {
  const policies = createRequire(import.meta.url).resolve('@seccompile/policy/package.json')
  const policyUrl = new URL('dist/index.js', `file://${dirname(policies)}/`).href

  const BUILT = `import { errno, policy } from '${policyUrl}'\nexport default policy({ default: errno(1) }).allow('read', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall')`

  it('may build a policy with another copy of the builder', () => {
    file('built.mjs', BUILT)
    expect(run(['emulate', 'built.mjs', 'read']).stdout.toString()).toContain('read: ALLOW')
  })

  it.each([
    [
      'name.mjs',
      `import { errno, policy } from '${policyUrl}'\n\nexport default policy({ default: errno(1) }).allow('raed')`,
      'name.mjs:3:46: unknown system call "raed"; did you mean "read"?',
    ],
    ['syntax.mjs', 'const a = 1\nconst b = = 2\n', "syntax.mjs:2:11: Unexpected token '='"],
    [
      'missing.mjs',
      `import '@seccompile/nowhere'`,
      'missing.mjs: it imports the package "@seccompile/nowhere", which is not installed there',
    ],
    ['throws.cjs', `\nthrow new Error('boom')`, 'throws.cjs:2:7: boom'],
    [
      'lines.cjs',
      `throw new Error('boom:\\n\\n  a is 1\\n  b is 2')`,
      'lines.cjs:1:7: boom:; a is 1; b is 2\n',
    ],
    ['requires.cjs', `require('./nowhere')`, "requires.cjs:1:1: Cannot find module './nowhere'\n"],
    [
      'never.mjs',
      'await new Promise(() => {})',
      'a module did not finish loading: it awaits a promise that never settles',
    ],
    ['exits.mjs', 'process.exit(0)', 'a loaded module ended the process before seccompile was done'],
    ['exits-3.mjs', 'process.exit(3)', 'a loaded module ended the process before seccompile was done'],
  ])('%s is refused', (name, text, message) => {
    file(name, text)
    const { status, stderr } = run(['compile', name, '-o', 'y'])
    expect(stderr.toString()).toContain(`error: ${message}`)
    expect(status).toBe(2)
  })

  it('print to standard error, not into a filter', () => {
    file('quiet.mjs', BUILT)
    file('loud.mjs', `${BUILT}\nconsole.log('first')\nprocess.stdout.write('second\\n')`)
    const { stdout, stderr, status } = run(['compile', 'loud.mjs'])
    expect(stdout).toEqual(run(['compile', 'quiet.mjs']).stdout)
    expect(stderr.toString()).toBe(`first\nsecond\n${OTHERS}`)
    expect(status).toBe(0)
  })

  it('leave no half of an output when they throw while it is written', async () => {
    mkdirSync(at('late'))
    file('late.mjs', `process.on('SIGUSR2', () => { throw new Error('late') })\n${BUILT}`)
    const args = ['--import', SLOW_DISK, COMMAND, 'compile', 'late.mjs', '-o', 'late/f.bpf']
    const child = spawn(process.execPath, args, { cwd: at('') })
    await said(child, 'flushing')
    expect(readdirSync(at('late'))).toHaveLength(1)
    const end = ending(child)
    child.kill('SIGUSR2')
    expect(await end).toEqual({ status: 2, signal: null })
    expect(readdirSync(at('late'))).toEqual([])
  })

  it('do not keep the command when they keep something open', () => {
    file('open.mjs', `setInterval(() => {}, 1000)\n${BUILT}`)
    const listing = run(['disasm', 'open.mjs', '--json'])
    expect([listing.status, listing.signal]).toEqual([0, null])
    expect(JSON.parse(listing.stdout.toString())).toHaveProperty('insns')
    expect(shell('$C compile open.mjs > /dev/full').status).toBe(2)
  })

  it('with types are loaded where this Node strips types, else refused with what to do', () => {
    const text = `interface P { readonly rules: readonly unknown[] }
const rules: P['rules'] = [{ names: [{ name: 'read' }], action: { action: 'ALLOW', data: 0 }, args: [] }]
export default { defaultAction: { action: 'ERRNO', data: 1 }, rules }`
    for (const name of ['typed.ts', 'typed.mts']) {
      file(name, text)
      const { status, stdout, stderr } = run(['emulate', name, 'read'])
      const features: Readonly<Record<string, unknown>> = { ...process.features }
      if (typeof features['typescript'] === 'string') expect(stdout.toString()).toContain('read: ALLOW')
      else {
        expect(status).toBe(2)
        expect(stderr.toString()).toBe(
          `error: ${name}: this Node, ${process.version}, does not load TypeScript; use 22.18 or newer, or compile it to JavaScript\n`,
        )
      }
    }
  })

  it('of passes are found by path and by package, from the working directory', () => {
    const pass = (name: string): string =>
      `export const mine = { name: '${name}', from: 'rules', to: 'rules', summary: '', run: (rules) => rules }`
    const manifests = {
      plain: {},
      conditional: { exports: { '.': { types: './index.d.ts', default: './index.js' } } },
      'for-import': { exports: { types: './index.d.ts', import: './index.js' } },
      '@scope/scoped': { exports: './index.js' },
    }
    for (const [name, manifest] of Object.entries(manifests)) {
      const inside = (path: string): string => join('node_modules', name, path)
      mkdirSync(at(inside('')), { recursive: true })
      file(inside('package.json'), JSON.stringify({ name, type: 'module', ...manifest }))
      file(inside('index.js'), pass(name.replace('@scope/', '')))
    }
    for (const name of ['bare', 'relative', 'absolute']) file(`${name}.mjs`, pass(name))
    const modules = [...Object.keys(manifests), 'bare.mjs', './relative.mjs', at('absolute.mjs')]
    const { stdout, stderr } = run(['passes', '--json', ...modules.flatMap((module) => ['--use', module])])
    expect(stderr.toString()).toBe('')
    const { passes } = JSON.parse(stdout.toString()) as {
      readonly passes: readonly { readonly name: string }[]
    }
    expect(passes.slice(-7).map(({ name }) => name)).toEqual([
      'plain', 'conditional', 'for-import', 'scoped', 'bare', 'relative', 'absolute',
    ]) // prettier-ignore
  })
})
