/* Inputs that are no regular files: opening one may wait for ever, or do something (issue 50). */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { textPieces } from '../src/io/input.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const canReadLog = process.getuid?.() === 0 && existsSync('/proc/kmsg')
if (!canReadLog) process.stderr.write('\n*** NOT RUN: /proc/kmsg: this is not root, or not Linux\n\n')
const fifo = (name: string): string => {
  execFileSync('mkfifo', [at(name)])
  return at(name)
}

/** The command lines that read `path`, each as another kind of input. */
const readers = (path: string): readonly (readonly string[])[] => [
  ['policy', path],
  ['lint', path],
  ['lint', 'preset:no-tracing', '--baseline', path],
  ['compile', path, '-o', at('y.bpf')],
  ['compile', 'preset:no-tracing', '-o', at('y.bpf'), '--weights', path],
  ['compile', path, '-o', path],
  ['disasm', path],
  ['asm', path],
  ['digest', path, path],
  ['diff', path, 'preset:no-tracing'],
  ['check-manifest', path],
  ['recordings', 'sum', path],
  ['heal', 'preset:no-tracing', '--from', path],
  ['reproduce', path],
]

describe('an input that is no regular file is refused', () => {
  it.each(readers('/dev/zero'))('%s %s', async (...words) => {
    const { status, err } = await runCli(words)
    expect(status).toBe(2)
    expect(err).toContain(
      '/dev/zero: cannot be read: it is a device; name a regular file, or write - for standard input\n',
    )
  })

  it('lint FIFO, and every other reader of a FIFO', async () => {
    const pipe = fifo('pipe')
    for (const words of readers(pipe)) {
      const { status, err } = await runCli(words)
      expect(status, words.join(' ')).toBe(2)
      expect(err).toContain(
        'pipe: cannot be read: it is a FIFO; name a regular file, or write - for standard input\n',
      )
    }
  })

  it('a module that is a FIFO', async () => {
    const module = fifo('module.mjs')
    for (const words of [
      ['compile', module, '-o', at('y.bpf')],
      ['compile', 'preset:no-tracing', '-o', at('y.bpf'), '--use', module],
      ['lint', 'preset:no-tracing', '--use', module],
    ]) {
      const { status, err } = await runCli(words)
      expect([status, err], words.join(' ')).toEqual([2, expect.stringContaining('it is a FIFO; ')])
    }
  })

  it('a socket', async () => {
    const server = createServer().listen(at('socket'))
    try {
      const { status, err } = await runCli(['lint', at('socket')])
      expect([status, err]).toEqual([2, expect.stringContaining('it is a socket; ')])
    } finally {
      server.close()
    }
  })

  // It calls itself regular; journald and dmesg read /dev/kmsg, and lose no record by this.
  it.runIf(canReadLog)('explain /proc/kmsg, which waits for records of the kernel', async () => {
    const { status, err } = await runCli(['explain', '/proc/kmsg'])
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('kmsg: cannot be read: it is a file of the kernel'),
    ])
  })
})

describe('a pipe that was handed over open', () => {
  it('is read by its descriptor, as a shell names <(command)', () => {
    const pipe = fifo('handed')
    const writer = spawn('sh', ['-c', `exec printf 'read: 1\\n' > ${pipe}`])
    const fd = openSync(pipe, 'r')
    try {
      expect([...textPieces(`/dev/fd/${fd}`)]).toEqual(['read: 1\n'])
    } finally {
      closeSync(fd)
      writer.kill()
    }
  })
})

describe('the search for the inputs of an output', () => {
  /** An output file that exists: only then are the inputs searched. */
  const output = (): string => file('out.bpf', 'old')
  const compiled = async (policy: string): Promise<string> => {
    const { err } = await runCli(['compile', policy, '-o', output()])
    return err
  }

  it('opens no FIFO that a profile in JSON names (issue 50)', async () => {
    const pipe = fifo('named')
    const profile = `{ "defaultAction": "SCMP_ACT_ERRNO", "x": "\n@include ${pipe}\n@include ./named\n" }`
    expect(await compiled(file('a.json', profile))).toMatch(/a\.json:1:\d+: /)
  })

  it.each(['./../outside', './named', '/dev/zero'])(
    'opens no file by @include %s of a policy of minijail',
    async (path) => {
      mkdirSync(at('in'), { recursive: true })
      if (!existsSync(at('outside'))) fifo('outside')
      if (!existsSync(at('in/named'))) execFileSync('mkfifo', [at('in/named')])
      expect(await compiled(file('in/x.policy', `@include ${path}\nread: 1\n`))).toMatch(
        /leaves the folder|is absolute|not a regular file|does not exist/,
      )
    },
  )

  it('still finds what a policy includes', async () => {
    file('part.inc', 'write: 1\n')
    const policy = file('whole.policy', '@include ./part.inc\nread: 1\n')
    const { status, err } = await runCli(['compile', policy, '-o', at('part.inc')])
    expect([status, err]).toEqual([2, expect.stringContaining('part.inc: is an input file')])
    expect(statSync(at('part.inc')).size).toBe(9)
  })
})
