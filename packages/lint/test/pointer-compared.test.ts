import { arg, policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const said = (...given: Parameters<typeof messagesOf> extends [string, ...infer Rest] ? Rest : never) =>
  messagesOf('pointer-compared', ...given)
const open = policy({ default: 'allow' })

it('shows two addresses with two verdicts', () => {
  expect(said(open.deny('connect', arg(1).eq(0x7000)))).toEqual([
    'connect(0, 0x7000, …) gets ERRNO(EPERM) and connect(0, 1, …) gets ALLOW, and they differ in the address uservaddr alone',
  ])
})

it('takes a test against 0 as meant, on ABIs of both widths', () => {
  const tested = open.deny('connect', ({ uservaddr }) => uservaddr.ne(0))
  expect(said(tested, { abis: ['x86_64', 'x86'] })).toEqual([])
  expect(said(tested, { abis: ['s390x', 's390'] })).toEqual([])
})

it('finds a test of some bits of an address', () => {
  expect(said(open.deny('connect', arg(1).maskedEq(0xffff_ffff, 0)))).toHaveLength(1)
})

it('says once what the warning says', () => {
  expect(said(open.deny('connect', arg(1).gt(0x7000)), { warned: true })).toHaveLength(1)
})
