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
import { allowedWays, MAX_WAYS } from '../src/peers/ways.ts'

const abi = abiTable('x86_64')
const refusing = policy({ default: errno(1) })

/** The ways of the calls of `made`, by name, without trailing arguments 0. */
function waysOf(made: Policy): Readonly<Record<string, readonly string[]>> {
  const { rules } = resolve(made, { abis: [abi] })
  return Object.fromEntries(
    allowedWays(rules, abi).map(({ name, ways }) => [
      name,
      ways.map((way) => way.join().replace(/(,0)+$/, '')),
    ]),
  )
}

describe('ways of a call', () => {
  it('are arguments 0 where no condition decides', () => {
    expect(waysOf(refusing.allow('read'))).toEqual({ read: ['0'] })
  })

  it('are the values that rules name, 0 among them or not', () => {
    expect(waysOf(refusing.allow('ioctl', arg(1).in(5, 7, 0x5401)))).toEqual({
      ioctl: ['0,5', '0,7', '0,21505'],
    })
    expect(waysOf(refusing.allow('personality', arg(0).in(0, 8)))).toEqual({ personality: ['0', '8'] })
    expect(waysOf(refusing.allow('tkill', arg(1).maskedEq(0xffff_ffff, 6)))).toEqual({ tkill: ['0,6'] })
  })

  it('are arguments 0 alone where a mask or an order allows them, whatever other rules name', () => {
    const flags = refusing
      .allow('clone', arg(0).maskedEq(0x7e02_0000, 0))
      .allow('clone', arg(0).eq(0x7e02_0000))
    expect(waysOf(flags)).toEqual({ clone: ['0'] })
    expect(waysOf(refusing.allow('lseek', arg(1).lt(4096)))).toEqual({ lseek: ['0'] })
    expect(waysOf(refusing.allow('lseek', arg(1).ne(3)))).toEqual({ lseek: ['0'] })
  })

  it('take the least value of a test that names none and refuses 0', () => {
    expect(waysOf(refusing.allow('lseek', arg(1).ge(4096)))).toEqual({ lseek: ['0,4096'] })
    expect(waysOf(refusing.allow('mmap', arg(3).maskedEq(0x30, 0x20), arg(2).eq(3)))).toEqual({
      mmap: ['0,0,3,32'],
    })
  })

  it('are all pairs of named values of two arguments', () => {
    expect(waysOf(refusing.allow('socket', arg(0).in(1, 3), arg(1).in(10, 12)))).toEqual({
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
    expect(allowedWays(made, abi).map(({ ways }) => ways)).toEqual([[[0n, 7n, 0n, 0n, 0n, 0n]]])
  })

  it('are bounded, and the least are kept', () => {
    const values = Array.from({ length: MAX_WAYS + 10 }, (_, i) => 3 * i + 1)
    const { rules } = resolve(refusing.allow('ioctl', arg(1).in(...values)), { abis: [abi] })
    const ways = allowedWays(rules, abi)[0]!.ways
    expect(ways.length).toBe(MAX_WAYS)
    expect(ways.at(-1)![1]).toBe(BigInt(values[MAX_WAYS - 1]!))
  })

  it('are allowed by the rules, and equal ones count once', () => {
    for (const { name, policy: made, abis } of freshPolicies().filter((_, i) => i % 4 === 3)) {
      const { rules } = resolve(made, { abis })
      for (const { nr, ways } of allowedWays(rules, abis[0]!)) {
        expect([name, new Set(ways.map((way) => way.join())).size]).toEqual([name, ways.length])
        for (const args of ways)
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

  it('weighs calls alike, and the ways of a call alike', () => {
    const figures = figuresOf(program, [{ abi, calls: allowedWays(rules, abi) }])
    const [read, five, seven] = [steps(0, []), steps(16, [0n, 5n]), steps(16, [0n, 7n])]
    expect(figures.insns).toBe(program.length)
    expect(figures.zeros).toBe(read)
    expect(figures.ways).toBeCloseTo((read + (five + seven) / 2) / 2, 12)
    expect(figures.worstWay).toBe(Math.max(read, five, seven))
  })

  it('has no mean where no call is allowed, and none of x32 where x32 is not asked', () => {
    const { rules: own, program: closed } = compile(refusing.rule(errno(2), 'read'), { abis: [abi] })
    const figures = figuresOf(closed, [{ abi, calls: allowedWays(own, abi) }])
    expect(Object.keys(figures).sort()).toEqual(['insns', 'longest', 'refused'])
  })

  it('refuses to count a way that the program refuses', () => {
    const { program: other } = compile(refusing.allow('read'), { abis: [abi] })
    expect(() => figuresOf(other, [{ abi, calls: allowedWays(rules, abi) }])).toThrow(
      'ioctl(0,5,0,0,0,0) is refused on x86_64',
    )
  })
})
