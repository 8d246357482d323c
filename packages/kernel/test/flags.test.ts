import { describe, expect, it } from 'vitest'
import { flagBits } from '../src/attach/flags.ts'
import { errnoName, explainErrno } from '../src/system/errno.ts'

describe('flagBits', () => {
  it('has the bits of the kernel', () => {
    expect(flagBits({})).toBe(0)
    expect(flagBits({ tsync: true, log: true, specAllow: true, tsyncEsrch: true })).toBe(1 | 2 | 4 | 16)
    expect(flagBits({ newListener: true, waitKillableRecv: true })).toBe(8 | 32)
    expect(flagBits({ tsync: true, newListener: true, tsyncEsrch: true })).toBe(1 | 8 | 16)
    expect(flagBits({ tsync: false, newListener: true })).toBe(8)
  })

  it('refuses what the kernel refuses', () => {
    expect(() => flagBits({ tsync: true, newListener: true })).toThrow('need tsyncEsrch: without it')
    expect(() => flagBits({ waitKillableRecv: true })).toThrow('needs newListener')
  })
})

describe('explainErrno', () => {
  it('says of each error what to do', () => {
    expect(errnoName(13)).toBe('EACCES')
    expect(explainErrno('EACCES')).toBe(
      'without no_new_privs, a filter takes CAP_SYS_ADMIN; leave no_new_privs on',
    )
    expect(explainErrno('ENOMEM')).toContain('32768 instructions')
    expect(explainErrno('EBUSY')).toContain('listener')
    expect(explainErrno('errno 4095')).toBe('an error that seccomp(2) does not list')
    expect(errnoName(4095)).toBe('errno 4095')
  })
})
