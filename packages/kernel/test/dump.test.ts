import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { jump, op } from '@seccompile/abi/test-makers'
import { encode } from '@seccompile/cbpf'
import { afterEach, describe, expect, it } from 'vitest'
import { dump } from '../src/oracle/dump.ts'
import { whyNotTold } from './may-dump.ts'
import { asNobody, whyNotOthers } from './other-user.ts'
import { sayNotRun, testProgram, whyNotAsked } from './why-not.ts'

async function whyNotDumped(): Promise<string | undefined> {
  const reason = await whyNotAsked('dump')
  if (reason !== undefined) return reason
  const lack = whyNotTold()
  if (lack !== undefined) sayNotRun('dump', lack)
  return lack
}
const reason = await whyNotDumped()

describe.skipIf(reason !== undefined)('dump', () => {
  const running: number[] = []
  afterEach(() => {
    for (const pid of running.splice(0)) process.kill(pid, 'SIGKILL')
  })
  const filtered = async (programs: readonly Program[]): Promise<number> => {
    const filters = programs.map((program) => Buffer.from(encode(program, 'little')).toString('hex'))
    const child = spawn(await testProgram('filtered'), filters, { stdio: ['ignore', 'pipe', 'inherit'] })
    running.push(child.pid!)
    await once(child.stdout, 'data')
    return child.pid!
  }
  const state = (pid: number): string =>
    /^State:\t(.)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]!
  /**
   * Waits for a state; the test times out where it never comes. A process that is let go of wakes up, to go back by itself
   * to what it was in, without an instruction of its own between. @see kernel/ptrace.c: __ptrace_unlink()
   */
  const comesTo = async (pid: number, wanted: string): Promise<void> => {
    while (state(pid) !== wanted) await new Promise((resolve) => setImmediate(resolve))
  }

  it('yields the filters of a process oldest first, with every field as it was attached', async () => {
    const programs: readonly Program[] = [
      // Fields that the kernel ignores are set too.
      [
        jump(BPF.LD_ABS, 0, 3, 4),
        jump(BPF.TAX, 77, 1, 2),
        jump(BPF.JEQ_K, 999, 0, 0),
        jump(BPF.RET_K, 0x7fff_0000, 9, 9),
      ],
      [op(BPF.RET_K, verdictOf('ALLOW'))],
      [...Array.from({ length: 4095 }, () => op(BPF.LD_IMM, 1)), op(BPF.RET_K, verdictOf('ALLOW'))],
    ]
    const pid = await filtered(programs)
    expect(await dump(pid)).toEqual(programs)
  })

  it('leaves the process as it was: asleep, or stopped', async () => {
    const pid = await filtered([[op(BPF.RET_K, verdictOf('ALLOW'))]])
    expect(await dump(pid)).toHaveLength(1)
    await comesTo(pid, 'S')
    process.kill(pid, 'SIGSTOP')
    await comesTo(pid, 'T')
    expect(await dump(pid)).toHaveLength(1)
    await comesTo(pid, 'T')
  })

  it('yields nothing for a process without filters', async () => {
    expect(await dump(await filtered([]))).toEqual([])
  })

  it.skipIf(whyNotOthers('dump without the rights of root') !== undefined)(
    'says to who may not that it takes root, and not that there is no compiler, or no place for what it makes',
    async () => {
      const pid = await filtered([[op(BPF.RET_K, verdictOf('ALLOW'))]])
      const before = process.env['PATH']
      process.env['PATH'] = '/nowhere'
      try {
        await expect(asNobody(async () => dump(pid))).rejects.toMatchObject({
          code: 'E_REFUSED',
          errno: 'EACCES',
          requirement: 'CAP_SYS_ADMIN',
          message: `cannot read the filters of process ${pid}: permission denied; it takes root (CAP_SYS_ADMIN and CAP_SYS_PTRACE, not in a container)`,
        })
      } finally {
        process.env['PATH'] = before
      }
    },
  )

  it('says that there is no such process', async () => {
    await expect(dump(4_194_303)).rejects.toMatchObject({
      code: 'E_REFUSED',
      errno: 'ESRCH',
      message: 'cannot read the filters of process 4194303: there is no such process',
    })
  })

  it('refuses what is no process id', async () => {
    for (const pid of [0, -1, 1.5, Number.NaN, 2 ** 32])
      await expect(dump(pid)).rejects.toMatchObject({ code: 'E_ARGUMENT' })
  })
})
