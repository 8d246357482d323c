import { NOTIFY, policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const open = policy({ default: 'allow' })

it('notify-pointers names the addresses of one call, and the first of the others', () => {
  expect(messagesOf('notify-pointers', open.notify('connect'))).toEqual([
    'connect(…) waits for a listener, and uservaddr is an address',
  ])
  expect(messagesOf('notify-pointers', open.notify('connect', 'mount', 'setuid'))).toEqual([
    'connect(…) waits for a listener, and uservaddr is an address; so are those of mount',
  ])
  const [all] = messagesOf('notify-pointers', policy({ default: NOTIFY }))
  expect(all).toMatch(
    /^_sysctl\(…\) waits .*; so are those of accept, accept4, access, acct, add_key, adjtimex and \d+ more$/,
  )
})

it('notify-gap finds a listener that decides write by a condition or by the default', () => {
  expect(
    messagesOf(
      'notify-gap',
      open.notify('write', ({ fd }) => fd.eq(2)),
    ),
  ).toEqual(['write(2, …) waits for the listener, and runc calls write before a listener can answer'])
  expect(messagesOf('notify-gap', policy({ default: NOTIFY }))).toHaveLength(1)
})
