/* Conditions by index at the width of the argument. */
import { seccompData, verdictOf } from '@seccompile/abi'
import { argumentTests, meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { arg, policy, resolve } from '@seccompile/policy'
import type { ArgCondition, Policy, Target } from '@seccompile/policy'

const open = policy({ default: 'allow' })
const wide = 0xffff_ffff_0000_0000n

/** Whether `deny(name, condition)` refuses the call with this value of the argument. */
function refused(
  name: 'chmod' | 'ioctl' | 'mmap' | 'openat' | 'socket',
  condition: ArgCondition,
  value: bigint,
  table: AbiTable = signedAbiTable('x86_64'),
  target: Partial<Target> = { widths: 'kernel' },
): boolean {
  const { rules } = resolve(open.deny(name, condition), { abis: [table], ...target })
  const args = [0n, 0n, 0n, 0n, 0n, 0n].with(condition.index, value)
  const data = seccompData({ nr: numberOf(table, name)!, arch: table.auditArch, args })
  return meaning(rules, data) === verdictOf('ERRNO', 1)
}

describe('with widths: kernel', () => {
  it.each(['x86_64', 's390x', 'aarch64', 'ppc64'] as const)(
    'a constant that fits is compared alone on %s',
    (token: AbiToken) => {
      const table = signedAbiTable(token)
      for (const high of [0n, 1n << 32n, wide]) {
        expect(refused('socket', arg(0).eq(2), high | 2n, table)).toBe(true)
        expect(refused('socket', arg(0).eq(2), high | 3n, table)).toBe(false)
        expect(refused('socket', arg(0).ne(2), high | 2n, table)).toBe(false)
        expect(refused('socket', arg(0).in(1, [5, 9]), high | 7n, table)).toBe(true)
        expect(refused('socket', arg(0).notIn(1, [5, 9]), high | 7n, table)).toBe(false)
        expect(refused('socket', arg(0).gt(2), high | 2n, table)).toBe(false)
        expect(refused('socket', arg(0).maskedEq(0xffff_ffff_ffffn, 2), high | 2n, table)).toBe(true)
      }
    },
  )

  it('a constant that is the extension of a negative number is compared by its low bits', () => {
    for (const value of [0xffff_ff9cn, 0xffff_ffff_ffff_ff9cn]) {
      expect(refused('openat', arg(0).eq(0xffff_ffff_ffff_ff9cn), value)).toBe(true)
      expect(refused('openat', arg(0).ne(0xffff_ffff_ffff_ff9cn), value)).toBe(false)
      expect(refused('openat', arg(0).ge(0xffff_ffff_8000_0000n), value)).toBe(true)
      expect(refused('openat', arg(0).maskedEq(0xffff_ffff_8000_0000n, 0xffff_ffff_8000_0000n), value)).toBe(
        true,
      )
    }
    expect(refused('openat', arg(0).ge(0xffff_ffff_8000_0000n), 3n)).toBe(false)
    expect(refused('openat', arg(0).maskedEq(wide, wide), 3n)).toBe(false)
  })

  it('any other constant never holds, and all values are below it', () => {
    for (const value of [2n, 0x1_0000_0002n, wide | 2n]) {
      expect(refused('socket', arg(0).eq(0x1_0000_0002n), value)).toBe(false)
      expect(refused('socket', arg(0).gt(0x1_0000_0002n), value)).toBe(false)
      expect(refused('socket', arg(0).maskedEq(0x1_0000_0003n, 0x1_0000_0002n), value)).toBe(false)
      expect(refused('socket', arg(0).lt(0x1_0000_0002n), value)).toBe(true)
      expect(refused('socket', arg(0).ne(0x1_0000_0002n), value)).toBe(true)
    }
  })

  it('a mode has 16 bits, on ABIs of 32 bits too', () => {
    for (const token of ['x86_64', 'arm'] as const) {
      const table = signedAbiTable(token)
      expect(refused('chmod', arg(1).eq(0o4755), 0x1_0000n | 0o4755n, table)).toBe(true)
      expect(refused('chmod', arg(1).maskedEq(0xffff_0000, 0x1_0000), 0x1_0000n, table)).toBe(false)
    }
  })

  it('an argument that the kernel reads whole, and one that no signature tells, are compared whole', () => {
    expect(refused('mmap', arg(1).eq(2), 0x1_0000_0002n)).toBe(false)
    expect(refused('mmap', arg(1).ge(0x1_0000_0000n), 0x1_0000_0002n)).toBe(true)
    expect(refused('socket', arg(5).eq(2), 0x1_0000_0002n)).toBe(false)
    expect(refused('socket', arg(0).eq(2), 0x1_0000_0002n, abiTable('x86_64'))).toBe(false)
  })

  it('no test of a profile looks at more bits than the kernel reads', () => {
    const rules = resolve(open.deny('ioctl', arg(1).in(0x5412, 0x541c)), {
      abis: [signedAbiTable('x86_64')],
      widths: 'kernel',
    }).rules.sections[0]!.rules
    const masks = rules.flatMap(({ when }) => argumentTests(when)).map(({ mask }) => mask)
    expect(masks).toEqual([0xffff_ffffn])
  })

  it('says of a condition that it never holds', () => {
    const never: Policy = open.deny('socket', arg(0).eq(0x1_0000_0002n))
    const { warnings } = resolve(never, { abis: [signedAbiTable('x86_64')], widths: 'kernel' })
    expect(warnings.map(({ name }) => name)).toEqual(['never-true'])
  })
})

describe('without widths, or with widths: profile', () => {
  it('a condition compares all bits, as runc does', () => {
    for (const target of [{}, { widths: 'profile' }] as const) {
      expect(refused('socket', arg(0).eq(2), 2n, undefined, target)).toBe(true)
      expect(refused('socket', arg(0).eq(2), 0x1_0000_0002n, undefined, target)).toBe(false)
    }
  })

  it('another word is refused', () => {
    const target = { abis: [abiTable('x86_64')], widths: 'kernal' } as unknown as Target
    expect(() => resolve(open, target)).toThrow('target.widths')
  })
})
