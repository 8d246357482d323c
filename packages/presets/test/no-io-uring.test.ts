import { noIoUring } from '@seccompile/presets'
import { expect, it } from 'vitest'
import { on, TOKENS } from './verdict-of.ts'

it('gives ENOSYS to the three calls of io_uring, and to no other, on every ABI', () => {
  for (const token of TOKENS) {
    const { of } = on(noIoUring, token)
    const verdicts = [
      of('io_uring_setup', { entries: 1 }),
      of('io_uring_enter', { fd: 3 }),
      of('io_uring_register', { fd: 0xffff_ffff }),
      of('io_setup'),
      of('io_submit'),
      of('openat'),
    ]
    expect([token, ...verdicts]).toEqual([
      token, 'ENOSYS', 'ENOSYS', 'ENOSYS', 'ALLOW', 'ALLOW', 'ALLOW',
    ]) // prettier-ignore
  }
})

it('refuses the numbers 425 to 427 of x86_64, and not their neighbours', () => {
  const { ofNumber } = on(noIoUring, 'x86_64')
  expect([424, 425, 426, 427, 428].map((nr) => ofNumber(nr))).toEqual([
    'ALLOW', 'ENOSYS', 'ENOSYS', 'ENOSYS', 'ALLOW',
  ]) // prettier-ignore
})
