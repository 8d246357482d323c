import { errno, policy } from '@seccompile/policy'
import { expect, it } from 'vitest'
import { messagesOf } from './messages-of.ts'

const open = policy({ default: 'allow' })

it('names the calls of the family that run', () => {
  expect(messagesOf('variant-gap', open.deny('rename'))).toEqual([
    'rename(…) is refused and renameat and renameat2 run and do the same: renameat(…) runs',
  ])
})

it.each([
  [['setxattr', 'lsetxattr', 'fsetxattr'], 'setxattrat'],
  [['getxattr', 'lgetxattr', 'fgetxattr'], 'getxattrat'],
  [['listxattr', 'llistxattr', 'flistxattr'], 'listxattrat'],
  [['removexattr', 'lremovexattr', 'fremovexattr'], 'removexattrat'],
  [['setxattr', 'fsetxattr', 'setxattrat'], 'lsetxattr'],
  [['accept'], 'accept4'],
  [['preadv'], 'preadv2'],
  [['pwritev'], 'pwritev2'],
  [['mlock'], 'mlock2'],
  [['semop'], 'semtimedop'],
  [['quotactl'], 'quotactl_fd'],
] as const)('finds that %s are refused and %s runs', (refused, other) => {
  expect(messagesOf('variant-gap', open.deny(...refused))).toEqual([
    `${refused[0]}(…) is refused and ${other} runs and does the same: ${other}(…) runs`,
  ])
})

it('finds the calls of 32-bit ABIs that have times of 64 bits, or ids of 32', () => {
  const given = policy({ default: 'allow', abis: ['x86'] })
  expect(messagesOf('variant-gap', given.deny('clock_settime', 'getuid', 'umount'))).toEqual([
    'clock_settime(…) is refused and clock_settime64 runs and does the same: clock_settime64(…) runs',
    'getuid(…) is refused and getuid32 runs and does the same: getuid32(…) runs',
    'umount(…) is refused and umount2 runs and does the same: umount2(…) runs',
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
