import { verdictOf } from '@seccompile/abi'
import { ALLOW, errno, KILL_THREAD, NOTIFY, trace } from '@seccompile/policy'
import { actionName, actionVerdict, sameAction } from '@seccompile/policy/toolkit'
import { describe, expect, it } from 'vitest'

describe('errno and trace', () => {
  it('carry their data into the verdict', () => {
    expect(actionVerdict(errno(38))).toBe(0x0005_0026)
    expect(actionVerdict(errno(0))).toBe(verdictOf('ERRNO', 0))
    expect(actionVerdict(trace(0xffff))).toBe(0x7ff0_ffff)
    expect(actionVerdict(trace())).toBe(0x7ff0_0000)
  })

  it.each([-1, 4096, 1.5, NaN, Infinity])('refuse errno %s', (value) => {
    expect(() => errno(value)).toThrow(`errno is ${value}; the kernel returns 0 to 4095`)
  })

  it.each([-1, 65536, 0.5])('refuse trace message %s', (value) => {
    expect(() => trace(value)).toThrow(`trace message is ${value}; it has 16 bits`)
  })
})

it('names actions as people read them', () => {
  expect([ALLOW, errno(1), NOTIFY, KILL_THREAD, trace(3)].map(actionName)).toEqual([
    'ALLOW',
    'ERRNO(EPERM)',
    'USER_NOTIF',
    'KILL_THREAD',
    'TRACE(3)',
  ])
})

it('compares actions by name and data', () => {
  expect(sameAction(errno(1), errno(1))).toBe(true)
  expect(sameAction(errno(1), errno(2))).toBe(false)
  expect(sameAction(errno(0), trace(0))).toBe(false)
})
