import { expect, it } from 'vitest'
import { argumentShares, MAX_ARGUMENT_COUNTS } from '@seccompile/weights'
import type { ArgumentCounts } from '@seccompile/weights'

it('yields the share of each list of arguments in its call, with six arguments', () => {
  const shares = argumentShares({
    ioctl: [
      { args: [1n, 0x5401n], count: 3 },
      { args: [], count: 1 },
    ],
    read: [{ args: [1n], count: 0 }],
  })
  expect([...shares]).toEqual([
    [
      'ioctl',
      [
        { args: [1n, 0x5401n, 0n, 0n, 0n, 0n], share: 0.75 },
        { args: [0n, 0n, 0n, 0n, 0n, 0n], share: 0.25 },
      ],
    ],
  ])
})

it.each<[unknown, string]>([
  [[], 'argument counts: expected an object from call name to list; got a list of 0'],
  [{ iotcl: [] }, 'unknown system call "iotcl"; did you mean "ioctl"?'],
  [{ ioctl: [null] }, '"ioctl": expected an object with args and count; got null'],
  [{ ioctl: 3 }, '"ioctl": expected a list of up to 4096 counts; got 3'],
  [{ ioctl: Array(MAX_ARGUMENT_COUNTS + 1).fill({ args: [], count: 1 }) }, 'got 4097'],
  [
    { ioctl: [{ args: [1], count: 1 }] },
    '"ioctl" counts arguments a list of 1; expected up to 6 bigints from 0 to 2^64 - 1',
  ],
  [{ ioctl: [{ args: [2n ** 64n], count: 1 }] }, 'expected up to 6 bigints from 0 to 2^64 - 1'],
  [{ ioctl: [{ args: Array(7).fill(0n), count: 1 }] }, 'expected up to 6 bigints from 0 to 2^64 - 1'],
  [{ ioctl: [{ args: [1n], count: -1 }] }, '"ioctl" is -1; expected a number of calls or a share'],
])('refuses counts: %#', (counts, message) => {
  expect(() => argumentShares(counts as ArgumentCounts)).toThrow(message)
})
