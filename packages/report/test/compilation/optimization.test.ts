import { BPF } from '@seccompile/abi'
import { optimizationJson, optimizationReport } from '@seccompile/report/compilation'
import type { OptimizedFilter } from '@seccompile/report/compilation'
import { compile, optimize } from '@seccompile/compiler'
import { policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { x86_64 } from './compiled.ts'

const list = policy({ default: 'deny' }).allow(
  'read',
  'close',
  'mmap',
  'brk',
  'ioctl',
  'getpid',
  'exit',
  'futex',
  'openat',
  'statx',
)
const { program } = compile(list, { abis: [x86_64], pipeline: 'list' })
// A load that every call executes for nothing.
const filter = optimize([{ code: BPF.LD_IMM, jt: 0, jf: 0, k: 0 }, ...program], {
  abis: [x86_64],
}) as OptimizedFilter
const { before, after } = filter
const file = { output: 'b\n.bpf', bytes: 8 * after.insns }
const two = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2))

describe('the report of an optimization', () => {
  it('is about a filter that became smaller and faster', () => {
    expect(after.insns).toBeLessThan(before.insns)
    expect(after.abis[0]!.allowed.mean).toBeLessThan(before.abis[0]!.allowed.mean)
    expect(after.abis[0]!.denied.worst).not.toBe(after.abis[0]!.allowed.worst)
  })

  it('has what was in parentheses, and before what is in a table', () => {
    const text = optimizationReport(file, filter)
    expect(text).toContain(
      `b\\n.bpf: ${after.insns} instructions (was ${before.insns}), ${file.bytes} bytes, `,
    )
    expect(text).toContain(`no call executes more than ${after.longestPath} (was ${before.longestPath})\n`)
    const [old, now] = [before.abis[0]!.allowed, after.abis[0]!.allowed]
    expect(text.split('\n').at(-2)?.trim().split(/\s+/)).toEqual([
      'x86_64', '10', two(old.mean), two(now.mean), two(old.worst), two(now.worst),
    ]) // prettier-ignore
  })

  it('has the worst of denied calls and the bitmap where all is asked for', () => {
    const row = optimizationReport(file, filter, true).split('\n').find((line) => line.startsWith('x86_64')) // prettier-ignore
    const [old, now] = [before.abis[0]!, after.abis[0]!]
    expect(row?.split(/\s+/).slice(6)).toEqual(
      [old.denied.worst, now.denied.worst, old.cached, now.cached].map(String),
    )
  })

  it('has no single calls for machines', () => {
    const facts = optimizationJson({ ...file, endianness: 'little', goal: 'speed' }, filter)
    expect(facts).toMatchObject({ before: { insns: before.insns }, after: { insns: after.insns } })
    expect(JSON.stringify(facts)).not.toContain('"steps"')
  })
})
