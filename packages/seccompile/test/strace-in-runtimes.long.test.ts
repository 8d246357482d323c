/* `record --by strace` in Bun and Deno, which have other streams than Node. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findRuntimes } from './runtimes.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { status: stracing } = spawnSync('strace', ['-o', '/dev/null', 'true'], {
  encoding: 'utf8',
})
if (stracing !== 0)
  process.stderr.write(`\n*** NOT RUN: recording by strace: it is missing or may not trace\n\n`)

const LINE = /^ *\d+ +\S+ umask$/m
const runtimes = (await findRuntimes()).filter(({ kind }) => kind !== 'node')

describe.skipIf(stracing !== 0).each(runtimes)('record --by strace in $name', ({ file, options }) => {
  function recorded(
    ...command: readonly string[]
  ): readonly [status: number | null, out: string, err: string] {
    const words = [...options, COMMAND, 'record', '--by', 'strace', '--', ...command]
    const {
      status,
      stdout,
      stderr: err,
    } = spawnSync(file, words, {
      encoding: 'utf8',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
    return [status, stdout, err]
  }

  it('counts the calls of the command, and has its status', () => {
    const command = ['sh', '-c', 'umask 022; umask 027; exit 3']
    const [status, , err] = recorded(...command)
    const words = [COMMAND, 'record', '--by', 'strace', '--', ...command]
    const byNode = spawnSync(process.execPath, words, { encoding: 'utf8' })
    expect(status).toBe(3)
    expect(LINE.exec(err)?.[0]).toBe(LINE.exec(byNode.stderr)?.[0])
    expect(err).toMatch(LINE)
  })

  it('says that there is no such command', () => {
    expect(recorded('/nonexistent')).toEqual([127, '', 'error: /nonexistent: no such command\n'])
  })
})
