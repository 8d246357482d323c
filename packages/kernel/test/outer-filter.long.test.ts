/*
 * Under a filter that answers for the kernel, as that of a container may. What is tested runs in a process of its own, from
 * what was built: `npm test` does that first.
 */
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { run } from '../src/launch/run.ts'
import { nativeAbi } from '../src/system/native-abi.ts'
import { whyNotOthers } from './other-user.ts'
import { whyNotRun } from './why-not-run.ts'
import { whyNotAsked } from './why-not.ts'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const koffi = await whyNotRun('filters already attached to this process, attached through koffi', 'koffi')
const setpriv = await whyNotRun('setpriv under a filter already attached to this process', 'setpriv')
const bwrap = await whyNotRun('bwrap under a filter already attached to this process', 'bwrap')
const native = await whyNotAsked('the oracle under a filter already attached to this process')

const notRoot = whyNotOthers('a filter without no_new_privs')

const { calls } = nativeAbi()
const PR_SET_SECCOMP = 22
const PR_SET_NO_NEW_PRIVS = 38
const SUCCESS = SECCOMP_RET.ERRNO
const ALLOW = { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }

/** Answers seccomp(2) with success. */
const SECCOMP_DONE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: calls.seccomp },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SUCCESS },
  ALLOW,
]
/** Answers memfd_create(2) with 0. */
const MEMORY_DONE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: calls.memfd_create },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SUCCESS },
  ALLOW,
]
/** Answers seccomp(2) with success where the address of the filter is not NULL. */
const ADDRESS_DONE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 5, k: calls.seccomp },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 32 },
  { code: BPF.JEQ_K, jt: 0, jf: 2, k: 0 },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 36 },
  { code: BPF.JEQ_K, jt: 1, jf: 0, k: 0 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SUCCESS },
  ALLOW,
]
/** Answers one operation of prctl(2) with success. */
const prctlDone = (operation: number): Program => [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 3, k: calls.prctl },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: process.arch === 's390x' ? 20 : 16 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: operation },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SUCCESS },
  ALLOW,
]

/** The output of `code` under `filter`, in which `KILLS` is a filter that kills for getuid. */
async function under(filter: Program, code: string, noNewPrivs = true): Promise<string> {
  const file = join(tmpdir(), `seccompile-out-${randomUUID()}`)
  const fd = openSync(file, 'wx', 0o600)
  const script = `
    import * as kernel from '@seccompile/kernel'
    const KILLS = [
      { code: 0x20, jt: 0, jf: 0, k: 0 },
      { code: 0x15, jt: 0, jf: 1, k: ${process.arch === 'x64' ? 102 : 174} },
      { code: 0x06, jt: 0, jf: 0, k: 0x80000000 },
      { code: 0x06, jt: 0, jf: 0, k: 0x7fff0000 },
    ]
    try {
      ${code}
    } catch ({ code, message }) { console.log(code + ': ' + message) }`
  try {
    const command = [process.execPath, '--no-warnings', '--input-type=module', '-e', script] as const
    await run(filter, command, { cwd: PACKAGE, stdio: [fd, fd, fd], noNewPrivs })
    return readFileSync(file, 'utf8').trim()
  } finally {
    closeSync(fd)
    rmSync(file)
  }
}

const running = (launcher: string): string =>
  `console.log(await kernel.run(KILLS, ['echo', 'has run'], { launcher: '${launcher}' }))`

describe.skipIf(koffi !== undefined)('under a filter that answers with success', () => {
  it('run starts nothing', async () => {
    expect(await under(SECCOMP_DONE, running('koffi'))).toMatch(
      /^E_REFUSED: the kernel does not attach the filter: a filter already attached to this process/,
    )
  })

  it('run starts nothing where the answer depends on the address of the filter', async () => {
    const refused =
      /^E_REFUSED: the kernel does not attach the filter: a filter already attached to this process/
    expect(await under(ADDRESS_DONE, running('koffi'))).toMatch(refused)
    const said = await under(ADDRESS_DONE, 'console.log(JSON.stringify(kernel.probe().filters.why))')
    expect(said).toContain('answers seccomp(2) with success')
  })

  it.skipIf(notRoot !== undefined)('run starts nothing where no_new_privs is not set', async () => {
    expect(await under(prctlDone(PR_SET_NO_NEW_PRIVS), running('koffi'), false)).toMatch(
      /^E_REFUSED: the kernel does not set no_new_privs: a filter already attached to this process answers/,
    )
  })

  it('run closes no descriptor of this process where the file in memory has the number 0', async () => {
    const start = `console.log((await kernel.run(KILLS, ['true'], { launcher: 'koffi' })).status)
      const { readlinkSync } = await import('node:fs')
      console.log(readlinkSync('/proc/self/fd/0') === readlinkSync('/proc/self/fd/1'))`
    expect(await under(MEMORY_DONE, start)).toBe('0\ntrue')
  })

  it('attach throws', async () => {
    expect(await under(SECCOMP_DONE, 'console.log(kernel.attach(KILLS))')).toMatch(
      /^E_REFUSED: the kernel does not attach the filter: a filter already attached to this process/,
    )
  })

  it('probe says so', async () => {
    const said = await under(SECCOMP_DONE, 'console.log(JSON.stringify(kernel.probe().filters))')
    expect(JSON.parse(said)).toMatchObject({
      offered: true,
      why: 'a filter already attached to this process answers seccomp(2) with success; by prctl(2), as bwrap does',
    })
  })

  // setpriv attaches by one of these calls, and bwrap by the other.
  it.for([
    ['setpriv', setpriv],
    ['bwrap', bwrap],
  ] as const)('run by %s starts nothing', async ([launcher, why], { skip }) => {
    skip(why !== undefined, why)
    const answers = [
      await under(SECCOMP_DONE, running(launcher)),
      await under(prctlDone(PR_SET_SECCOMP), running(launcher)),
    ]
    const refused = answers.filter((text) => /^E_NO_LAUNCHER: .* answers for the kernel when /.test(text))
    expect(refused).toHaveLength(1)
    expect(answers.filter((text) => text.startsWith('has run'))).toHaveLength(1)
  })

  it.for([
    ['setpriv', setpriv],
    ['bwrap', bwrap],
  ] as const)('launch by %s starts nothing', async ([launcher, why], { skip }) => {
    skip(why !== undefined, why)
    const launching = `console.log(await kernel.launch('${launcher}', KILLS, ['true']))`
    const answers = [await under(SECCOMP_DONE, launching), await under(prctlDone(PR_SET_SECCOMP), launching)]
    expect(answers.filter((text) => text.endsWith('nothing is attached; nothing was started'))).toHaveLength(
      1,
    )
    expect(answers.filter((text) => text.startsWith('{ status: 0'))).toHaveLength(1)
  })

  it.skipIf(native !== undefined)('the oracle executes no call', async () => {
    const code = `const oracle = await kernel.oracle(KILLS)
      console.log(await oracle.decide({ nrs: Uint32Array.of(39) }))`
    for (const filter of [SECCOMP_DONE, ADDRESS_DONE])
      expect(await under(filter, code)).toMatch(
        /^E_REFUSED: cannot .*: a filter already attached to this process/,
      )
  })
})
