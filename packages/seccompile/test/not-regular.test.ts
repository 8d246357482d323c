/* Inputs that are no regular files: opening one may wait for ever, or do something (issue 50). */
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { loadCommands } from '../src/command-groups.ts'
import { textPieces } from '../src/io/input.ts'
import { flagOf } from '../src/syntax/option.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const canReadLog = process.getuid?.() === 0 && existsSync('/proc/kmsg')
if (!canReadLog) process.stderr.write('\n*** NOT RUN: /proc/kmsg: this is not root, or not Linux\n\n')
const fifo = (name: string): string => {
  execFileSync('mkfifo', [at(name)])
  return at(name)
}

const PRESET = 'preset:no-tracing'
/** The words that a command needs beside its inputs. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  convert: ['--to', 'oci'],
  'new-calls': ['--kernel', '5.4..6.1'],
  oracle: ['read'],
  port: ['--to', 'aarch64'],
  report: ['--format', 'html'],
  run: ['--', 'true'],
  try: ['--', 'true'],
  launch: ['--', 'true'],
  lookup: ['passes'],
  solve: ['--verdict', 'ALLOW'],
  emulate: ['read'],
}
/** The words before the file of a command whose first argument is of another kind. */
const KINDS: Readonly<Record<string, string>> = { draw: 'tree', recordings: 'sum', launch: 'setpriv' }
const FILE_ARGUMENTS = ['recordings', 'policy', 'file', 'files', 'a', 'b', 'profile', 'manifest', 'filter']

/** The command lines that read `path`: each command, with `path` for each of its arguments and options that name a file. */
async function readers(path: string): Promise<readonly (readonly string[])[]> {
  const calls = file('calls.strace', 'read(0, "", 1) = 0\n')
  const good = (name: string): string => (name === 'policy' ? calls : PRESET)
  return (await loadCommands()).flatMap(({ name, args, options }) => {
    const files = Object.keys(args).filter((key) => FILE_ARGUMENTS.includes(key))
    const line = (inputs: readonly string[], more: readonly string[] = []): readonly string[] =>
      [name, KINDS[name] ?? [], inputs, more, NEEDED[name] ?? []].flat()
    const needed = name === 'heal' ? ['--from', calls] : name === 'subset' ? ['--of', PRESET] : []
    const asArgument = files.map((_, i) => line(files.map((_file, k) => (k === i ? path : good(name))), needed)) // prettier-ignore
    if (name === 'reproduce') return asArgument // reads its --use after a reproducer, as compile does
    const asOption = Object.entries(options)
      .filter(
        ([key, { placeholder }]) =>
          /^(?:file|module|policy)$/.test(placeholder ?? '') && key !== 'output' && key !== 'repro',
      )
      .map(([key]) =>
        line(
          files.map(() => good(name)),
          [flagOf(key), path],
        ),
      )
    return [...asArgument, ...asOption]
  })
}

/** The readers that do not refuse `path` because of `why`. */
async function readersOf(path: string, why: string): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const words of await readers(path)) {
    const { status, err } = await runCli(words)
    const isStart = words[0] === 'run' || words[0] === 'try'
    if (status !== (isStart ? 125 : 2) || !err.includes(`cannot be read: ${why}\n`))
      wrong.push(`${words.join(' ')}: ${status} ${err}`)
  }
  return wrong
}

describe('an input that is no regular file is refused, by every command that reads one', () => {
  const INSTEAD = '; name a regular file, or write - for standard input'
  it('a device', async () => {
    expect(await readersOf('/dev/null', `it is a device${INSTEAD}`)).toEqual([])
  })

  it('a folder', async () => {
    mkdirSync(at('folder'))
    expect(await readersOf(at('folder'), 'it is a folder')).toEqual([])
  })

  it('a socket', async () => {
    const server = createServer().listen(at('socket'))
    try {
      expect(await readersOf(at('socket'), `it is a socket${INSTEAD}`)).toEqual([])
    } finally {
      server.close()
    }
  })

  it('a FIFO', async () => {
    expect(await readersOf(fifo('pipe'), `it is a FIFO${INSTEAD}`)).toEqual([])
  })

  it.each(['.mjs', '.ts', '.json', '.yaml', '.policy', '.service', '.bpf', '.asm', '.ndjson'])(
    'a FIFO whose name ends with %s',
    async (ending) => {
      const path = fifo(`pipe${ending}`)
      for (const words of [
        ['compile', path],
        ['compile', `${path}#read`],
        ['compile', path, '-o', path],
        ['compile', PRESET, '--use', path],
        ['lint', PRESET, '--use', path],
        ['policy', path],
      ]) {
        const { status, err } = await runCli(words)
        expect([status, err], words.join(' ')).toEqual([2, expect.stringContaining('it is a FIFO; ')])
      }
    },
  )

  it('a device that never ends', async () => {
    const { status, err } = await runCli(['policy', '/dev/zero'])
    expect([status, err]).toEqual([2, expect.stringContaining('/dev/zero: cannot be read: it is a device; ')])
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
  it.each(['still writes', 'has ended'])('is read by its descriptor, where its writer %s', async (state) => {
    const pipe = fifo(`handed to one that ${state}`)
    const script = state === 'has ended' ? 'printf "read: 1\\n"' : 'printf "read: 1\\n"; sleep 0.1'
    const writer = spawn('sh', ['-c', `exec > '${pipe}'; ${script}`])
    const ended = new Promise((resolve) => writer.on('exit', resolve))
    const fd = openSync(pipe, 'r')
    try {
      if (state === 'has ended') await ended
      expect([...textPieces(`/dev/fd/${fd}`)].join('')).toBe('read: 1\n')
    } finally {
      closeSync(fd)
      writer.kill()
    }
  })

  it.each([
    ['explain', 'PIPE'],
    ['draw', 'tree', 'PIPE'],
  ])('is an input of %s %s (issue 50)', async (...words) => {
    const pipe = fifo(`handed to ${words[0]}`)
    const writer = spawn('sh', ['-c', `printf 'read: 1\\n' > '${pipe}'`])
    const fd = openSync(pipe, 'r')
    try {
      const { status, err } = await runCli(words.map((word) => (word === 'PIPE' ? `/dev/fd/${fd}` : word)))
      expect([status, err]).toEqual([0, expect.not.stringContaining('error')])
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
