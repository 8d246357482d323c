/* The same command, recorded by the watcher and by strace. The two share no code but that of recordings. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasBridge, nativeAbi } from '@seccompile/kernel/exec'
import { compileNative } from '@seccompile/kernel/native'
import { NEVER_RECORDED } from '@seccompile/pass-notify'
import { readRecording } from '@seccompile/recording'
import type { RecordingRow } from '@seccompile/recording'
import { afterAll, describe, expect, it } from 'vitest'
import { record, recordByStrace } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-watch-'))
afterAll(() => rmSync(folder, { recursive: true }))

function whyNot(): string | undefined {
  if (spawnSync('strace', ['-o', '/dev/null', 'true']).status !== 0)
    return 'strace is missing, or may not trace'
  return hasBridge('ffi') || hasBridge('koffi') ? undefined : 'there is neither FFI nor koffi'
}
const reason = whyNot()
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: recordings by the watcher and by strace: ${reason}\n\n`)

const hasCc = spawnSync('cc', ['--version']).status === 0
/** The path of a C program that is built; empty where no compiler is here. */
const built = async (source: string): Promise<string> =>
  hasCc ? await compileNative(fileURLToPath(new URL(`native/${source}`, import.meta.url))) : ''
const calls = await built('calls.c')
const x86 = nativeAbi().token === 'x86_64' ? await built('x86-calls.c') : ''

/** The counts of all rows, whatever the program, without those that no watcher sees. */
function countsOf(rows: readonly RecordingRow[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { abi, nr, call = '', args = [], count } of rows) {
    if (NEVER_RECORDED.includes(call)) continue
    if (call === 'futex' && typeof args[2] === 'bigint') continue // the id of the thread that is waited for
    const key = `${abi} ${call} ${nr} (${args.map((value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value)).join()})`
    counts[key] = (counts[key] ?? 0) + count
  }
  return counts
}

const QUIET = { stdio: ['ignore', 'ignore', 'inherit'] } as const

describe.skipIf(reason !== undefined)('a command has one recording', () => {
  it.each<{ readonly command: readonly [string, ...string[]]; readonly atLeast: number }>([
    { command: ['ls', '-l', '/usr'], atLeast: 100 },
    { command: ['sh', '-c', 'ls /usr | wc -l; (exec cat /etc/hostname); true'], atLeast: 200 },
    { command: ['git', 'init', '-q', join(folder, 'repository')], atLeast: 100 },
    ...(calls === '' ? [] : [{ command: [calls, '1000'] as const, atLeast: 1000 }]),
  ])('by the watcher and by strace: $command', async ({ command, atLeast }) => {
    const watched = await record(command, QUIET)
    rmSync(join(folder, 'repository'), { recursive: true, force: true })
    const straced = await recordByStrace(command, QUIET)
    expect(straced.report).toEqual({ status: 0, signal: undefined })
    expect(countsOf(straced.rows)).toEqual(countsOf(watched.rows))
    const total = straced.rows.reduce((sum, { args, count }) => sum + (args === undefined ? count : 0), 0)
    expect(total).toBeGreaterThan(atLeast)
    // What strace sees, and no watcher.
    expect(straced.rows.some(({ call }) => call === 'exit_group')).toBe(true)
    expect(watched.rows.some(({ call }) => call === 'exit_group')).toBe(false)
    expect(watched.head.unseen.at(-1)).toContain('exit_group')
    expect(straced.head).toMatchObject({ source: 'strace', abis: watched.head.abis, unseen: [] })
    const { head, isComplete } = readRecording([...straced.lines()].join(''))
    expect({ head, isComplete }).toEqual({ head: straced.head, isComplete: true })
  })

  it.skipIf(x86 === '')('by the watcher and by strace, but for what a multiplexer takes: a program of two ABIs', async () => {
    const watched = countsOf((await record([x86], QUIET)).rows)
    const straced = countsOf((await recordByStrace([x86], QUIET)).rows)
    const differing = [...new Set([...Object.keys(watched), ...Object.keys(straced)])].filter(
      (key) => watched[key] !== straced[key],
    )
    // strace shows the arguments of socket in place of those of socketcall.
    expect(differing).toEqual(['x86 socketcall 102 (0x1)', 'x86 socketcall 102 (more)'])
    expect(watched['x86 socket 359 (0x2,0x1,0x0)']).toBe(1)
    expect(straced['x86 socket 359 (0x2,0x1,0x0)']).toBe(1)
  })

  it('ends as the command does, and leaves no file', async () => {
    const before = readdirSync(tmpdir()).filter((name) => /^seccompile-\w{6}$/.test(name))
    expect((await recordByStrace(['sh', '-c', 'exit 3'], QUIET)).report).toEqual({ status: 3, signal: undefined })
    expect((await recordByStrace(['sh', '-c', 'kill -9 $$'], QUIET)).report).toEqual({ status: undefined, signal: 'SIGKILL' })
    await expect(recordByStrace(['nosuch'], QUIET)).rejects.toMatchObject({ code: 'E_NO_COMMAND' })
    await expect(recordByStrace(['/etc/passwd'], QUIET)).rejects.toMatchObject({ code: 'E_NOT_EXECUTABLE' })
    const script = join(folder, 'script')
    writeFileSync(script, 'exit 0\n', { mode: 0o755 }) // the kernel runs no script without "#!"
    await expect(recordByStrace([script], { stdio: ['ignore', 'ignore', 'ignore'] })).rejects.toMatchObject({ code: 'E_NOT_EXECUTABLE' })
    await expect(recordByStrace([Buffer.from([0x61, 0xff])], QUIET)).rejects.toMatchObject({
      code: 'E_ARGUMENT',
      message: 'word 0 of the command is not UTF-8, and only UTF-8 can be passed to strace; record without --by, which passes bytes unchanged',
    })
    const left = readdirSync(tmpdir()).filter((name) => /^seccompile-\w{6}$/.test(name))
    expect(left.filter((name) => !before.includes(name) && readdirSync(join(tmpdir(), name)).includes('strace'))).toEqual([])
  })

  it('needs neither strace in the PATH of the command, nor the folder of this process', async () => {
    const env = { PATH: '/nonexistent' }
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = relative(process.cwd(), folder)
    try {
      const { report, rows } = await recordByStrace(['/bin/true'], { ...QUIET, env, cwd: '/' })
      expect(report.status).toBe(0)
      expect(rows.some(({ call }) => call === 'execve')).toBe(true)
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })

  it('ends the command where a function of the caller throws, or the caller says so', async () => {
    const loop = ['sh', '-c', 'while :; do cd /; done'] as const
    const failing = recordByStrace(loop, {
      ...QUIET,
      onProgress: () => {
        throw new Error('mine')
      },
    })
    await expect(failing).rejects.toThrow('mine')
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 500)
    const { report } = await recordByStrace(loop, { ...QUIET, signal: stop.signal })
    expect(report.signal).toBe('SIGTERM')
  })

  it('waits for the last process, and says its progress', async () => {
    const progress: number[] = []
    const { rows } = await recordByStrace(
      ['sh', '-c', '(sleep 0.2; getconf PAGESIZE; for i in 1 2 3 4 5; do cat /etc/hostname; done) >/dev/null & exit 0'],
      { ...QUIET, onProgress: ({ calls: number }) => progress.push(number) },
    )
    expect(rows.some(({ program }) => program === 'getconf')).toBe(true)
    expect(progress.length).toBeGreaterThan(0)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  })
}) // prettier-ignore
