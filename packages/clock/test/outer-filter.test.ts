/*
 * Tests under a filter that answers instead of the kernel, as that of a container may. The tested code runs in a
 * process of its own, from the build: `npm test` builds first.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { chooseLauncher, filterBytes, run } from '@seccompile/kernel'
import { expect, it } from 'vitest'
import { sayNotRun, whyNotTimed } from './why-not-timed.ts'

const WHAT = "the kernel's clock under a filter already attached to this process"
const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const SECCOMP = 317 // of x86_64, the only machine that is timed
const ALLOW = { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }

/** Answers seccomp(2) with success. */
const DONE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: SECCOMP },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO },
  ALLOW,
]
/** Answers seccomp(2) with success where the address of the filter is not NULL. */
const ADDRESS_DONE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 5, k: SECCOMP },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 32 },
  { code: BPF.JEQ_K, jt: 0, jf: 2, k: 0 },
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 36 },
  { code: BPF.JEQ_K, jt: 1, jf: 0, k: 0 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ERRNO },
  ALLOW,
]

async function whyNotUnder(): Promise<string | undefined> {
  const reason = await whyNotTimed(WHAT)
  if (reason !== undefined) return reason
  try {
    chooseLauncher({ filters: filterBytes([ALLOW]), flags: 0, noNewPrivs: true }, 'koffi')
    return undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    sayNotRun(WHAT, why)
    return why
  }
}

it.skipIf((await whyNotUnder()) !== undefined).each([
  ['seccomp(2)', DONE],
  ['the attach alone', ADDRESS_DONE],
] as const)('times no call where that filter answers %s with success', async (_what, filter) => {
  const file = join(tmpdir(), `seccompile-out-${randomUUID()}`)
  const fd = openSync(file, 'wx', 0o600)
  const script = `
    import { bench, getppidCall } from '@seccompile/clock'
    const subject = [{ name: 'x', programs: [[{ code: 6, jt: 0, jf: 0, k: 0x7fff0000 }]] }]
    try {
      console.log(await bench(subject, [getppidCall()], { rounds: 2, modes: ['answered'] }))
    } catch ({ code, message }) { console.log(code + ': ' + message) }`
  try {
    const command = [process.execPath, '--input-type=module', '-e', script] as const
    await run(filter, command, { cwd: PACKAGE, stdio: ['ignore', fd, fd] })
    expect(readFileSync(file, 'utf8')).toMatch(
      /^E_REFUSED: .*cannot be attached: a filter already attached to this process/,
    )
  } finally {
    closeSync(fd)
    rmSync(file)
  }
})
