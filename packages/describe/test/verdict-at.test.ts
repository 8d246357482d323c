import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { verdictAt, verdictFacts } from '@seccompile/describe'
import { expect, it } from 'vitest'

const [EPERM, ENOSYS] = [verdictOf('ERRNO', 1), verdictOf('ERRNO', 38)]

it('names an errno by the ABIs of an arch value or of a list', () => {
  expect(verdictAt(ENOSYS, AUDIT_ARCH.X86_64)).toBe('ERRNO(ENOSYS)')
  expect(verdictAt(ENOSYS, AUDIT_ARCH.MIPS)).toBe('ERRNO(EL2NSYNC)')
  expect(verdictAt(ENOSYS, ['x86_64', 'x32'])).toBe('ERRNO(ENOSYS)')
  expect(verdictAt(ENOSYS, ['x86_64', 'mips'])).toBe('ERRNO(38)')
})

it('names only what all ABIs name alike where the ABI is not known', () => {
  for (const place of [-1, 0x1234, [], ['x86_64', 'arch 0x1234']]) {
    expect(verdictAt(ENOSYS, place)).toBe('ERRNO(38)')
    expect(verdictAt(EPERM, place)).toBe('ERRNO(EPERM)')
  }
})

it('keeps the number with --raw', () => {
  expect(verdictAt(EPERM, ['x86_64'], { raw: true })).toBe('ERRNO(1)')
})

it('has for machines the number in the field and the name beside it', () => {
  expect(verdictFacts({ verdict: EPERM }, [])).toEqual({ verdict: 'ERRNO(1)', errno: 'EPERM' })
  expect(verdictFacts({ from: verdictOf('ALLOW'), to: ENOSYS }, ['x86_64'])).toEqual({
    from: 'ALLOW',
    to: 'ERRNO(38)',
    toErrno: 'ENOSYS',
  })
})
