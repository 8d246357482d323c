import { errno, policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const said = (...given: Parameters<typeof messagesOf> extends [string, ...infer Rest] ? Rest : never) =>
  messagesOf('enosys-expected', ...given)

it('names every call of one ABI in one finding', () => {
  expect(said(policy({ default: 'allow' }).deny('clone3', 'faccessat2'))).toEqual([
    'clone3(…) fails, and not with ENOSYS; only after ENOSYS does libc use clone in place of clone3 and faccessat in place of faccessat2',
  ])
})

it('says nothing of a call whose fallback is refused too, and of one that kills', () => {
  expect(said(policy({ default: 'allow' }).deny('clone3', 'clone'))).toEqual([])
  expect(said(policy({ default: 'allow' }).kill('clone3'))).toEqual([])
})

it('says nothing of a call that runs for some arguments', () => {
  expect(said(policy({ default: 'allow' }).deny('faccessat2', ({ flags }) => flags.eq(1)))).toEqual([])
})

it('takes ENOSYS by its number on the ABI: 38 is another error on mips', () => {
  const byNumber = policy({ default: 'allow' }).deny('clone3', errno(38))
  expect(said(byNumber, { abis: ['x86_64', 'x86'] })).toEqual([])
  expect(said(byNumber, { abis: ['mips64'] })).toHaveLength(1)
  expect(said(policy({ default: 'allow' }).deny('clone3', errno('ENOSYS')), { abis: ['mips64'] })).toEqual([])
})

it('knows the calls of 32-bit ABIs with times of 64 bits', () => {
  const without = policy({ default: 'allow' }).deny('clock_gettime64', 'futex_time64')
  expect(said(without, { abis: ['x86'] })).toEqual([
    'clock_gettime64(…) fails, and not with ENOSYS; only after ENOSYS does libc use clock_gettime in place of clock_gettime64 and futex in place of futex_time64',
  ])
})

it('says once for all ABIs what calls get that are newer than the filter', () => {
  const list = policy({ default: 'deny' }).allow('read')
  expect(said(list, { abis: ['x86_64', 'x86'] })).toEqual([
    'a call with the number after the newest call gets ERRNO(EPERM); for libc, only ENOSYS means that the kernel lacks the call (x86_64, x86)',
  ])
  expect(said(policy({ default: 'deny', unknown: errno('ENOSYS') }).allow('read'))).toEqual([])
  expect(said(policy({ default: 'kill' }).allow('read'))).toEqual([])
})
