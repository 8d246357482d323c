import { PolicyError } from '@seccompile/policy'
import { formatSource } from '@seccompile/policy/toolkit'
import { quote } from '@seccompile/shape'
import { expect, it } from 'vitest'

const place = { file: 'docker.json', line: 41, column: 12 }

it('begins with the place, and carries it', () => {
  const error = new PolicyError('E_NAME', 'unknown action "X"', place)
  expect(error.message).toBe('docker.json:41:12: unknown action "X"')
  expect(error).toMatchObject({
    name: 'PolicyError',
    code: 'E_NAME',
    source: 'docker.json',
    line: 41,
    column: 12,
  })
  expect(formatSource(place)).toBe('docker.json:41:12')
})

it('says what is wrong alone where there is no place', () => {
  const cause = new Error('inner')
  const error = new PolicyError('E_NUMBER', 'errno is -1', undefined, { cause })
  expect(error.message).toBe('errno is -1')
  expect(error.source).toBeUndefined()
  expect(error.cause).toBe(cause)
})

it('quotes hostile text on one short line', () => {
  expect(quote('a\n"b"\u0000\u001b[31m')).toBe('"a\\n\\"b\\"\\u0000\\u001b[31m"')
  expect(quote('\u202eevil\u009b')).toBe('"\\u202eevil\\u009b"')
  expect(quote('x'.repeat(1_000_000))).toHaveLength(63)
})
