import { expectFunction, expectIterable, expectList, expectObject, expectText } from '@seccompile/shape'
import { describe, expect, it } from 'vitest'

describe('a check at the door', () => {
  it('takes what the function reads, and nothing is copied or called', () => {
    expectObject({ file: 'f' }, 'options', 'file')
    expectObject([], 'options')
    expectObject(Object.create({ file: 'f' }), 'options', 'file')
    expectList([{ lo: 0 }], 'ranges', 'lo')
    expectText('', 'text')
    expectFunction(() => expect.unreachable('it was called'), 'keyOf')
    for (const many of ['ab', [], new Set(), new Map().keys()]) expectIterable(many, 'words')
  })

  it('names the argument, what was expected and what was got', () => {
    expect(() => expectObject(null, 'options')).toThrow(new TypeError('options: expected an object; got null'))
    expect(() => expectObject({}, 'options', 'file', 'abis')).toThrow('options: expected an object with file, abis; got an object')
    expect(() => expectObject('f', 'options', 'length')).toThrow('options: expected an object with length; got "f"')
    expect(() => expectObject(() => 1, 'options')).toThrow('options: expected an object; got a function')
    expect(() => expectList({}, 'rules')).toThrow('rules: expected a list; got an object')
    expect(() => expectList([{ lo: 0 }, undefined], 'ranges', 'lo')).toThrow('ranges[1]: expected an object with lo; got undefined')
    expect(() => expectText(7, 'text')).toThrow('text: expected text; got 7')
    expect(() => expectFunction({}, 'keyOf')).toThrow('keyOf: expected a function; got an object')
    expect(() => expectIterable({}, 'words')).toThrow('words: expected a list, or something else to iterate over; got an object')
  })
}) // prettier-ignore
