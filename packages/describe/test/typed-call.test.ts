import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'
import { callWords, MAX_CALL, typedCallData } from '../src/calls/typed-call.ts'

const x86_64 = signedAbiTable('x86_64')
const words = (text: string) => callWords(text, [x86_64], (token) => Promise.resolve(signedAbiTable(token)))

describe('a typed call that cannot be read', () => {
  it.each([
    ['no such call', 'soket', 'E_NAME', '"soket" is no system call of x86_64; did you mean "socket"?'],
    ['a number too large', '4294967296', 'E_NUMBER', 'system call number 4294967296 does not fit 32 bits'],
    ['a constant of another argument', 'socket O_RDWR', 'E_NAME', /O_RDWR is no constant for family/],
    ['a value as octal', 'chmod 0 0755', 'E_SYNTAX', /0755 is octal in C and decimal in other places/],
    ['an argument twice', 'read fd=1 fd=2', 'E_CONFLICT', /is given twice$/],
  ] as const)('is a PolicyError: %s', async (_what, text, code, message) => {
    await expect(words(text).then(typedCallData)).rejects.toMatchObject({
      name: 'PolicyError',
      code,
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown),
    })
  })

  it('is one where it is too long', async () => {
    await expect(words(`read ${'1 '.repeat(MAX_CALL)}`)).rejects.toMatchObject({
      name: 'PolicyError',
      code: 'E_LIMIT',
    })
  })
})
