import { listOf, optional, read, record, text, u32, whole } from '@seccompile/shape'
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
})
