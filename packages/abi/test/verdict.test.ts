import { IrError } from '@seccompile/shape'
import { describe, expect, it } from 'vitest'
import {
  actionOf,
  AUDIT_ARCH,
  auditArchName,
  dataOf,
  letsRun,
  refuses,
  SECCOMP_RET,
  strengthOf,
  strictnessOf,
  verdictName,
  verdictOf,
} from '@seccompile/abi'

describe('verdicts', () => {
  it('join action and data', () => {
    expect(verdictOf('ERRNO', 38)).toBe(0x0005_0026)
    expect(verdictOf('KILL_PROCESS')).toBe(0x8000_0000)
    expect(actionOf(0x0005_0026)).toBe('ERRNO')
    expect(dataOf(0x0005_0026)).toBe(38)
  })

  it('are named, with data where it matters', () => {
    expect(verdictName(verdictOf('ALLOW'))).toBe('ALLOW')
    expect(verdictName(verdictOf('ERRNO'))).toBe('ERRNO(0)')
    expect(verdictName(verdictOf('TRACE', 7))).toBe('TRACE(7)')
    expect(verdictName(0x1234_5678)).toBe('0x12345678')
  })

  it('are the stronger the lower their action is as a signed number, whatever their data', () => {
    const order = [
      'KILL_PROCESS',
      'KILL_THREAD',
      'TRAP',
      'ERRNO',
      'USER_NOTIF',
      'TRACE',
      'LOG',
      'ALLOW',
    ] as const
    const strengths = order.map((action) => strengthOf(verdictOf(action, 0xffff)))
    expect(strengths.toSorted((a, b) => a - b)).toEqual(strengths)
    expect(new Set(strengths).size).toBe(order.length)
    expect(strengthOf(verdictOf('ERRNO', 1))).toBe(strengthOf(verdictOf('ERRNO', 38)))
  })

  it('of an action that the kernel does not know kill the process, and are as strict', () => {
    // kernel/seccomp.c: __seccomp_filter() kills in its default case. In a stack, the numbers of the actions decide.
    for (const unknown of [0x7ffd_0001, 0x7ffe_0000, 0x0001_0000, 0x8001_0000, 0xffff_ffff]) {
      expect(strictnessOf(unknown)).toBe(strengthOf(SECCOMP_RET.KILL_PROCESS))
      expect(refuses(unknown)).toBe(true)
      expect(letsRun(unknown)).toBe(false)
    }
    expect(strengthOf(0x7ffd_0001)).toBeGreaterThan(strengthOf(SECCOMP_RET.LOG))
    for (const known of Object.values(SECCOMP_RET)) expect(strictnessOf(known)).toBe(strengthOf(known))
  })

  it('stand in the order of precedence, as signed numbers', () => {
    const values = Object.values(SECCOMP_RET).map((value) => value | 0)
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })
})

describe('audit architectures', () => {
  it('are named by the kernel, or shown in hexadecimal', () => {
    expect(auditArchName(AUDIT_ARCH.AARCH64)).toBe('AARCH64')
    expect(auditArchName(0)).toBe('0x00000000')
  })
})

describe('IrError', () => {
  it('names place, problem and invariant', () => {
    const error = new IrError('program', [
      { invariant: 'P7', where: 'pc 3', message: 'jt is 9 past the end' },
      { invariant: 'P2', where: 'pc 4', message: 'does not return' },
    ])
    expect(error.message).toBe('program:pc 3: jt is 9 past the end (P7) (and 1 more)')
    expect(error.name).toBe('IrError')
  })
})
