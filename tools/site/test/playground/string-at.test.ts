import { expect, it } from 'vitest'
import { stringAt } from '../../src/playground/page/string-at.ts'

/** The key, and whether it is a name, of the string at the mark `|`. */
function keyAt(marked: string): readonly unknown[] | undefined {
  const place = stringAt(marked.replace('|', ''), marked.indexOf('|'))
  return place && [place.key, place.isName]
}

it('finds the key of a value, of an item of a list, and of a name', () => {
  expect(keyAt('{"defaultAction": "SCMP|"}')).toEqual(['defaultAction', false])
  expect(keyAt('{"syscalls": [{"names": ["read", "op|enat"], "action": "A"}]}')).toEqual(['names', false])
  expect(keyAt('{"syscalls": [{"na|mes": ["read"]}]}')).toEqual(['syscalls', true])
  expect(keyAt('{"syscalls": [{"names": ["read"], "act|"')).toEqual(['syscalls', false])
  expect(keyAt('{"def|')).toEqual(['profile', false])
  expect(keyAt('{"default|Action" : "A"}')).toEqual(['profile', true])
})

it('finds none outside of strings', () => {
  expect(keyAt('{|"defaultAction": "A"}')).toBeUndefined()
  expect(keyAt('{"defaultAction": |"A"}')).toBeUndefined()
  expect(keyAt('{"a": "b"}|')).toBeUndefined()
})

it('ends an unfinished string with its line, and reads escaped quotes', () => {
  expect(keyAt('{"names": ["a\n "b|"]}')).toEqual(['names', false])
  expect(keyAt(String.raw`{"names": ["a\"|b"]}`)).toEqual(['names', false])
})
