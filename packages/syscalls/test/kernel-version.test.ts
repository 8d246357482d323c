import { formatKernelVersion, isAtLeast, NEWEST_KERNEL, parseKernelVersion } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('reads MAJOR.MINOR', () => {
  expect(parseKernelVersion('4.8')).toEqual({ major: 4, minor: 8 })
  expect(parseKernelVersion('6.12')).toEqual({ major: 6, minor: 12 })
  expect(formatKernelVersion({ major: 6, minor: 12 })).toBe('6.12')
})

it('reads a third part that is 0, as old profiles of Docker have it, and no other', () => {
  expect(parseKernelVersion('4.8.0')).toEqual({ major: 4, minor: 8 })
  expect(parseKernelVersion('4.8.1')).toBeUndefined()
})

it.each([
  '',
  '4',
  '4.8.00',
  '4.8.0.0',
  '4.8.0-rc1',
  '4.8-rc1',
  ' 4.8',
  '4.256',
  '999.1',
  '0.0',
  '-4.8',
  '4.x',
  '１.２',
])('reads no version from "%s"', (text) => {
  expect(parseKernelVersion(text)).toBeUndefined()
})

it('compares by number, the major first', () => {
  const version = (text: string) => parseKernelVersion(text)!
  expect(isAtLeast(version('4.10'), version('4.8'))).toBe(true)
  expect(isAtLeast(version('4.8'), version('4.8'))).toBe(true)
  expect(isAtLeast(version('4.7'), version('4.8'))).toBe(false)
  expect(isAtLeast(version('5.0'), version('4.8'))).toBe(true)
  expect(isAtLeast(version('3.19'), version('4.8'))).toBe(false)
  expect(isAtLeast(NEWEST_KERNEL, version('6.12'))).toBe(true)
})
