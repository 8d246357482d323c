/* A few probes of the libraries of this machine are built and run, and make the calls that the table has. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callsOfFunctions } from '@seccompile/libc-calls'
import { signedAbiTable } from '@seccompile/signatures'
import { afterAll, describe, expect, it } from 'vitest'
import { machines } from '../src/machines.mjs'
import { measure } from '../src/measure.mjs'
import { buildProbes } from '../src/run-probe.mjs'

const has = (command) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command]).status === 0
const folder = mkdtempSync(join(tmpdir(), 'gen-libc-calls-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NAMES = ['open', 'stat', 'rmdir', 'fork', 'epoll_wait', 'faccessat(AT_EACCESS)', 'nanosleep']

/** Why probes of `libc` do not run here. */
function whyNot(libc) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is not Linux on x86_64'
  const missing = ['strace', 'gcc', ...(libc === 'musl' ? ['musl-gcc'] : [])].find((command) => !has(command))
  if (missing !== undefined) return `${missing} is not installed`
  if (spawnSync('strace', ['-e', 'inject=getpgid:error=ENOSYS', 'true']).status !== 0)
    return 'strace cannot trace here'
  return undefined
}

describe.each(['glibc', 'musl'])('the probes of %s', (libc) => {
  const reason = whyNot(libc)
  if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: probes of ${libc}: ${reason}\n\n`)
  it.skipIf(reason !== undefined)('make the calls of the table', () => {
    const wordSize = (abi) => signedAbiTable(abi).wordSize
    const machine = machines({ wordSize, has }).find((one) => one.abi === 'x86_64' && one.libc === libc)
    const program = buildProbes(machine, folder)
    const known = new Map(callsOfFunctions(libc, 'x86_64').map((each) => [each.function, each.lists[0]]))
    for (const name of NAMES) {
      const { calls, instead } = measure(machine, program, name)
      expect(calls.map((call) => call.name).sort(), name).toEqual(
        known
          .get(name)
          .map((call) => call.name)
          .sort(),
      )
      for (const call of known.get(name))
        expect((instead[call.name] ?? []).map((other) => other.name).sort(), name).toEqual(
          call.instead.map((other) => other.name).sort(),
        )
    }
  })
})
