import { bits, valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { O_DIRECTORY } from '@seccompile/constants/o'
import { describe, expect, it } from 'vitest'

/** A value as JavaScript without types has it. */
const untyped = (value: unknown): number => value as number
/** What a template string makes of a value. */
const printed = (value: unknown): string => String(value)

describe('a constant', () => {
  it('is frozen plain data', () => {
    expect(Object.isFrozen(O_DIRECTORY)).toBe(true)
    expect(Object.isFrozen(O_DIRECTORY.on)).toBe(true)
    expect(Object.keys(O_DIRECTORY)).toEqual(['constant', 'family', 'value', 'on'])
    expect(JSON.parse(JSON.stringify(CLONE_NEWUSER))).toEqual({
      constant: 'CLONE_NEWUSER',
      family: 'clone',
      value: 0x1000_0000,
    })
  })

  it('prints its name, and so do bits', () => {
    expect(printed(CLONE_NEWUSER)).toBe('CLONE_NEWUSER')
    expect(printed(bits(CLONE_NEWUSER, CLONE_NEWNET))).toBe('CLONE_NEWUSER|CLONE_NEWNET')
  })

  it.each([
    ['|', () => untyped(CLONE_NEWUSER) | untyped(CLONE_NEWNET)],
    ['+', () => untyped(CLONE_NEWUSER) + 1],
    ['+ with text', () => String(untyped(CLONE_NEWUSER) + untyped('x'))],
    // eslint-disable-next-line eqeqeq -- what somebody may write in JavaScript
    ['==', () => untyped(CLONE_NEWUSER) == 5],
    ['<', () => untyped(CLONE_NEWUSER) < 5],
    ['~', () => ~untyped(CLONE_NEWUSER)],
    ['Number()', () => Number(CLONE_NEWUSER)],
    ['BigInt()', () => BigInt(untyped(CLONE_NEWUSER))],
  ])('throws under %s, and says what to write', (_operator, calculate) => {
    expect(calculate).toThrow(TypeError)
    expect(calculate).toThrow(
      'CLONE_NEWUSER is no number: its value depends on the ABI; join constants with bits(…), and read a value with valueOn()',
    )
  })

  it('throws in a calculation as bits too', () => {
    expect(() => untyped(bits(CLONE_NEWUSER, CLONE_NEWNET)) | 1).toThrow(
      'CLONE_NEWUSER|CLONE_NEWNET is no number',
    )
  })
})

describe('valueOn', () => {
  const odd: Constant = { constant: 'ODD', family: 'odd', on: { arm: 1, sh: null } }

  it('has the common value, or that of the ABI', () => {
    expect(valueOn(O_DIRECTORY, 'x86_64')).toBe(0x10000)
    expect(valueOn(O_DIRECTORY, 'aarch64')).toBe(0x4000)
  })

  it('has none where the constant is absent', () => {
    expect(valueOn(odd, 'arm')).toBe(1)
    expect(valueOn(odd, 'sh')).toBeUndefined()
    expect(valueOn(odd, 'x86')).toBeUndefined()
    expect(valueOn({ ...odd, value: 2 }, 'sh')).toBeUndefined()
    expect(valueOn(bits(odd, { constant: 'EVEN', family: 'odd', value: 2 }), 'x86')).toBeUndefined()
  })

  it('joins bits, also those above 32', () => {
    expect(valueOn(bits(CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWNET), 'x86_64')).toBe(0x5000_0000)
    const high: Constant = { constant: 'HIGH', family: 'clone', value: 2 ** 32 }
    expect(valueOn(bits(high, CLONE_NEWNET), 'x86_64')).toBe(0x1_4000_0000)
  })

  it('looks at own keys alone', () => {
    const on = Object.create({ arm: 7 }) as NonNullable<Constant['on']>
    expect(valueOn({ constant: 'X', family: 'x', value: 1, on }, 'arm')).toBe(1)
  })

  it('refuses an unknown ABI', () => {
    expect(() => valueOn(O_DIRECTORY, 'x86-64' as 'x86_64')).toThrow('did you mean "x86_64"?')
  })
})

describe('bits', () => {
  it('keeps the constants and their family, frozen', () => {
    const both = bits(CLONE_NEWUSER, CLONE_NEWNET)
    expect(both).toEqual({ bits: [CLONE_NEWUSER, CLONE_NEWNET], family: 'clone' })
    expect(Object.isFrozen(both) && Object.isFrozen(both.bits)).toBe(true)
  })

  it('refuses none, and constants of two families', () => {
    expect(() => bits()).toThrow('bits: expected one constant or more; got none')
    expect(() => bits<string>(CLONE_NEWUSER, O_DIRECTORY)).toThrow(
      'bits: expected constants of one family; got CLONE_NEWUSER of "clone" and O_DIRECTORY of "o"',
    )
  })
})
