import { bits, bitsReader, constantReader, valueOn } from '@seccompile/constants'
import { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { O_DIRECTORY } from '@seccompile/constants/o'
import { read } from '@seccompile/shape'
import { describe, expect, it } from 'vitest'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('constantReader', () => {
  it('takes a constant, and what another copy or JSON makes of one', () => {
    expect(read(constantReader, O_DIRECTORY, 'c')).toEqual(O_DIRECTORY)
    const copy = read(constantReader, plain(O_DIRECTORY), 'c')
    expect(copy).toEqual(O_DIRECTORY)
    expect(valueOn(copy, 'aarch64')).toBe(0x4000)
    expect(() => Number(copy)).toThrow('O_DIRECTORY is no number')
    expect(Object.isFrozen(copy) && Object.isFrozen(copy.on)).toBe(true)
  })

  it('keeps what is absent on an ABI', () => {
    const odd = { constant: 'ODD', family: 'odd', on: { arm: 1, sh: null } }
    expect(read(constantReader, odd, 'c')).toEqual(odd)
  })

  it.each([
    [5, 'c: expected an object; got 5'],
    [{ constant: 'X' }, 'c.family: expected text; got undefined'],
    [{ constant: 'X', family: 'x', value: 1.5 }, 'c.value: expected a whole number'],
    [{ constant: 'X', family: 'x', value: 2 ** 53 }, 'c.value: expected a whole number'],
    [{ constant: 'X', family: 'x', on: { armm: 1 } }, 'c.on: unknown key "armm"; did you mean "arm"?'],
    [{ constant: 'X', family: 'x', on: { arm: '1' } }, 'c.on.arm: expected a whole number'],
    [{ constant: 'X', family: 'x', vaule: 1 }, 'c: unknown key "vaule"; did you mean "value"?'],
  ])('refuses %j', (value, message) => {
    expect(() => read(constantReader, value, 'c')).toThrow(message)
  })
})

describe('bitsReader', () => {
  const both = bits(CLONE_NEWUSER, CLONE_NEWNET)

  it('takes bits, and what another copy or JSON makes of them', () => {
    const copy = read(bitsReader, plain(both), 'b')
    expect(copy).toEqual(both)
    expect(valueOn(copy, 'x86_64')).toBe(0x5000_0000)
    expect(() => Number(copy)).toThrow('CLONE_NEWUSER|CLONE_NEWNET is no number')
  })

  it.each([
    [{ bits: [], family: 'clone' }, 'b.bits: expected one constant or more; got a list of 0'],
    [{ bits: [5], family: 'clone' }, 'b.bits[0]: expected an object; got 5'],
    [{ bits: [CLONE_NEWUSER, O_DIRECTORY], family: 'clone' }, 'b.bits[1].family: expected clone; got "o"'],
  ])('refuses %j', (value, message) => {
    expect(() => read(bitsReader, value, 'b')).toThrow(message)
  })
})
