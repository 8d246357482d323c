/* Calls that are seen: counted once, told once, and apart where they differ in a word. */
import { dataWords, SECCOMP_RET, seccompData, verdictOf } from '@seccompile/abi'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { readOptions } from '@seccompile/kernel/native'
import { describe, expect, it } from 'vitest'
import { denialCounter } from '../src/denial-counter.ts'
import { keptArguments } from '../src/kept-arguments.ts'
import type { KeptArgument } from '../src/kept-arguments.ts'
import { recordReader } from '../src/options.ts'
import { queue } from '../src/queue.ts'
import { recorder } from '../src/recorder.ts'
import { argumentOf, seenCounter } from '../src/seen.ts'
import { answerFor } from '../src/use.ts'

const EPERM = verdictOf('ERRNO', 1)
const x86_64 = abiTable('x86_64')

/** A call that no table knows, with these arguments: all six are kept. */
const words = (...args: readonly bigint[]): Uint32Array =>
  dataWords(
    seccompData({ nr: 9999, arch: x86_64.auditArch, args: [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6) }),
  )

const counter = () => seenCounter(keptArguments([x86_64]))

describe('an argument', () => {
  it('has both words of its register', () => {
    expect(argumentOf(words(0n, 0x1234_5678_9abc_def0n), 1)).toBe(0x1234_5678_9abc_def0n)
  })

  it('that differs in its high word makes another row', () => {
    const seen = counter()
    seen.add(words(1n), EPERM, 'a', 1)
    seen.add(words(0x1_0000_0001n), EPERM, 'a', 2)
    expect(seen.take().map(({ args }) => args?.[0])).toEqual([1n, 0x1_0000_0001n])
  })

  it('of a call is kept or not by the table of its ABI: x32 has the architecture of x86_64', () => {
    const x32 = abiTable('x32')
    const kept = keptArguments([x86_64, x32])
    const of = (token: AbiToken): readonly KeptArgument[] => {
      const abi = abiTable(token)
      return kept(abi.auditArch, numberOf(abi, 'openat')!)
    }
    expect(of('x32')).toEqual(of('x86_64'))
    expect(of('x32').length).toBeLessThan(6)
  })
})

describe('a row', () => {
  it('counts equal calls, with the times of the first and the last of them', () => {
    const seen = counter()
    for (const time of [5, 7, 9]) seen.add(words(1n), EPERM, 'a', time)
    expect(seen.take()).toMatchObject([{ count: 3, first: 5, last: 9 }])
  })

  it('is told once, and again with the calls that were made since', () => {
    const seen = counter()
    seen.add(words(1n), EPERM, 'a', 5)
    expect(seen.take()).toMatchObject([{ count: 1, first: 5, last: 5 }])
    expect(seen.take()).toEqual([])
    seen.add(words(1n), EPERM, 'a', 8)
    expect(seen.take()).toMatchObject([{ count: 1, first: 8, last: 8 }])
  })

  it('is of one verdict and one program', () => {
    const seen = counter()
    seen.add(words(1n), EPERM, 'a', 1)
    seen.add(words(1n), SECCOMP_RET.KILL_PROCESS, 'a', 2)
    seen.add(words(1n), EPERM, 'b', 3)
    expect(seen.take().map(({ verdict, program }) => [verdict, program])).toEqual([
      [EPERM, 'a'],
      [SECCOMP_RET.KILL_PROCESS, 'a'],
      [EPERM, 'b'],
    ])
  })

  it('stands for each of the first 64 lists of values, and one without values for all others', () => {
    const seen = counter()
    for (let value = 0n; value < 66n; value += 1n) seen.add(words(value), EPERM, 'a', 1)
    const rows = seen.take()
    expect(rows.map(({ count, args }) => [count, args?.[0]])).toEqual([
      ...Array.from({ length: 64 }, (_, i) => [1, BigInt(i)]),
      [2, undefined],
    ])
  })
})

describe('a counter of denials', () => {
  const ALLOW_ALL = [{ code: 6, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }]
  const DENY_ALL = [{ code: 6, jt: 0, jf: 0, k: EPERM }]
  const newsOf = (program: typeof DENY_ALL): number => {
    const denials = denialCounter({ use: 'denials', program, endianness: 'little' }, [x86_64])
    const call = words()
    denials.decide(call)
    denials.seen(call, 'a', 1)
    return denials.news().length
  }

  it('counts what the filter does not allow, and nothing else', () => {
    expect([newsOf(DENY_ALL), newsOf(ALLOW_ALL)]).toEqual([1, 0])
  })
})

describe('the answer to a call', () => {
  it('is an errno that the kernel returns', () => {
    expect(answerFor('denials', verdictOf('ERRNO', 0xffff))).toBe(4095)
    expect(answerFor('denials', verdictOf('ERRNO', 38))).toBe(38)
  })

  it('lets it run where a policy is tried, or calls are recorded', () => {
    expect([answerFor('try', EPERM), answerFor('record', EPERM)]).toEqual(['continue', 'continue'])
    expect(answerFor('denials', SECCOMP_RET.KILL_PROCESS)).toBe('kill')
  })
})

describe('a recorder', () => {
  it('tells the number of calls, of different ones on all architectures, and when a new one came', () => {
    const made = recorder()
    const call = (nr: number, arch: number): Uint32Array => dataWords(seccompData({ nr, arch, args: [] }))
    const other = abiTable('x86').auditArch
    made.seen(call(0, x86_64.auditArch), '', 10)
    made.seen(call(1, x86_64.auditArch), '', 20)
    made.seen(call(1, other), '', 30)
    made.seen(call(0, x86_64.auditArch), '', 40)
    expect(made.news()).toEqual([{ kind: 'counted', calls: 4, different: 3, newest: 30 }])
    expect(made.news()).toEqual([])
  })
})

it('a queue yields values in the order in which they were pushed', async () => {
  const values = queue<number>()
  for (const one of [1, 2, 3]) values.push(one)
  values.end()
  const all: number[] = []
  for await (const one of { [Symbol.asyncIterator]: values.iterator }) all.push(one)
  expect(all).toEqual([1, 2, 3])
})

it('a scenario has a name of up to 4096 characters', () => {
  const scenario = 'x'.repeat(4096)
  expect(readOptions(recordReader, { scenario })).toEqual({ scenario })
})

it('names a bounded number of programs, and counts the calls of all', () => {
  const seen = counter()
  for (let each = 0; each < 5000; each += 1) seen.add(words(1n), EPERM, `/tmp/${each}`, 0)
  const rows = seen.take()
  expect(rows).toHaveLength(4097)
  expect(rows.find(({ program }) => program === '')?.count).toBe(5000 - 4096)
})
