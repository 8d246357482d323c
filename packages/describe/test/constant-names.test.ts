import { AUDIT_ARCH, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { constantNames } from '../src/names/constant-names.ts'

it('names calls of an architecture that the way has established, also beyond the given ABIs', () => {
  const name = constantNames([abiTable('x86_64')])
  expect(name(WORD_ARCH, AUDIT_ARCH.I386)).toBe('I386')
  expect(name(WORD_NR, 110)).toBe('getppid')
  expect(name(WORD_NR, 64, AUDIT_ARCH.I386)).toBe('getppid')
  expect(name(WORD_NR, 0x4000_0000 + 110, AUDIT_ARCH.X86_64)).toBe('getppid')
  expect(name(WORD_NR, 5000)).toBeUndefined()
  expect(name(4, 110)).toBeUndefined()
})
