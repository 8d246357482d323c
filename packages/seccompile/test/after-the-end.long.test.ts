/*
 * A watched command that has ended, and a process that it left: the watching can be ended too, and what was seen is written.
 *
 * The left process waits in `read` on a FIFO that the test holds open, so it makes no call before the test is over.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasBridge } from '@seccompile/kernel/exec'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at } = temporaryFolder()
const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing) process.stderr.write('\n*** NOT RUN: after the end: there is neither FFI nor koffi\n\n')
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
if (!hasStrace) process.stderr.write('\n*** NOT RUN: after the end: strace is missing, or may not trace\n\n')

let held = -1
beforeAll(() => {
  execFileSync('mkfifo', [at('held')])
  held = openSync(at('held'), 'r+')
})
afterAll(() => closeSync(held)) // the processes that were left read an end

/** A command that leaves a process, prints its id, and exits with status 3. */
const LEAVING = [
  'sh',
  '-c',
  '(read line) < "$0" > /dev/null 2>&1 & echo "left $!" >&2; exit 3',
  at('held'),
] as const

/** Whether the process runs that the command left. */
function isLeft(err: string): boolean {
  const pid = Number(/^left (\d+)$/m.exec(err)?.[1])
  return process.kill(pid, 0)
}

/** Starts seccompile, and calls `onText` with what it has said so far on standard error. */
async function ended(
  words: readonly string[],
  onText: (err: string, child: ChildProcess) => void = () => {},
): Promise<{ readonly status: number | string | null; readonly err: string }> {
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
    onText(err, child)
  })
  const status = await new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  )
  return { status, err }
}

/** Sends `signal` once the note about processes that are left was said. */
function onceWaiting(signal: NodeJS.Signals): (err: string, child: ChildProcess) => void {
  let isSent = false
  return (err, child) => {
    if (isSent || !err.includes('still run')) return
    isSent = true
    child.kill(signal)
  }
}

const WAITING =
  'note: sh has ended, and processes that it started still run; they are watched until the last has ended, or SIGINT (^C) or SIGTERM comes; --no-wait does not wait\n'
const OF_RECORD =
  'note: processes that the command started still run; each call there gets ENOSYS from now on, so end them\n'

describe.skipIf(isMissing).concurrent('the end of a command that leaves a process', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)
    it(`ends record by ${signal}, and the recording is written`, async () => {
      const path = at(`${signal}.ndjson`)
      const { status, err } = await ended(['record', '-o', path, '--', ...LEAVING], onceWaiting(signal))
      expect(status).toBe(3)
      expect(err).toContain(WAITING)
      expect(err).toContain(OF_RECORD)
      const [head = '', ...rows] = readFileSync(path, 'utf8').split('\n')
      expect(JSON.parse(head)).toMatchObject({
        unseen: expect.arrayContaining(['calls after the watching was ended']),
      })
      expect(rows.join('\n')).toContain('"call":"execve"')
    })

  it('ends record with --no-wait, and the recording is written', async () => {
    const path = at('no-wait.ndjson')
    const { status, err } = await ended(['record', '--no-wait', '-o', path, '--', ...LEAVING])
    expect(status).toBe(3)
    expect(err).not.toContain(WAITING)
    expect(err).toContain(OF_RECORD)
    expect(readFileSync(path, 'utf8')).toContain('"call":"execve"')
  })

  it.each([
    ['try', ['try', 'preset:no-network', '--']],
    ['run --report', ['run', 'preset:no-network', '--report', '--']],
  ] as const)('ends %s by SIGTERM, and the report is printed', async (_, words) => {
    const { status, err } = await ended([...words, ...LEAVING], onceWaiting('SIGTERM'))
    expect(status).toBe(3)
    expect(err).toContain(WAITING)
    expect(err).toContain('note: sh: exited with status 3\n')
    expect(err).toMatch(/a call that the filter refuses gets ENOSYS there from now on\n/)
  })

  it('says nothing where no process is left', async () => {
    const { err } = await ended(['record', '-o', at('none.ndjson'), '--', 'true'])
    expect(err).not.toContain('still run')
  })

  it.skipIf(!hasStrace)('ends record --by strace by SIGTERM, and the left process goes on', async () => {
    const path = at('strace.ndjson')
    const words = ['record', '--by', 'strace', '-o', path, '--', ...LEAVING]
    const { status, err } = await ended(words, onceWaiting('SIGTERM'))
    expect(status).toBe(3)
    expect(err).toContain(WAITING)
    expect(isLeft(err)).toBe(true)
    expect(readFileSync(path, 'utf8')).toMatch(/"unseen":\[.*"calls after strace was ended".*\n[^]*execve/)
  })

  it.skipIf(!hasStrace)('ends record --by strace with --no-wait', async () => {
    const path = at('strace-no-wait.ndjson')
    const words = ['record', '--by', 'strace', '--no-wait', '-o', path, '--', ...LEAVING]
    const { status, err } = await ended(words)
    expect([status, err.includes('still run'), isLeft(err)]).toEqual([3, false, true])
    expect(existsSync(path)).toBe(true)
  })
})
