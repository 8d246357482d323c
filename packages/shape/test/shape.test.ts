import {
  atLeast,
  flag,
  listOf,
  oneOf,
  optional,
  read,
  record,
  text,
  u32,
  u64,
  whole,
} from '@seccompile/shape'
import { describe, expect, it } from 'vitest'

interface LabelledPoint {
  readonly x: number
  readonly label?: string
}
const point = record<LabelledPoint>({ x: whole(9), label: optional(text) })

describe('a reader', () => {
  it('copies what has the shape, and leaves out what is absent or undefined', () => {
    const given = { x: 1, label: undefined }
    expect(read(point, given, 'p')).toStrictEqual({ x: 1 })
    expect(read(point, { x: 1, label: 'a' }, 'p')).toStrictEqual({ x: 1, label: 'a' })
  })

  it('reads every field once, so that a getter has no second chance', () => {
    let times = 0
    const copy = read(point, { get x() { return times++ } }, 'p') // prettier-ignore
    expect([copy.x, copy.x, times]).toEqual([0, 0, 1])
  })

  it.each([
    [{ x: 1, lable: 'a' }, TypeError, 'p: unknown key "lable"; did you mean "label"?'],
    [{ x: 1, zzzzzz: 1 }, TypeError, 'p: unknown key "zzzzzz"; expected one of x, label'],
    [{}, TypeError, 'p.x: expected a whole number, 0 to 9; got undefined'],
    [{ x: 10 }, RangeError, 'p.x: expected a whole number, 0 to 9; got 10'],
    [{ x: '\u202e\u009b' }, TypeError, 'p.x: expected a whole number, 0 to 9; got "\\u202e\\u009b"'],
    [{ x: '1' }, TypeError, 'p.x: expected a whole number, 0 to 9; got "1"'],
    [[], TypeError, 'p: expected an object; got a list of 0'],
    [null, TypeError, 'p: expected an object; got null'],
    [Promise.resolve({}), TypeError, 'p: expected a plain object, and not [object Promise]; got an object'],
    [JSON.parse('{"x":1,"__proto__":{}}'), TypeError, 'p: unknown key "__proto__"; expected one of x, label'],
  ])('refuses what has another: %#', (value, kind, message) => {
    expect(() => read(point, value, 'p')).toThrow(kind)
    expect(() => read(point, value, 'p')).toThrow(message)
  })

  it('sees the holes of a list', () => {
    expect(() => read(listOf(u32), new Array(1e9), 'l')).toThrow('l[0]: expected a whole number')
  })

  it('reads fields that a class gives its objects, and no methods', () => {
    class WithX {
      readonly x: number = 1
      area(): number {
        return this.x
      }
    }
    expect(read(point, new WithX(), 'p')).toStrictEqual({ x: 1 })
  })

  it.each([
    [Object.create({ x: 1, colour: 'red' }), 'p: unknown key "colour"; expected one of x, label'],
    [{ x: 1, [Symbol('secret')]: 1 }, 'p: unknown key "Symbol(secret)"; expected one of x, label'],
    [new Map([['x', 1]]), 'p: expected a plain object, and not [object Map]; got an object'],
    [{ x: 1, label: null }, 'p.label: expected text; got null'],
    [{ x: 1, label: 1 }, 'p.label: expected text; got 1'],
  ])('drops no key, and reads optional ones too: %#', (value, message) => {
    expect(() => read(point, value, 'p')).toThrow(new TypeError(message))
  })
})

it('numbers are read up to their bounds, and not past them', () => {
  expect([read(whole(9, -1), 9, 'n'), read(whole(9, -1), -1, 'n'), read(u32, 2 ** 32 - 1, 'n')]).toEqual([9, -1, 2 ** 32 - 1]) // prettier-ignore
  for (const wrong of [10, -2, 1.5, NaN]) expect(() => read(whole(9, -1), wrong, 'n')).toThrow(RangeError)
  expect([read(atLeast(1), 1, 'n'), read(atLeast(1), Infinity, 'n')]).toEqual([1, Infinity])
  for (const wrong of [0.9, NaN]) expect(() => read(atLeast(1), wrong, 'n')).toThrow(RangeError)
  expect(read(u64, 2n ** 64n - 1n, 'n')).toBe(2n ** 64n - 1n)
  for (const wrong of [2n ** 64n, -1n]) expect(() => read(u64, wrong, 'n')).toThrow(new RangeError(`n: expected a bigint, 0n to 2n ** 64n - 1n; got ${wrong}n`)) // prettier-ignore
  expect(() => read(u64, 1, 'n')).toThrow(TypeError)
})

it('a flag is true or false, and no other value that JavaScript takes for one', () => {
  expect([read(flag, true, 'f'), read(flag, false, 'f')]).toEqual([true, false])
  for (const wrong of [0, 1, '', 'no', null, undefined])
    expect(() => read(flag, wrong, 'f')).toThrow('f: expected true or false; got')
})

it('a wrong word gets the known words, and the near one', () => {
  const order = oneOf(['little', 'big'])
  expect(() => read(order, 'littel', 'o')).toThrow(new TypeError('o: expected little, big; got "littel"; did you mean "little"?')) // prettier-ignore
  expect(() => read(order, 1, 'o')).toThrow(new TypeError('o: expected little, big; got 1'))
})
