import { errno, policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const open = policy({ default: 'allow' })

it('names the calls of the family that run', () => {
  expect(messagesOf('variant-gap', open.deny('rename'))).toEqual([
    'rename(…) is refused and renameat and renameat2 run and do the same: renameat(…) runs',
  ])
})

it('leaves a list of what may run to libc-gap', () => {
  expect(messagesOf('variant-gap', policy({ default: 'deny' }).allow('openat'))).toEqual([])
})

it('leaves ENOSYS alone, and a newer call alone', () => {
  expect(messagesOf('variant-gap', open.deny('rename', errno('ENOSYS')))).toEqual([])
  expect(messagesOf('variant-gap', open.deny('clone3', 'faccessat2', 'execveat'))).toEqual([])
})

it('leaves a call alone that runs for some arguments', () => {
  expect(
    messagesOf(
      'variant-gap',
      open.deny('open', ({ flags }) => flags.ne(0)),
    ),
  ).toEqual([])
})

it('leaves out what the warning says', () => {
  expect(messagesOf('variant-gap', open.deny('rename'), { warned: true })).toEqual([
    expect.stringContaining('the rule refuses "rename"'),
  ])
})
