import { dataWords, seccompData, verdictOf } from '@seccompile/abi'
import { compile } from '@seccompile/compiler'
import { runWords } from '@seccompile/interpreter'
import { arg, errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { argument, meaning } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../src/peers/figures.ts'
import { freshPolicies } from '../src/peers/fresh-policies.ts'
import { listedCalls, MAX_LISTS } from '../src/peers/argument-lists.ts'

const abi = abiTable('x86_64')
const refusing = policy({ default: errno(1) })

/** The argument lists of the calls of `made`, by name, without trailing arguments 0. */
function listsOf(made: Policy): Readonly<Record<string, readonly string[]>> {
  const { rules } = resolve(made, { abis: [abi] })
  return Object.fromEntries(
    listedCalls(rules, abi).map(({ name, lists }) => [
      name,
      lists.map((args) => args.join().replace(/(,0)+$/, '')),
    ]),
  )
}

describe('argument lists of a call', () => {
  it('are arguments 0 where no condition decides', () => {
    expect(listsOf(refusing.allow('read'))).toEqual({ read: ['0'] })
  })

  it('are the values that rules name, 0 among them or not', () => {
    expect(listsOf(refusing.allow('ioctl', arg(1).in(5, 7, 0x5401)))).toEqual({
      ioctl: ['0,5', '0,7', '0,21505'],
    })
    expect(listsOf(refusing.allow('personality', arg(0).in(0, 8)))).toEqual({ personality: ['0', '8'] })
    expect(listsOf(refusing.allow('tkill', arg(1).maskedEq(0xffff_ffff, 6)))).toEqual({ tkill: ['0,6'] })
  })

  it('are arguments 0 alone where a mask or an order allows them, whatever other rules name', () => {
    const flags = refusing
      .allow('clone', arg(0).maskedEq(0x7e02_0000, 0))
      .allow('clone', arg(0).eq(0x7e02_0000))
    expect(listsOf(flags)).toEqual({ clone: ['0'] })
    expect(listsOf(refusing.allow('lseek', arg(1).lt(4096)))).toEqual({ lseek: ['0'] })
    expect(listsOf(refusing.allow('lseek', arg(1).ne(3)))).toEqual({ lseek: ['0'] })
  })

  it('take the least value of a test that names none and refuses 0', () => {
    expect(listsOf(refusing.allow('lseek', arg(1).ge(4096)))).toEqual({ lseek: ['0,4096'] })
    expect(listsOf(refusing.allow('mmap', arg(3).maskedEq(0x30, 0x20), arg(2).eq(3)))).toEqual({
      mmap: ['0,0,3,32'],
    })
  })

  it('are all pairs of named values of two arguments', () => {
    expect(listsOf(refusing.allow('socket', arg(0).in(1, 3), arg(1).in(10, 12)))).toEqual({
      socket: ['1,10', '1,12', '3,10', '3,12'],
    })
  })

  it('leave out what an earlier rule refuses', () => {
    const { rules } = resolve(refusing.allow('ioctl', arg(1).in(5, 7)), { abis: [abi] })
    const [section] = rules.sections
    const earlier = {
      numbers: [{ lo: 16, hi: 16 }],
      when: argument(1, [{ lo: 5n, hi: 5n }]),
      verdict: verdictOf('ERRNO', 2),
    }
    const made = { ...rules, sections: [{ ...section!, rules: [earlier, ...section!.rules] }] }
    expect(listedCalls(made, abi).map(({ lists }) => lists)).toEqual([[[0n, 7n, 0n, 0n, 0n, 0n]]])
  })

  it('are bounded, and the least are kept', () => {
    const values = Array.from({ length: MAX_LISTS + 10 }, (_, i) => 3 * i + 1)
    const { rules } = resolve(refusing.allow('ioctl', arg(1).in(...values)), { abis: [abi] })
    const lists = listedCalls(rules, abi)[0]!.lists
    expect(lists.length).toBe(MAX_LISTS)
    expect(lists.at(-1)![1]).toBe(BigInt(values[MAX_LISTS - 1]!))
  })

  it('are allowed by the rules, and equal ones count once', () => {
    for (const { name, policy: made, abis } of freshPolicies().filter((_, i) => i % 4 === 3)) {
      const { rules } = resolve(made, { abis })
      for (const { nr, lists } of listedCalls(rules, abis[0]!)) {
        expect([name, new Set(lists.map((args) => args.join())).size]).toEqual([name, lists.length])
        for (const args of lists)
          expect(meaning(rules, seccompData({ arch: abis[0]!.auditArch, nr, args }))).toBe(verdictOf('ALLOW'))
      }
    }
  })
})

describe('figures', () => {
  const made = refusing.allow('read').allow('ioctl', arg(1).in(5, 7))
  const { rules, program } = compile(made, { abis: [abi] })
  const steps = (nr: number, args: readonly bigint[]): number =>
    runWords(program, dataWords(seccompData({ arch: abi.auditArch, nr, args }))).steps

  it('weighs calls alike, and the argument lists of a call alike', () => {
    const figures = figuresOf(program, [{ abi, calls: listedCalls(rules, abi) }])
    const [read, five, seven] = [steps(0, []), steps(16, [0n, 5n]), steps(16, [0n, 7n])]
    expect(figures.insns).toBe(program.length)
    expect(figures.zeros).toBe(read)
    expect(figures.lists).toBeCloseTo((read + (five + seven) / 2) / 2, 12)
    expect(figures.worstList).toBe(Math.max(read, five, seven))
  })

  it('has no mean where no call is allowed, and none of x32 where x32 is not asked', () => {
    const { rules: own, program: closed } = compile(refusing.rule(errno(2), 'read'), { abis: [abi] })
    const figures = figuresOf(closed, [{ abi, calls: listedCalls(own, abi) }])
    expect(Object.keys(figures).sort()).toEqual(['insns', 'longest', 'refused'])
  })

  it('refuses to count arguments that the program refuses', () => {
    const { program: other } = compile(refusing.allow('read'), { abis: [abi] })
    expect(() => figuresOf(other, [{ abi, calls: listedCalls(rules, abi) }])).toThrow(
      'ioctl(0,5,0,0,0,0) is refused on x86_64',
    )
  })
})
