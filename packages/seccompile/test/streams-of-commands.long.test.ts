/*
 * The streams of a command that is started in Node, Bun and Deno, with a reader that is slow: they block, as they were.
 *
 * Processes that share a pipe or a socket share its flags. Node makes one non-blocking when it opens its stream, and a
 * command that expects to wait for its reader then loses what it writes.
 */
import { execFileSync, spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { scriptFolder } from './runtime-scripts.ts'
import { asNobody, findRuntimes } from './runtimes.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, script } = scriptFolder()

/** Starts a command by a function, and prints to both streams of its own while the command runs. */
const START = `
  import { writeFile } from 'node:fs/promises'
  import { run } from '@seccompile/kernel'
  import { record, watch } from '@seccompile/watch'
  const [use, bridge, fifo, ...command] = process.argv.slice(2)
  const onStart = () => {
    console.log('-')
    console.error('-')
    writeFile(fifo, '\\n')
  }
  const allow = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff0000 }]
  if (use === 'run') await run(allow, command, { onStart, launcher: bridge })
  else if (use === 'watch') await watch(allow, command, { onStart }).report
  else await record(command, { onStart })`

beforeAll(() => {
  if (process.platform === 'linux') writeFileSync(at('start.mjs'), START) // no test uses it elsewhere
})

/** The bytes that a command writes: more than a pipe or a socket holds. */
const MANY = 1_331_200
const [O_NONBLOCK, FLAGS] = [0o4000, /^flags:\s*([0-7]+)$/gm]

/** What a command did with its streams: those that do not block, and the bytes of each that arrived. */
interface Streams {
  readonly nonBlocking: readonly number[]
  readonly out: number
  readonly err: number
}

/**
 * Starts a command that is the last words of `words`. It waits for a line in a FIFO, then writes much to both streams,
 * and nobody reads before it has begun.
 */
async function streamsOf(
  kind: 'pipe' | 'socket',
  name: string,
  words: (fifo: string, command: readonly string[]) => readonly string[],
  before: (fifo: string) => void = () => {},
): Promise<Streams> {
  const [started, began, flags] = ['started', 'began', 'flags'].map((file) => at(`out/${name}-${file}`))
  execFileSync('mkfifo', ['-m', '666', started!, began!])
  const command = [
    'sh',
    '-c',
    `read line < ${started}; cat /proc/$$/fdinfo/[012] > ${flags}; echo > ${began}; head -c ${MANY} /dev/zero; head -c ${MANY} /dev/zero >&2`,
  ]
  const [file = '', ...args] = words(started!, command)
  const piped = ['-c', '(: | "$@" 2>&1 >&3 3>&- | cat >&2) 3>&1 | cat', 'sh', file, ...args]
  const child = spawn(kind === 'pipe' ? 'sh' : file, kind === 'pipe' ? piped : args, {
    ...asNobody,
    env: { PATH: process.env['PATH'], HOME: at('out'), NO_COLOR: '1' },
  })
  const count = { out: 0, err: 0 }
  before(started!)
  await readFile(began!)
  child.stdout.on('data', (chunk: Buffer) => (count.out += chunk.filter((byte) => byte === 0).length))
  child.stderr.on('data', (chunk: Buffer) => (count.err += chunk.filter((byte) => byte === 0).length))
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  const texts = [...(await readFile(flags!, 'latin1')).matchAll(FLAGS)]
  const nonBlocking = texts.flatMap(([, octal = ''], fd) =>
    (Number.parseInt(octal, 8) & O_NONBLOCK) === 0 ? [] : [fd],
  )
  for (const path of [started, began, flags]) rmSync(path!)
  return { nonBlocking, ...count }
}

const WHOLE: Streams = { nonBlocking: [], out: MANY, err: MANY }
const KINDS = ['pipe', 'socket'] as const
const runtimes = await findRuntimes()

describe.concurrent.each(runtimes)('the streams of a command in $name', (runtime) => {
  describe.concurrent.each(runtime.bridges)('over %s', (bridge, options) => {
    for (const kind of KINDS)
      for (const use of ['run', 'watch', 'record'] as const)
        it(`block as a ${kind} by ${use}`, async () => {
          const name = `${runtimes.indexOf(runtime)}-${bridge}-${use}-${kind}`
          const words = script(runtime, 'start.mjs', options)
          const streams = await streamsOf(kind, name, (fifo, command) => [
            ...words,
            ...[use, bridge, fifo, ...command],
          ])
          expect(streams).toEqual(WHOLE)
        })
  })
})

describe.skipIf(runtimes.length === 0).concurrent('the streams of a command of the command line', () => {
  const LINES = {
    record: ['record', '--'],
    try: ['try', 'preset:no-network', '--'],
    'run --report': ['run', 'preset:no-network', '--report', '--'],
    run: ['run', 'preset:no-network', '--'],
  }
  for (const kind of KINDS)
    for (const [line, words] of Object.entries(LINES))
      it(`block as a ${kind} by ${line}`, async () => {
        const streams = await streamsOf(
          kind,
          `${line.replaceAll(' ', '-')}-${kind}`,
          (_, command) => [process.execPath, COMMAND, ...words, ...command],
          (fifo) => void writeFile(fifo, '\n'),
        )
        expect(streams).toEqual(WHOLE)
      })
})
