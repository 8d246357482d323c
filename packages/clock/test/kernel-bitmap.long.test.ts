import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { jump, op } from '@seccompile/abi/test-makers'
import { constAllow } from '@seccompile/interpreter'
import { describe, expect, it } from 'vitest'
import { probe } from '@seccompile/kernel'
import { measureNatively } from '../src/measure-natively.ts'
import { sayNotRun, whyNotTimed } from './why-not-timed.ts'

/*
 * The kernel does not tell which numbers are in its bitmap, unless it was built for debugging. So these tests read
 * the clock. Before its return, each filter has instructions that change nothing and take several times as long as a
 * call. The kernel's emulator knows these instructions. A number in the bitmap never pays for them.
 */

const GETPPID = 110
const WHAT = 'the allow bitmap against the kernel'

async function whyNotCompared(): Promise<string | undefined> {
  const reason = await whyNotTimed(WHAT)
  if (reason !== undefined) return reason
  const { bitmap } = probe()
  if (bitmap.offered) return undefined
  sayNotRun(WHAT, bitmap.why ?? 'this kernel has none')
  return 'no bitmap'
}
const reason = await whyNotCompared()

const ALLOW = verdictOf('ALLOW')
const SLOW: Program = Array.from({ length: 3500 }, () => op(BPF.AND_K, 0xffff_ffff))

/**
 * A filter that executes `special` for getppid, then the slow part and `verdict`, and allows all other calls at once.
 */
const filter = (special: Program, verdict = ALLOW): Program => [
  op(BPF.LD_ABS, 0),
  jump(BPF.JEQ_K, GETPPID, 1, 0),
  op(BPF.RET_K, ALLOW),
  ...special,
  ...SLOW,
  op(BPF.RET_K, verdict),
]

const OPERANDS: Readonly<Record<string, number>> = { LD_ABS: 4, LD_MEM: 0, LDX_MEM: 0 }

/** All instructions but returns, and the division that would kill. */
const PLAIN = Object.entries(BPF).filter(([name]) => !name.startsWith('RET') && name !== 'DIV_X')

const named: readonly (readonly [string, Program])[] = [
  ['nothing', filter([])],
  ...PLAIN.map(([name, code]) => [name, filter([op(BPF.ST, 0), op(code, OPERANDS[name] ?? 1)])] as const),
  // Without the store, which the emulator does not know.
  ...PLAIN.filter(([name]) => name !== 'LD_MEM' && name !== 'LDX_MEM').map(
    ([name, code]) => [`${name} alone`, filter([op(code, OPERANDS[name] ?? 1)])] as const,
  ),
  ['DIV_X', filter([op(BPF.LDX_IMM, 1), op(BPF.DIV_X)])],
  ...[0, 4, 8, 12, 16, 20, 60].map((k) => [`ld [${k}]`, filter([op(BPF.LD_ABS, k)])] as const),
  ['a test of arch', filter([op(BPF.LD_ABS, 4), jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 1, 0), op(BPF.RET_K, 0)])],
  ['tax off the way', filter([jump(BPF.JEQ_K, GETPPID, 1, 0), op(BPF.TAX)])],
  ['tax on the way', filter([jump(BPF.JEQ_K, GETPPID, 0, 1), op(BPF.TAX)])],
  ['every way of jeq', filter([jump(BPF.JEQ_K, GETPPID + 1, 0, 1), op(BPF.TAX)])],
  ['the way of jgt', filter([jump(BPF.JGT_K, GETPPID, 0, 1), op(BPF.TAX)])],
  ['the way of jge', filter([jump(BPF.JGE_K, GETPPID, 1, 0), op(BPF.TAX)])],
  ['the way of jset', filter([jump(BPF.JSET_K, 0x91, 0, 1), op(BPF.TAX)])],
  ['masked', filter([op(BPF.AND_K, 0x0f), jump(BPF.JEQ_K, GETPPID & 0x0f, 1, 0), op(BPF.TAX)])],
  ['ALLOW with data', filter([], ALLOW | 1)],
  ...(['ERRNO', 'TRACE', 'USER_NOTIF'] as const).map(
    (name) => [name, filter([], verdictOf(name, 1))] as const,
  ),
]

/** Nanoseconds of a call under each of the programs: the minimum of many measurements. */
async function times(programs: readonly Program[], nr: number): Promise<readonly number[]> {
  const once = programs.map((_, i) => i)
  const { runs } = await measureNatively(
    {
      filters: programs.map((program) => [program]),
      workloads: [{ abi: 'native', calls: [{ nr }] }],
      runs: [...once, ...once.toReversed()],
      batches: 8,
      batchCalls: 40,
      warmUpCalls: 40,
    },
    { filter: (i) => `filter ${i}`, workload: () => `call ${nr}` },
  )
  return once.map((i) =>
    Math.min(...runs.filter((run) => run.filter === i).flatMap((run) => run.callNs.flat())),
  )
}

describe.skipIf(reason !== undefined)('constAllow', () => {
  it('agrees with the kernel on which calls its bitmap allows, as the clock tells', async () => {
    const [fast, slow] = await times([filter([]), filter([op(BPF.TAX)])], GETPPID)
    expect(slow! / fast!).toBeGreaterThan(2) // else the clock tells nothing
    const found = await times(
      named.map(([, program]) => program),
      GETPPID,
    )
    const middle = Math.sqrt(fast! * slow!)
    const ours = named.map(
      ([name, program]) => `${name}: ${String(constAllow(program, GETPPID, AUDIT_ARCH.X86_64).cached)}`,
    )
    expect(named.map(([name], i) => `${name}: ${String(found[i]! < middle)}`)).toEqual(ours)
  })

  it('leaves to its caller that numbers past the table, and those of x32, are in no bitmap', async () => {
    const [known] = await times([filter([])], GETPPID)
    for (const nr of [100_000, 0x4000_0000 | GETPPID, 0xffff_ffff]) {
      const program = [...SLOW, op(BPF.RET_K, ALLOW)]
      const [time] = await times([program], nr)
      expect(constAllow(program, nr, AUDIT_ARCH.X86_64).cached).toBe(true)
      expect(time! / known!, String(nr)).toBeGreaterThan(2)
    }
  })
})
